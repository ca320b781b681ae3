import type { Frame, Lines, Trace } from '../model';
import { isDated } from './traceOverview';

/** What the times of a trace are, or how to get some: one line, with commands in backquotes. */
export function clockText({ frames }: Trace, lines: Lines): string {
  const counted = frames.filter(each => !each.isPrintedAgain);
  const dated = counted.find(isDated);
  if (dated) {
    const day = new Date(dated.time!).toISOString().slice(0, 10);
    return isUtc(dated, lines)
      ? `Date: ${day}; times are UTC.`
      : `Date: ${day}; times as exported; the export does not state a zone.`;
  }
  const why = counted.some(({ time }) => time !== undefined)
    ? 'This export has no date: times count from its beginning.'
    : 'This export has no times.';
  return `${why} With date and time of day: \`tshark -t ud -r FILE > trace.txt\` (UTC).`;
}

/** Seconds since 1970 count in UTC; a row or a tree of details may say so, too. */
const epoch = /(?:^|[\s|,;"])\d{10}[.,]\d{1,10}(?=[\s|,;"]|$)/;
const zoneOfRow = /\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z| UTC| GMT)\b/;
const zoneOfDetails = /^\s{0,12}(?:> )?(?:Epoch (?:Arrival )?Time|UTC Arrival Time): /;

/** How far into the details of a frame its times stand. */
const mostLines = 60;

/** Whether the text shows that the time of a frame is UTC. */
function isUtc({ line, start, details }: Frame, lines: Lines): boolean {
  const row = lines.at(line).slice(0, start);
  if (epoch.test(row) || zoneOfRow.test(row)) return true;
  // Where the row has a time, that is the one that is shown.
  if (!details || /\d{1,2}:\d{2}:\d{2}/.test(row)) return false;
  const [first, last] = details;
  for (let at = first; at <= Math.min(last, first + mostLines); at++) {
    if (zoneOfDetails.test(lines.at(at).slice(0, 200))) return true;
  }
  return false;
}
