import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/**
 * A PNG with 256 colours, others as the nearest of these: a third of the bytes, and of a window with text nobody sees
 * it. A page of the browser decodes the picture.
 */
export async function withFewColours(browser: Browser, png: Buffer): Promise<Buffer> {
  const { width, height, colours } = await readPixels(browser, png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = choose(counts, 256);
  const places = new Map([...counts.keys()].map(colour => [colour, nearest(palette, colour)]));

  // In front of each row stands how it is filtered: 0, not at all, which is best for a palette.
  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, at) => {
    rows[at + 1 + Math.floor(at / width)] = places.get(colour)!;
  });
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, /* bits */ 8, /* palette */ 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Half of them are the most frequent colours, whole areas among them. The others are the most frequent ones of each
 * shade: without them a red word in a window of grey text would get grey edges.
 */
function choose(counts: ReadonlyMap<number, number>, most: number): number[] {
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const chosen = new Set(frequent.slice(0, most / 2));
  const shades = new Set<number>();
  for (const colour of frequent) {
    const shade = colour & 0xe0e0e0;
    if (chosen.size < most && !shades.has(shade)) chosen.add(colour);
    shades.add(shade);
  }
  return [...chosen];
}

/** The pixels row by row, each as 0xRRGGBB. */
async function readPixels(browser: Browser, png: Buffer) {
  const page = await browser.newPage();
  try {
    await page.setContent(`<img src="data:image/png;base64,${png.toString('base64')}">`);
    return await page.locator('img').evaluate(async image => {
      await image.decode();
      const canvas = image.ownerDocument.createElement('canvas');
      const [width, height] = [image.naturalWidth, image.naturalHeight];
      Object.assign(canvas, { width, height });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const colours: number[] = [];
      for (let at = 0; at < data.length; at += 4) {
        colours.push((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      }
      return { width, height, colours };
    });
  } finally {
    await page.close();
  }
}

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

/** Which colour of a palette is the nearest. */
function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = channels(colour) as [number, number, number];
  const distances = palette.map(each => {
    const [r, g, b] = channels(each) as [number, number, number];
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
