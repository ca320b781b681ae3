import type { Dialect } from './dialect';

/** `    1   0.000000 192.168.1.5 → 192.168.1.2 DNS 94 Standard query …`, what tshark prints without options. */
const row = /^ *(\d+) +(\d+(?:\.\d+)?) +(\S+) +(?:→|->) +(\S+) +(\S+) +(?:(\d+) )?(.*)$/;

export const tsharkSummary: Dialect = {
  id: 'tsharkSummary',
  reader: () => ({
    isHeader: () => false,
    row(line) {
      const match = row.exec(line);
      if (!match) return undefined;
      const [, number, time, source, destination, protocol, , info] = match;
      return {
        number: Number(number),
        time: Number(time) * 1000,
        hasDate: false,
        source: source!,
        destination: destination!,
        sourcePort: undefined,
        destinationPort: undefined,
        protocol: protocol!,
        info: info!.trim(),
        start: line.length - info!.trimStart().length,
      };
    },
  }),
};
