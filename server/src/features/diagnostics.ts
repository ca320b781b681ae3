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
    items: findingsFor(log, settings).flatMap(finding => {
      const severity = severityOf(finding, settings);
      return severity === 'off' ? [] : [diagnosticOf({ ...finding, severity }, textDocument.uri)];
    }),
  }),
};

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

function diagnosticOf(finding: Finding, uri: string): Diagnostic {
  return {
    range: rangeOf(finding),
    severity: severities[finding.severity],
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
