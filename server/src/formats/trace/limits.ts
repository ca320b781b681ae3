import type { Trace } from '../../model';

/** What a trace cannot show, as sentences. */
export function limitsOf(_trace: Omit<Trace, 'limits'>): string[] {
  return [];
}
