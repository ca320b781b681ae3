import { listed } from '../report/lists';
import type { UnreadKind } from '../report/notRead';
import { count } from '../words';

/** Files of a folder or a pattern that are none to read. */
export interface PassedOver {
  /** @param kind what is known of it, where somebody may have meant it to be read */
  take(name: string, kind: UnreadKind | undefined): void;
  /** "7 other files were passed over, among them 1 binary trace (PC1.pcapng)"; '' for none. */
  text(): string;
}

const many: Readonly<Record<UnreadKind, string>> = {
  'binary trace': 'binary traces',
  'trace in another form': 'traces in other forms',
  'network trace': 'network traces',
  'netlogon.log': 'netlogon.log files',
};

/** How many names a note has of each kind. */
const mostNames = 3;

export function passedOver(): PassedOver {
  let passed = 0;
  const byKind = new Map<UnreadKind, string[]>();
  return {
    take(name, kind) {
      passed++;
      if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
    },
    text() {
      if (passed === 0) return '';
      const known = [...byKind].map(([kind, names]) => {
        const named = kind === 'netlogon.log' ? '' : ` (${listed(names, mostNames)})`;
        return `${count(names.length, kind, many[kind])}${named}`;
      });
      const among =
        known.length > 0
          ? `, among them ${[known.slice(0, -1).join(', '), known.at(-1)].filter(Boolean).join(' and ')}`
          : '';
      return `${count(passed, 'other file was passed over', 'other files were passed over')}${among}`;
    },
  };
}
