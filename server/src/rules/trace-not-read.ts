import type { Rule } from './rule';

export const traceNotRead: Rule = {
  code: 'trace-not-read',
  languageId: 'network-trace',
  severity: 'information',
  description: 'The text is an export of a trace that is known and not read; it says how to export instead.',
  *check({ trace, lines }) {
    const notRead = trace?.notRead;
    if (!notRead) return;
    yield {
      line: notRead.line,
      start: 0,
      end: lines.at(notRead.line).length,
      message: `Not read: ${notRead.what}. Export it as text instead: tshark -r trace.pcapng (with -P -V for the details), or in Wireshark: File > Export Packet Dissections > As Plain Text.`,
      repeats: 1,
      related: [],
      help: undefined,
    };
  },
};
