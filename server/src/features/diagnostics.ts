import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../model';
import type { Feature } from './feature';
import { rangeOf } from './ranges';

/** Findings as the problems of a document, pulled by the client. */
export const diagnostics: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  name: 'diagnostics',
  capabilities: {
    diagnosticProvider: { identifier: 'netsetup', interFileDependencies: false, workspaceDiagnostics: false },
  },
  request: DocumentDiagnosticRequest.type,
  handle: (log, { textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: log.findings.map(finding => diagnosticOf(finding, textDocument.uri)),
  }),
};

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
