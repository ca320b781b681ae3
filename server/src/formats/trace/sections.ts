import type { Frame, Lines, Section, Step, Trace } from '../../model';
import { stepText, stepTitle, whereText } from '../../traceWords';
import { count } from '../../words';
import { readTree } from './detailsTree';
import { fairShare, frameSection, moreSection, placeOf, thousands } from './frameSections';
import { messageOf } from './messages';
import { reprintsOf } from './reprints';
import { readRuns } from './runs';
import { partsOf, type StepPart } from './stepParts';
import { tookText, triesText } from './took';

/** More than these at each level are not listed, and that is said: an outline is for reading. */
const mostSteps = 500;
const mostParts = 4000;
const mostFrames = 10_000;
const mostDetails = 10_000;
/** What stands deeper in a tree holds nothing to look for. */
const deepest = 16;

/**
 * The outline: each step, its exchanges and the connections that came to nothing, their frames, and the details of
 * these.
 *
 * Steps run side by side: DNS and Kerberos are asked in the middle of LDAP. From their first to their last frames
 * they would overlap, and an editor that looks for what is around the cursor takes the first that fits: with DNS,
 * which begins first and ends last, nearly every row of a trace would be shown as DNS. So the lines of a step and of
 * an exchange are the rows with which they begin, up to the first row that is none of them: what is said of a row is
 * right, and of some rows nothing is said. Later exchanges of a step, and later frames of an exchange, stand outside
 * the lines of what they belong to. The lines of a frame hold its details, and these nest.
 */
export function readSections(trace: Trace, lines: Lines): Section[] {
  const steps = trace.steps.slice(0, mostSteps);
  const runs = readRuns(trace);
  const reprints = reprintsOf(trace, lines);
  const alone = reprints.others.slice(0, mostSteps);
  const all = steps.map(step => partsOf(step, runs));
  const share = fairShare(all.map(sizeOf), mostParts);
  const parts = all.map(each => mostTelling(each, share));
  const listed = fairShare(
    parts.flatMap(each => each.map(({ frames }) => frames.length)),
    mostFrames,
  );
  const framesOf = ({ frames }: StepPart) =>
    frames.slice(0, listed).flatMap(frame => [frame, ...(reprints.of.get(frame) ?? [])]);
  // NTLM runs inside other steps, and their frames show the details.
  const detailed = parts.flatMap((each, at) => (isInside(steps[at]!) ? [] : each.flatMap(framesOf)));
  const details = countDetails([...detailed, ...alone], lines);

  const partSection = (part: StepPart, levels: number): Section => ({
    kind: 'exchange',
    ...part.tell(),
    at: placeOf(part.frames[0]!, lines),
    children: [
      ...framesOf(part).map(frame => frameSection(frame, lines, levels)),
      ...more(part.frames.slice(listed), 'more frames'),
    ],
  });
  const stepSection = (step: Step, at: number): Section => {
    const kept = new Set(parts[at]);
    const left = all[at]!.filter(part => !kept.has(part)).map(each => each.frames[0]!);
    return {
      kind: 'step',
      name: nameOf(step),
      detail: detailOf(step),
      lines: runs.ofStep(step),
      at: placeOf(step.frames[0]!, lines),
      children: [
        ...[...kept].map(part => partSection(part, isInside(step) ? 0 : details.levels)),
        ...more(left, 'more exchanges'),
      ],
    };
  };
  const more = (left: readonly Frame[], what: string): Section[] =>
    left.length > 0 ? [moreSection(`${thousands(left.length)} ${what}`, left[0]!, lines)] : [];

  const told = [...steps.map(stepSection), ...alone.map(each => frameSection(each, lines, details.levels))];
  const leftSteps = trace.steps.slice(mostSteps).map(step => step.frames[0]!);
  return [
    ...told.sort((a, b) => a.lines[0] - b.lines[0]),
    ...otherTraffic(trace, lines),
    ...more(leftSteps, 'more steps'),
    ...more(reprints.others.slice(mostSteps), 'more frames printed again'),
    ...(details.hidden > 0
      ? [moreSection(`${thousands(details.hidden)} more lines of details`, trace.frames.at(-1)!, lines)]
      : []),
  ];
}

