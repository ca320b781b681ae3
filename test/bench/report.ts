import { shown, type Figure, type Unmeasured } from './harness';
import { unreached, type Held } from './unreached';

/** What came of a figure. */
export interface Judged {
  readonly outcome: string;
  readonly isFailure: boolean;
}

/** Times mean nothing in the short form: there, only a figure that is none fails. */
export function judge(
  id: string,
  figure: Figure | Unmeasured,
  isShort: boolean,
  exceptions: Readonly<Record<string, Held>> = unreached,
): Judged {
  if (!('value' in figure)) return { outcome: `not measured: ${figure.why}`, isFailure: false };
  const { value, goal, noise, isLeast } = figure;
  if (!Number.isFinite(value)) return { outcome: 'no figure', isFailure: true };
  if (isShort) return { outcome: 'not judged', isFailure: false };
  const isWithin = (limit: number, margin: number) =>
    isLeast ? value >= limit * (1 - margin) : value <= limit * (1 + margin);
  const exception = exceptions[`${id} ${figure.name}`];
  if (isWithin(goal, exception ? 0 : noise)) {
    const more = isWithin(goal, 0) ? '' : ' within its noise';
    return { outcome: `reached${more}${exception ? ': take it off the list' : ''}`, isFailure: false };
  }
  if (!exception) return { outcome: 'missed', isFailure: true };
  if (isWithin(exception.held, noise)) {
    return { outcome: `not reached (held to ${shown(exception.held, '')})`, isFailure: false };
  }
  return {
    outcome: `missed, and worse than the ${shown(exception.held, '')} it is held to`,
    isFailure: true,
  };
}

export const goalText = (figure: Figure | Unmeasured): string =>
  'value' in figure ? `${figure.isLeast ? '≥' : '≤'} ${shown(figure.goal, figure.unit)}` : '';

const valueText = (figure: Figure | Unmeasured): string =>
  'value' in figure ? shown(figure.value, figure.unit) : '–';

/** A figure as a line of text. */
export function line(id: string, figure: Figure | Unmeasured, { outcome }: Judged): string {
  const against = 'value' in figure ? figure.against : '';
  return [
    id.padEnd(4),
    figure.name.padEnd(44),
    valueText(figure).padStart(10),
    `  goal ${goalText(figure)}`.padEnd(18),
    outcome.padEnd(12),
    against && `  ${against}`,
  ]
    .join('')
    .trimEnd();
}

export const markdownHead = `| goal | figure | today | goal | | against |\n| --- | --- | ---: | ---: | --- | --- |`;

/** A figure as a row of a Markdown table. */
export function markdownRow(id: string, figure: Figure | Unmeasured, { outcome }: Judged): string {
  const against = 'value' in figure ? figure.against : '';
  return `| ${[id, figure.name, valueText(figure), goalText(figure), outcome, against].join(' | ')} |`;
}
