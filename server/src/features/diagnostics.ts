import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import type { Finding, Log, Severity } from '../model';
import { firstLine, lastJoinIn } from '../report/operations';
import type { Settings } from '../settings';
import type { Feature } from './feature';
import { rangeOf } from './ranges';

/** Findings as the problems of a document, pulled by the client: those that the settings let through, as severe as they say. */
export const diagnostics: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  name: 'diagnostics',
  capabilities: {
    diagnosticProvider: { identifier: 'netsetup', interFileDependencies: false, workspaceDiagnostics: false },
  },
  request: DocumentDiagnosticRequest.type,
  needsSettings: true,
  handle: (log, { textDocument }, { settings }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: capped(shownFor(log, settings)).map(shown => diagnosticOf(shown, textDocument.uri)),
  }),
};

/** A finding as severe as the settings say. What it says is asked for where it is shown: a large log has thousands. */
interface Shown {
  readonly finding: Finding;
  readonly severity: Severity;
}

function shownFor(log: Log, settings: Settings): readonly Shown[] {
  return findingsFor(log, settings).flatMap(finding => {
    const severity = severityOf(finding, settings);
    return severity === 'off' ? [] : { finding, severity };
  });
}

/** VS Code shows no more of one document. */
const mostShown = 1000;

const ranks: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** As many as are shown, the worst of them and of equal ones the last, where there are too many with one that counts the others; in the order of the log. */
function capped(all: readonly Shown[]): readonly Shown[] {
  if (all.length <= mostShown) return all;
  const rank = ({ severity }: Shown) => ranks.indexOf(severity);
  // Of equal severity those that stand last: what failed last is what somebody looks for.
  const worstFirst = all.toReversed().sort((a, b) => rank(a) - rank(b));
  const worst = new Set(worstFirst.slice(0, mostShown - 1));
  return [theOthers(worstFirst.slice(worst.size), worst.size), ...all.filter(each => worst.has(each))];
}

function theOthers(others: readonly Shown[], shown: number): Shown {
  const names = { error: 'errors', warning: 'warnings', information: 'notes', hint: 'hints' } as const;
  const counts = ranks.flatMap(severity => {
    const count = others.filter(each => each.severity === severity).length;
    const name = count === 1 ? names[severity].slice(0, -1) : names[severity];
    return count > 0 ? [`${count.toLocaleString('en')} ${name}`] : [];
  });
  const finding: Finding = {
    code: 'more-problems',
    severity: 'information',
    message: `Of ${(shown + others.length).toLocaleString('en')} problems the worst ${shown} are shown, of equal ones the last. Not shown: ${counts.join(', ')}. The setting netsetup.diagnostics.scope (lastOperation) leaves those of the last join; the report of "NetSetup: Analyse File…" lists earlier ones.`,
    line: 0,
    start: 0,
    end: 0,
    repeats: 1,
    related: [],
    help: undefined,
  };
  return { finding, severity: 'information' };
}

function findingsFor(log: Log, { diagnostics }: Settings): readonly Finding[] {
  const join = diagnostics.scope === 'lastOperation' ? lastJoinIn(log) : undefined;
  if (!join) return log.findings;
  // What belongs to a join stands behind its beginning; of equal failures in a row, the last line does.
  const first = firstLine(join);
  return log.findings.filter(
    ({ line, related }) => line >= first || related.some(each => each.line >= first),
  );
}

function severityOf({ code, severity }: Finding, { rules }: Settings): Severity | 'off' {
  return Object.hasOwn(rules, code) ? rules[code]! : severity;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function diagnosticOf({ finding, severity }: Shown, uri: string): Diagnostic {
  return {
    range: rangeOf(finding),
    severity: severities[severity],
    source: 'NetSetup',
    code: finding.code,
    ...(finding.help !== undefined && { codeDescription: { href: finding.help } }),
    message: finding.message,
    relatedInformation: finding.related.map(({ message, ...span }) => ({
      location: { uri, range: rangeOf(span) },
      message,
    })),
  };
}
