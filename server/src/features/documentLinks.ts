import { type DocumentLink, DocumentLinkRequest, type DocumentLinkParams } from 'vscode-languageserver';
import type { Log, LogRecord } from '../model';
import { tokenKinds } from '../tokenKinds';
import { adviceText } from '../explain';
import { codeText } from '../words';
import type { Feature } from './feature';
import { rangeOf } from './ranges';

/** The codes of a failure lead to Microsoft's article about it. */
export const documentLinks: Feature<DocumentLinkParams, DocumentLink[] | null> = {
  name: 'documentLinks',
  capabilities: { documentLinkProvider: {} },
  request: DocumentLinkRequest.type,
  handle: log =>
    log.operations.flatMap(operation => {
      const { outcome, cause, echoes, code } = operation.verdict;
      const url = outcome === 'failed' ? adviceText(operation)?.url : undefined;
      if (!url || !cause || !code) return [];
      return [cause, ...echoes].flatMap(record => linksOf(log, record, url, codeText(code)));
    }),
};

function linksOf(log: Log, record: LogRecord, target: string, name: string): DocumentLink[] {
  return log
    .tokens(record.line)
    .filter(({ kind, value }) => tokenKinds[kind].isResult && value !== 0)
    .map(token => ({ range: rangeOf(token), target, tooltip: `Microsoft's article on ${name}` }));
}
