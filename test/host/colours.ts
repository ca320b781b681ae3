import type { Browser, Page } from 'playwright-core';
import type { Host } from './host';
import type { Check } from './report';
import { openFile } from './workbench';

/** The built-in themes: the id in the setting, and the file that the workbench names when the theme is in force. */
const THEMES = [
  { id: 'Default Dark Modern', file: 'dark_modern' },
  { id: 'Default Light Modern', file: 'light_modern' },
  { id: 'Default High Contrast', file: 'hc_black' },
  { id: 'Default High Contrast Light', file: 'hc_light' },
];

/** A part of a log line whose colour matters: the first group of the first match in the file. */
interface Part {
  readonly name: string;
  readonly pattern: RegExp;
  /** The contrast that it needs at least against the editor's background. */
  readonly contrast: number;
  /** Whether its colour must differ from those of the other distinct parts. */
  readonly distinct: boolean;
}

const PARTS: readonly Part[] = [
  {
    name: 'timestamp',
    pattern: /^(\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d(?::\d{3})?)/,
    contrast: 3,
    distinct: true,
  },
  { name: 'function', pattern: /\b(NetpDoDomainJoin)\b/, contrast: 4.5, distinct: true },
  { name: 'zero code', pattern: /\b(?:returned|status)\b.*?\b(0x0)\b/, contrast: 4.5, distinct: true },
  // What the server knows and a grammar cannot: one of two codes that are not zero is harmless.
  { name: 'harmless code', pattern: /having account '.*': (0x525)\b/, contrast: 4.5, distinct: true },
  { name: 'failing code', pattern: /\bstatus: (0x40)$/, contrast: 4.5, distinct: true },
  { name: 'domain controller', pattern: /'\\\\([^'\\]+)'/, contrast: 4.5, distinct: false },
  { name: 'message', pattern: /: (checking to see if|trying to find DC)/, contrast: 4.5, distinct: true },
];

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

interface Line {
  readonly text: string;
  /** Where each span of the line starts, and its colour. */
  readonly spans: readonly { readonly start: number; readonly colour: Colour }[];
}

/** Opens a log in each built-in theme and checks that the parts of its lines can be read and told apart. */
export async function checkColours(host: Host, browser: Browser, file: string): Promise<Check[]> {
  const checks: Check[] = [];
  for (const theme of THEMES) {
    const title = `The colours of ${theme.id}`;
    // Inlay hints stand in the line and would shift its text; lenses move the lines while they are read.
    const settings = {
      'workbench.colorTheme': theme.id,
      'editor.inlayHints.enabled': 'off',
      'editor.codeLens': false,
    };
    // A high window draws many lines: what is not in view is not there to be read. The window is a new one for
    // each theme, because an open one does not notice every change of its settings.
    let page: Page | undefined;
    try {
      page = await openFile(host, browser, file, settings, { width: 1600, height: 4000 });
      await page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${theme.file}-json`).waitFor();
      await page.locator('.statusbar-item', { hasText: 'NetSetup Log' }).waitFor();
      checks.push({ title: `${title}: ${await waitForColours(page)}` });
    } catch (error) {
      checks.push({ title, error: error instanceof Error ? error.message : String(error) });
    }
    await page?.close();
  }
  return checks;
}

/**
 * Waits until the colours are as they should be and stay so for a second. Text is drawn first without colours,
 * then with those of the grammar, then with those of the language server.
 */
async function waitForColours(page: Page): Promise<string> {
  let before: string | undefined;
  for (const deadline = Date.now() + 15_000; ; await page.waitForTimeout(1000)) {
    const { problems, summary } = judgeColours(await readLines(page), await readBackground(page));
    if (problems.length === 0 && summary === before) return summary;
    if (Date.now() > deadline) throw new Error(`${problems.join('\n')}\n(${summary})`);
    before = summary;
  }
}

/** What is wrong with the colours, and what they are. */
export function judgeColours(
  lines: readonly Line[],
  background: Colour,
): { problems: string[]; summary: string } {
  const problems: string[] = [];
  const seen: { part: Part; colour: string }[] = [];
  const summary: string[] = [];
  for (const part of PARTS) {
    const colours = coloursOf(part.pattern, lines).map(colour => blend(colour, background));
    const last = colours.at(-1);
    if (last === undefined) {
      problems.push(`${part.name}: not found in the lines that are shown`);
      continue;
    }
    const ratio = Math.min(...colours.map(colour => contrast(colour, background)));
    summary.push(`${part.name} ${hex(last)} ${ratio.toFixed(1)}`);
    if (ratio < part.contrast)
      problems.push(`${part.name}: contrast ${ratio.toFixed(2)} is less than ${part.contrast}`);
    if (!part.distinct) continue;
    const twin = seen.find(other => other.colour === hex(last));
    if (twin !== undefined) problems.push(`${part.name}: the same colour as ${twin.part.name}, ${hex(last)}`);
    seen.push({ part, colour: hex(last) });
  }
  return { problems, summary: summary.join(', ') };
}

function coloursOf(pattern: RegExp, lines: readonly Line[]): Colour[] {
  for (const { text, spans } of lines) {
    const [start, end] = new RegExp(pattern, 'd').exec(text)?.indices?.[1] ?? [];
    if (start === undefined || end === undefined) continue;
    return spans
      .filter((span, index) => span.start < end && (spans[index + 1]?.start ?? text.length) > start)
      .map(span => span.colour);
  }
  return [];
}

async function readLines(page: Page): Promise<Line[]> {
  return page.locator('.monaco-editor .view-line').evaluateAll(lines =>
    // A line that has been drawn anew meanwhile is no longer in the page and has no colours.
    lines
      .filter(line => line.isConnected)
      .map(line => {
        const spans: { start: number; colour: Colour }[] = [];
        let text = '';
        for (const span of line.querySelectorAll(':scope > span > span')) {
          const style = span.ownerDocument.defaultView.getComputedStyle(span);
          const [red, green, blue, alpha = 1] = style.color.match(/[\d.]+/g).map(Number);
          spans.push({ start: text.length, colour: [red, green, blue, alpha * Number(style.opacity)] });
          // VS Code draws blanks as no-break spaces.
          text += span.textContent.replaceAll('\u00a0', ' ');
        }
        return { text, spans };
      }),
  );
}

async function readBackground(page: Page): Promise<Colour> {
  return page
    .locator('.monaco-editor .monaco-editor-background')
    .first()
    .evaluate(element => {
      const style = element.ownerDocument.defaultView.getComputedStyle(element);
      const [red, green, blue] = style.backgroundColor.match(/[\d.]+/g).map(Number);
      return [red, green, blue, 1] as const;
    });
}

function blend([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mix = (above: number, under: number): number => Math.round(above * alpha + under * (1 - alpha));
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function hex([red, green, blue]: Colour): string {
  return `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`;
}
