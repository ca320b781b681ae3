/** A finding as a result of SARIF: where it stands, what tells it from others, what viewers may filter by. */
import type { ArtifactLocation, Location, Region, Result } from 'sarif';
import { failedParts } from '../explain';
import type { Finding, Log, LogRecord, Operation, Span } from '../model';
import { codeOf, timeText } from '../report/codes';
import { adviceOf } from '../report/json';
import { levelOf, ruleIndexes } from './sarifRules';

/** How a finding of a log becomes a result. */
export function resultsIn(log: Log, artifactLocation: ArtifactLocation): (finding: Finding) => Result {
  const { operations } = log;
  const failed = new Map(operations.flatMap(each => causedBy(each)));
  const parts = failedParts(operations);
  const recordAt = recordsOf(log);
  const seen = new Map<string, number>();

  const locationOf = (span: Span): Location => ({
    physicalLocation: { artifactLocation, region: regionOf(span, log) },
  });
  return finding => {
    const { code, severity, message, repeats, related, help, line } = finding;
    const operation = failed.get(line);
    const failure = fingerprint(code, recordAt(line), log.lines.at(line));
    const again = (seen.get(failure) ?? 0) + 1;
    seen.set(failure, again);
    return {
      ruleId: code,
      ruleIndex: ruleIndexes.get(code)!,
      level: levelOf(severity),
      message: { text: message },
      locations: [locationOf(finding)],
      ...(related.length > 0 && {
        relatedLocations: related.map((each, id) => ({
          id,
          ...locationOf(each),
          message: { text: each.message },
        })),
      }),
      occurrenceCount: repeats,
      partialFingerprints: { 'failure/v1': again > 1 ? `${failure} #${again}` : failure },
      properties: {
        ...(operation && propertiesOf(operation, parts)),
        ...(help !== undefined && { article: help }),
      },
    };
  };
}

/** An operation that failed or left something undone, by the line where that begins. */
function causedBy(operation: Operation): [number, Operation][] {
  const { outcome, cause } = operation.verdict;
  const isTold = outcome === 'failed' || outcome === 'succeededWithDamage';
  return isTold && cause ? [[cause.line, operation]] : [];
}

/** What viewers may filter by, named as in the JSON report. */
function propertiesOf(operation: Operation, parts: ReturnType<typeof failedParts>): object {
  const { kind, facts, verdict, records } = operation;
  const { computer, domain, account, domainController } = facts;
  const properties = {
    kind,
    code: verdict.failure && codeOf(verdict.failure),
    phase: verdict.phase,
    computer,
    domain,
    account,
    domainController,
    advice: adviceOf(operation, parts.get(records[0]!) ?? []),
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/** One-based; columns are UTF-16 code units, the last one exclusive. */
function regionOf({ line, start, end }: Span, log: Log): Region {
  // Of a file that was read little by little, most lines are not kept.
  const text = log.lines.at(line).slice(start, end);
  return {
    startLine: line + 1,
    startColumn: start + 1,
    endLine: line + 1,
    endColumn: end + 1,
    ...(text !== '' && { snippet: { text } }),
  };
}

/** The records that findings stand at, by their line: of a file that was read in windows, its operations have them. */
function recordsOf(log: Log): (line: number) => LogRecord | undefined {
  const known = new Map<number, LogRecord>();
  for (const { verdict, mayFail } of log.operations) {
    for (const record of verdict.cause ? [verdict.cause, ...mayFail] : mayFail)
      known.set(record.line, record);
  }
  return line => known.get(line) ?? log.recordAt(line);
}

/** No more of a line is needed to know it again. */
const longestFingerprint = 200;

/**
 * Tells a failure from others in its file, also where lines were added or taken away before it: its rule, when it
 * happened, and what the line says.
 */
function fingerprint(rule: string, record: LogRecord | undefined, line: string): string {
  const time = record?.time === undefined ? '' : timeText(record.time, record.hasYear);
  return [rule, time, (record?.message ?? line).slice(0, longestFingerprint)].filter(Boolean).join(' ');
}
