import {
  type ClientCapabilities,
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
import type { Context, Feature } from './feature';
import { rangeOf } from './ranges';

/** The problems of a document, for a client that asks for them; one that does not has them published. */
export const diagnostics: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  name: 'diagnostics',
  capabilities: client =>
    pullsDiagnostics(client)
      ? {
          diagnosticProvider: {
            identifier: 'netsetup',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {},
  request: DocumentDiagnosticRequest.type,
  needsSettings: true,
  handle: (log, { textDocument }, context) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: problemsOf(log, textDocument.uri, context),
  }),
};

/** Whether the client asks for problems. Where it does, none are published: it would show them twice. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** Findings as the problems of a document: those that the settings let through, as severe as they say. */
export function problemsOf(log: Log, uri: string, { settings, client }: Context): Diagnostic[] {
  return shownOf(findingsFor(log, settings), settings).map(shown => diagnosticOf(shown, uri, client));
}

/** A finding as severe as the settings say. */
interface Shown {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** VS Code shows no more of one document. */
const mostShown = 1000;

/**
 * All that the settings let through, in the order of the log. Where that is too much the worst of them, of equal ones the
 * last, and one that counts the others: what failed last is what somebody looks for. What a finding says is asked for
 * only where it is shown: a large log has thousands.
 */
function shownOf(findings: readonly Finding[], settings: Settings): readonly Shown[] {
  const bySeverity = { error: [], warning: [], information: [], hint: [] } as Record<Severity, Finding[]>;
  for (const finding of findings) {
    const severity = severityOf(finding, settings);
    if (severity !== 'off') bySeverity[severity].push(finding);
  }
  const worstFirst = Object.entries(bySeverity) as [Severity, Finding[]][];
  const count = worstFirst.reduce((sum, [, each]) => sum + each.length, 0);
  let free = count > mostShown ? mostShown - 1 : count;
  const others: string[] = [];
  const shown = worstFirst.flatMap(([severity, all]) => {
    const own = all.slice(Math.max(0, all.length - free));
    free -= own.length;
    if (own.length < all.length) others.push(counted(all.length - own.length, severity));
    return own.map(finding => ({ finding, severity }));
  });
  shown.sort((a, b) => a.finding.line - b.finding.line || a.finding.start - b.finding.start);
  return others.length > 0 ? [theOthers(others, shown.length, count), ...shown] : shown;
}

const names: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

function counted(count: number, severity: Severity): string {
  return `${count.toLocaleString('en')} ${names[severity]}${count === 1 ? '' : 's'}`;
}

/** @param others how many of each severity are not shown */
function theOthers(others: readonly string[], shown: number, count: number): Shown {
  const finding: Finding = {
    code: 'more-problems',
    severity: 'information',
    message: `Of ${count.toLocaleString('en')} problems the worst ${shown} are shown, of equal ones the last. Not shown: ${others.join(', ')}. The setting netsetup.diagnostics.scope (lastOperation) leaves those of the last join; the report of "NetSetup: Analyse File…" lists earlier ones.`,
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

function diagnosticOf({ finding, severity }: Shown, uri: string, client: ClientCapabilities): Diagnostic {
  // What is said for diagnostics that are published counts for those that are pulled: older clients say it there only.
  const { publishDiagnostics, diagnostic } = client.textDocument ?? {};
  const showsHelp = publishDiagnostics?.codeDescriptionSupport || diagnostic?.codeDescriptionSupport;
  const showsRelated = publishDiagnostics?.relatedInformation || diagnostic?.relatedInformation;
  return {
    range: rangeOf(finding),
    severity: severities[severity],
    source: 'NetSetup',
    code: finding.code,
    ...(showsHelp && finding.help !== undefined && { codeDescription: { href: finding.help } }),
    message: finding.message,
    ...(showsRelated && {
      relatedInformation: finding.related.map(({ message, ...span }) => ({
        location: { uri, range: rangeOf(span) },
        message,
      })),
    }),
  };
}
