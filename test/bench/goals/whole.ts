import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../../server/src/analyze';
import type { LanguageId, Log } from '../../../server/src/model';

/** VS Code shows no more problems of a file. */
const shownProblems = 1000;

/**
 * A full analysis, as what is asked of a document when it is opened: lines, operations with their verdicts (of a
 * trace: conversations and steps), and the words of the first 1,000 problems. Gives the Log, so that it is used.
 */
export function analyzeFully(text: string, languageId: LanguageId = 'netsetup-log'): Log {
  const log = analyze(text, languageId);
  let seen = log.lines.count + log.operations.filter(each => each.verdict.outcome === 'failed').length;
  seen += (log.trace?.conversations.length ?? 0) + (log.trace?.steps.length ?? 0);
  for (const { message, related } of log.findings.slice(0, shownProblems)) {
    seen += message.length + related.length;
  }
  if (!(seen > 0)) throw new Error('nothing was read');
  return log;
}

/** REF: lines counted by a loop of indexOf. */
export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** What every server with TextDocument does with a text before it looks at it. */
export const lineCountOfDocument = (text: string): number =>
  TextDocument.create('untitled:a', 'log', 1, text).lineCount;
