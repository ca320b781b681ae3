import { type InlayHint, type InlayHintParams, InlayHintRequest } from 'vscode-languageserver';
import type { Token } from '../model';
import { tokenKinds } from '../tokenKinds';
import { hex } from '../words';
import type { Feature } from './feature';

/** Names behind numbers, where they add knowledge: a code that is not zero, the options that are set. */
export const inlayHints: Feature<InlayHintParams, InlayHint[] | null> = {
  name: 'inlayHints',
  capabilities: { inlayHintProvider: true },
  request: InlayHintRequest.type,
  reads: ['range'],
  needsSettings: true,
  handle(log, { range: { start, end } }, { settings }) {
    if (!settings.inlayHints.enabled) return [];
    const hints: InlayHint[] = [];
    for (let line = Math.max(0, start.line); line <= Math.min(end.line, log.lines.count - 1); line++) {
      const text = log.lines.at(line);
      const said = new Set(text.match(/\w+/g));
      for (const token of log.tokens(line)) {
        // A trace prints the names of its codes and flags itself, or a tree of the bits below them.
        if (log.trace && !isBareCode(token, text)) continue;
        const label = labelOf(token);
        // "0x5 ERROR_ACCESS_DENIED" says it already, and one name is enough for "0x21c4(8644)".
        if (!label || said.has(label)) continue;
        said.add(label);
        const tooltip = tooltipOf(token);
        hints.push({ position: { line, character: token.end }, label, tooltip, paddingLeft: true });
      }
    }
    return hints;
  },
};

/** "Status=0x5": a code of which a trace shows the number alone. */
function isBareCode({ kind, start, end }: Token, text: string): boolean {
  return tokenKinds[kind].isResult && /^(?:0x)?[0-9a-f]+$/i.test(text.slice(start, end));
}

/** VS Code cuts a hint behind so many characters. */
const longestHint = 43;

function labelOf({ kind, value }: Token): string {
  const { table, isResult } = tokenKinds[kind];
  const meaning = table.describe(value);
  if (meaning?.bits) return listOf(meaning.bits.map(({ name }) => shortName(name)));
  return isResult && value !== 0 ? (meaning?.name ?? '') : '';
}

/** What the names of a hint mean, all of them: the label may have left some out, and is too short to say it. */
function tooltipOf({ kind, value }: Token): string {
  const { table } = tokenKinds[kind];
  const meaning = table.describe(value);
  if (!meaning?.bits) return meaning?.text ?? '';
  const rows = meaning.bits.map(({ mask, name, text }) => `${name ?? hex(mask)}: ${text}`);
  return [table.title, ...rows].join('\n');
}

/** As many names as VS Code shows of a hint, and how many more there are. */
function listOf(names: readonly string[]): string {
  for (let shown = names.length; shown > 0; shown--) {
    const more = names.length - shown;
    const text = [...names.slice(0, shown), ...(more > 0 ? [`+${more}`] : [])].join(' | ');
    if (text.length <= longestHint) return text;
  }
  return '';
}

/** Without the prefix that all names of a set share. */
function shortName(name: string | undefined): string {
  return name?.replace(/^(?:NETSETUP_(?:PROVISION_)?|DS_|UF_)/, '') ?? '?';
}