const sizeOf = (list: readonly unknown[]): number => list.length;

const isInside = ({ service }: Step): boolean => service === 'ntlm';

/** So many of the parts of a step, in their order: what went wrong is never left out for what went well. */
function mostTelling(parts: readonly StepPart[], share: number): readonly StepPart[] {
  if (parts.length <= share) return parts;
  const chosen = new Set(
    [...parts.filter(each => each.isBad), ...parts.filter(each => !each.isBad)].slice(0, share),
  );
  return parts.filter(each => chosen.has(each));
}

/** Down to how many levels of their trees the details of frames are listed, and how many lines are left out. */
function countDetails(frames: readonly Frame[], lines: Lines): { levels: number; hidden: number } {
  const atDepth: number[] = new Array<number>(deepest).fill(0);
  let all = 0;
  for (const frame of frames) {
    for (const { depth } of readTree(frame, lines)) {
      all++;
      if (depth < deepest) atDepth[depth]!++;
    }
  }
  let levels = 0;
  let shown = 0;
  while (levels < deepest && shown + atDepth[levels]! <= mostDetails) shown += atDepth[levels++]!;
  return { levels, hidden: all - shown };
}

/**
 * "SMB · 10.20.0.5:445", "LDAP · 10.20.0.5:389 · not answered": a screen reader hears the name of a row alone, so what
 * did not go well is in it.
 */
function nameOf(step: Step): string {
  const name = `${stepTitle(step)} · ${whereText(step)}`;
  return step.outcome === 'answered' ? name : `${name} · ${stepText(step)}`;
}

/** "answered · 17 ms"; behind a bad outcome "17 ms", "5 tries in 4.1 s". */
function detailOf(step: Step): string {
  const outcome = step.outcome === 'answered' ? stepText(step) : '';
  const tries = step.outcome === 'unanswered' ? triesText(step) : '';
  return [outcome, tries || tookText(step)].filter(Boolean).join(' · ');
}

const hostsOf = ({ client, server }: Step['conversations'][number]): string => `${client} ${server}`;

/** So many protocols of other traffic are named. */
const mostProtocols = 6;

/** What belongs to no step: "Other traffic · 14 frames: HTTP 9, ARP 5". */
function otherTraffic({ frames, steps }: Trace, lines: Lines): Section[] {
  const ofSteps = new Set(steps.flatMap(each => each.frames));
  const hosts = new Set(steps.flatMap(each => each.conversations.map(hostsOf)));
  // Rows of TCP that show no ports are pieces of what the same hosts said in a step.
  const isPiece = (frame: Frame) =>
    frame.protocol === 'TCP' &&
    (hosts.has(`${frame.source} ${frame.destination}`) ||
      hosts.has(`${frame.destination} ${frame.source}`)) &&
    messageOf(frame, lines).sourcePort === undefined;
  const others = frames.filter(each => !each.isPrintedAgain && !ofSteps.has(each) && !isPiece(each));
  if (others.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { protocol } of others) counts.set(protocol, (counts.get(protocol) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const named = sorted
    .slice(0, mostProtocols)
    .map(([protocol, number]) => `${protocol || '?'} ${thousands(number)}`);
  const rest = sorted.length - named.length;
  const first = others[0]!;
  return [
    {
      kind: 'step',
      name: 'Other traffic',
      detail: `${others.length === 1 ? '1 frame' : `${thousands(others.length)} frames`}: ${named.join(', ')}${rest > 0 ? `, ${count(rest, 'other protocol', 'other protocols')}` : ''}`,
      lines: [first.line, first.endLine],
      at: placeOf(first, lines),
      children: [],
    },
  ];
}
