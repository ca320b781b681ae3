import { type Disposable, languages, LanguageStatusSeverity, type TextDocument, window } from 'vscode';
import { clientCommands, type Report, type ReportedStatus, reportMethod } from '../../server/src/protocol';
import type { Server } from './client';
import { asText } from './asText';
import { ourLanguages } from './recognition';

const severities: Readonly<Record<ReportedStatus['severity'], LanguageStatusSeverity>> = {
  error: LanguageStatusSeverity.Error,
  warning: LanguageStatusSeverity.Warning,
  information: LanguageStatusSeverity.Information,
};

/** What the icon of a severity shows, for those who hear it; that of information says nothing. */
const severityWords: Readonly<Record<ReportedStatus['severity'], string>> = {
  error: ', error',
  warning: ', warning',
  information: '',
};

/** Says in the language status item what the shown log or trace came to, with the way to its last failure. */
export function showVerdictStatus(server: Server): Disposable {
  const item = languages.createLanguageStatusItem(
    'netsetup.verdict',
    ourLanguages.map(language => ({ language })),
  );
  item.name = 'NetSetup Log';
  let asked = 0;
  /** What the item is about: the words about another document must not stand there while one waits. */
  let shown: TextDocument | undefined;
  const show = async (document: TextDocument | undefined) => {
    if (!document || !ourLanguages.includes(document.languageId)) return;
    if (document !== window.activeTextEditor?.document) return;
    const own = ++asked;
    if (shown !== document) item.text = '';
    shown = document;
    const uri = document.uri.toString();
    item.busy = true;
    const report = await server.request<Report>(reportMethod, { uri }).catch(() => undefined);
    // A later question is about a newer text, or about another document.
    if (own !== asked) return;
    item.busy = false;
    // The client shows by itself that the server failed.
    if (!report) return;
    const { operations, asked: told, status } = report;
    const operation = operations.findLast(({ cause }) => cause);
    const failure = operation ?? told?.cause;
    item.text = asText(status.text);
    item.detail = asText(status.detail);
    item.severity = severities[status.severity];
    item.accessibilityInformation = { label: spoken(status) };
    item.command = failure
      ? {
          title: operation ? 'Go to Cause' : 'Go to Problem',
          command: clientCommands.goToCause,
          arguments: [uri, failure.line],
        }
      : undefined;
  };
  const telling = server.onDidTell(show);
  const switching = window.onDidChangeActiveTextEditor(editor => show(editor?.document));
  void show(window.activeTextEditor?.document);
  return {
    dispose() {
      telling.dispose();
      switching.dispose();
      item.dispose();
    },
  };
}

/** "NetSetup Log, error: 1 of 3 operations failed, at Connect (IPC$): 0x40" */
function spoken({ severity, text, detail }: ReportedStatus): string {
  return `NetSetup Log${severityWords[severity]}: ${[text, detail].filter(Boolean).join(', ')}`;
}
