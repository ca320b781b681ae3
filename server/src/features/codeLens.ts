import { type CodeLens, type CodeLensParams, CodeLensRequest, type Command } from 'vscode-languageserver';
import type { Operation, Step, Trace } from '../model';
import { clientCommands } from '../protocol';
import { withoutIcons } from '../report/escape';
import { firstLine, hasCause, isFailure } from '../report/operations';
import { portsText, serversOf } from '../report/traceOverview';
import { stepText, stepTitle } from '../traceWords';
import { capitalized, verdictText } from '../words';
import type { Feature } from './feature';

/** Makes a lens above a line; it has a command only where the client has it. */
type Make = (line: number, title: string, command?: string) => CodeLens[];

/**
 * What each operation came to, above its first line, with the way to its cause and its summary; above a trace which
 * ports of its servers answered, and above each step of it that did not go well what it came to.
 */
export const codeLens: Feature<CodeLensParams, CodeLens[] | null> = {
  name: 'codeLens',
  capabilities: { codeLensProvider: {} },
  request: CodeLensRequest.type,
  handle({ operations, trace }, { textDocument: { uri } }, { commands }) {
    const make: Make = (line, text, command) => {
      const title = withoutIcons(text);
      if (command !== undefined && !commands.has(command)) return [];
      const start = { line, character: 0 };
      // The protocol knows no lens without a command.
      const run: Command =
        command === undefined ? { title, command: '' } : { title, command, arguments: [uri, line] };
      return [{ range: { start, end: start }, command: run }];
    };
    if (trace)
      return [...lensesOfServers(trace, make), ...trace.steps.flatMap(each => lensesOfStep(each, make))];
    return operations.filter(isWorthOne).flatMap(each => lensesOfOperation(each, make));
  },
};

function lensesOfOperation(operation: Operation, make: Make): CodeLens[] {
  const line = firstLine(operation);
  return [
    ...make(line, capitalized(verdictText(operation))),
    ...(hasCause(operation) ? make(line, 'Go to cause', clientCommands.goToCause) : []),
    ...make(line, 'Copy summary', clientCommands.copySummary),
  ];
}

/** A name check is, and what finishes a join, only where it failed. */
function isWorthOne(operation: Operation): boolean {
  return isFailure(operation) || (operation.kind !== 'nameCheck' && !operation.partOf);
}

/** More would not fit above one line. */
const mostServers = 3;

function lensesOfServers(trace: Trace, make: Make): CodeLens[] {
  const line = trace.frames[0]?.line;
  if (line === undefined) return [];
  const servers = serversOf(trace);
  const rest = servers.length - mostServers;
  return [
    ...servers
      .slice(0, mostServers)
      .flatMap(([server, ports]) => make(line, [server, portsText(ports)].filter(Boolean).join(': '))),
    ...(rest > 0 ? make(line, rest === 1 ? '1 more server' : `${rest} more servers`) : []),
    ...(servers.length > 0 ? make(line, 'Copy reachability', clientCommands.copyReachability) : []),
    ...make(line, 'Copy summary', clientCommands.copySummary),
  ];
}

function lensesOfStep(step: Step, make: Make): CodeLens[] {
  if (step.outcome === 'answered') return [];
  return make(step.frames[0]!.line, `${stepTitle(step)} ${stepText(step)}`);
}
