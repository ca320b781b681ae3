/** Codes and times as other programs read them. */
import type { Code } from '../model';
import { hex } from '../words';

export function codeOf({ value, name, space }: Code): object {
  return { value, hex: hex(value), name: name ?? null, space };
}

/** "2026-02-10T09:14:02.000", the clock of the log; "--03-30T16:19:28.000" (ISO 8601:2000) where it has no year. */
export function timeText(time: number, hasYear: boolean): string {
  const text = new Date(time).toISOString().slice(0, -1);
  return hasYear ? text : `-${text.slice(4)}`;
}
