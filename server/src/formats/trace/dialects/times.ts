/** A time as a trace prints it, in milliseconds; `hasDate` if it counts since 1970. */
export interface Time {
  readonly time: number | undefined;
  readonly hasDate: boolean;
}

const clock = /^(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/;
const seconds = /^-?\d{1,11}(?:[.,]\d{1,10})?$/;
const plainSeconds = /^\d{1,11}\.\d{1,10}$/;
/** What writers put for a time. */
const masked =
  /^(?:[h*x]{1,2}:[m*x]{2}:[s*x]{2}(?:\.\S{1,9})?|(?:y{4}|x{4})[/-].{2}[/-].{2}|\(?(?:time|date)\)?)$/i;
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Seconds since 1970 have ten digits; no trace lasts so long. */
export const firstEpoch = 1e9;

/** Reads the words of a time from the beginning of a list; `length` is how many of them it takes, 0 for none. */
export function readTime(words: readonly string[]): Time & { readonly length: number } {
  const [first] = words;
  if (words.length === 1 && plainSeconds.test(first!)) {
    const time = Number(first) * 1000;
    return { time, hasDate: time >= firstEpoch * 1000, length: 1 };
  }
  let date: number | undefined;
  let ofDay: number | undefined;
  let offset: number | undefined;
  let at = 0;
  while (at < words.length && at < 8) {
    const text = words[at]!;
    if (text.length > 40) break;
    const [day, rest] = splitIso(text);
    const clocked = clockOf(rest);
    const dated = dateOf(day);
    const named = date === undefined ? namedDateOf(words, at) : undefined;
    if (dated !== undefined && (rest === day || clocked !== undefined)) {
      date ??= dated;
      if (rest !== day) ofDay ??= clocked;
    } else if (named) {
      date = named.date;
      at += named.length - 1;
    } else if (rest === text && clocked !== undefined) {
      const half = /^[AP]M$/i.exec(words[at + 1] ?? '')?.[0].toUpperCase();
      const inHalf = half === undefined ? clocked : (clocked % 43_200_000) + (half === 'PM' ? 43_200_000 : 0);
      if (half !== undefined) at++;
      ofDay ??= inHalf;
    } else if (seconds.test(text) && offset === undefined) {
      offset = Number(text.replace(',', '.')) * 1000;
    } else if (
      !masked.test(text) &&
      !(ofDay !== undefined && /^(?:UTC|GMT|Z|CES?T|[ECMP][SD]T)$/.test(text))
    ) {
      break;
    }
    at++;
  }
  const length = at;
  if (date !== undefined && ofDay !== undefined) return { time: date + ofDay, hasDate: true, length };
  if (ofDay !== undefined) return { time: ofDay, hasDate: false, length };
  return { time: offset, hasDate: offset !== undefined && offset >= firstEpoch * 1000, length };
}

/** `2026-11-20T22:44:39Z` in its two parts; anything else twice. */
function splitIso(text: string): [day: string, rest: string] {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? [text.slice(0, 10), text.slice(11)] : [text, text];
}

/** `15:52:24.345685300`, with an offset behind it or none: milliseconds of the day; undefined for anything else. */
export function clockOf(text: string): number | undefined {
  const match = clock.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, whole, fraction] = match;
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(whole) > 60) return undefined;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(`${whole}.${fraction ?? 0}`)) * 1000;
}

/** `2026-11-20`, `2026/325` (day of the year), `11/4/2019` (month first), `4.11.2019` and `24/11/2019` (day first). */
export function dateOf(text: string): number | undefined {
  const parts = /^(\d{1,4})([-/.])(\d{1,3})(?:\2(\d{1,4}))?$/.exec(text);
  if (!parts) return undefined;
  const [, first, sign, second, third] = parts;
  if (third === undefined) {
    return first!.length === 4 && sign === '/' ? Date.UTC(Number(first), 0, Number(second)) : undefined;
  }
  if (first!.length === 4) return dayOf(Number(first), Number(second), Number(third));
  if (third.length !== 4) return undefined;
  return sign === '.' || Number(first) > 12
    ? dayOf(Number(third), Number(second), Number(first))
    : dayOf(Number(third), Number(first), Number(second));
}

/** `Sep 12, 2012`, as Wireshark prints the arrival of a frame. */
function namedDateOf(words: readonly string[], at: number): { date: number; length: number } | undefined {
  const month = monthNames.indexOf((words[at] ?? '').slice(0, 3).toLowerCase());
  const day = /^(\d{1,2}),$/.exec(words[at + 1] ?? '')?.[1];
  const year = /^\d{4}$/.exec(words[at + 2] ?? '')?.[0];
  const date = day && year && month >= 0 ? dayOf(Number(year), month + 1, Number(day)) : undefined;
  return date === undefined ? undefined : { date, length: 3 };
}

function dayOf(year: number, month: number, day: number): number | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? Date.UTC(year, month - 1, day) : undefined;
}
