import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { Log, LogRecord, Operation, Phase } from '../model';
import { phaseTitles } from '../tables/phases';
import { clock, codeText, durationText, failureText, outcomeText, timesOf, titleOf } from '../words';
import type { Feature } from './feature';
import { linesRange, messageRange, rangeOf } from './ranges';

/** The outline, breadcrumbs and sticky scroll: operation → phase → what was passed or read there. */
export const documentSymbols: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null> = {
  name: 'documentSymbols',
  capabilities: { documentSymbolProvider: { label: 'NetSetup' } },
  request: DocumentSymbolRequest.type,
  handle(log) {
    const roots: DocumentSymbol[] = [];
    for (const operation of log.operations) {
      const symbol = operationSymbol(log, operation);
      const outer = roots.at(-1);
      // What ran inside a join, as its continuation may, is shown inside it.
      const isInside = outer && symbol.range.end.line <= outer.range.end.line;
      (isInside ? outer.children! : roots).push(symbol);
    }
    return roots;
  },
};

function operationSymbol(log: Log, operation: Operation): DocumentSymbol {
  const { records, phases } = operation;
  return {
    name: titleOf(operation),
    detail: joined(outcomeText(operation), failureText(operation), timeText(records)),
    kind: SymbolKind.Event,
    range: linesRange(records, line => log.lines.at(line).length),
    selectionRange: messageRange(records[0]!),
    // A name check is one phase: showing it would only repeat the name.
    children: operation.kind === 'nameCheck' ? [] : phases.map(phase => phaseSymbol(log, operation, phase)),
  };
}

function phaseSymbol(log: Log, operation: Operation, { id, records }: Phase): DocumentSymbol {
  return {
    name: phaseTitles[id],
    detail: joined(
      resultText(log, operation, records),
      id === 'dcLocator' ? (operation.facts.domainController ?? '') : '',
      timeText(records),
    ),
    kind: SymbolKind.Method,
    range: linesRange(records, line => log.lines.at(line).length),
    selectionRange: messageRange(records[0]!),
    children: records.filter(record => record.parameters.length > 0).map(record => recordSymbol(log, record)),
  };
}

function recordSymbol(log: Log, record: LogRecord): DocumentSymbol {
  return {
    name: record.message.replace(/:$/, ''),
    kind: SymbolKind.Object,
    range: linesRange([record], line => log.lines.at(line).length),
    selectionRange: messageRange(record),
    children: record.parameters.map(parameter => ({
      name: parameter.key,
      detail: parameter.value,
      kind: SymbolKind.Property,
      range: rangeOf(parameter),
      selectionRange: rangeOf(parameter),
    })),
  };
}

/** What a phase came to: the first code in it that is a failure, or "ok" where a result says so. */
function resultText(log: Log, { verdict }: Operation, records: readonly LogRecord[]): string {
  const failing = records.find(record => record === verdict.cause || verdict.echoes.includes(record));
  const code = failing && log.codesOf(failing).find(each => each.value !== 0);
  if (code) return codeText(code);
  const isOk = records.some(record => log.codesOf(record)[0]?.value === 0);
  return isOk ? 'ok' : '';
}

/** "09:14:02, 1.2 s": when it began and how long it took. */
function timeText(records: readonly LogRecord[]): string {
  const times = timesOf(records);
  if (!times) return '';
  const took = times.end - times.start;
  return took > 0 ? `${clock(times.start)}, ${durationText(took)}` : clock(times.start);
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ');
}
