import { type CodeLens, type CodeLensParams, CodeLensRequest, type Command } from 'vscode-languageserver';
import type { Operation } from '../model';
import { clientCommands } from '../protocol';
import { firstLine, hasCause, isFailure } from '../report/operations';
import { capitalized, verdictText } from '../words';
import type { Feature } from './feature';

/** What each operation came to, above its first line, with the way to its cause and its summary. */
export const codeLens: Feature<CodeLensParams, CodeLens[] | null> = {
  name: 'codeLens',
  capabilities: { codeLensProvider: {} },
  request: CodeLensRequest.type,
  handle(log, { textDocument: { uri } }, { commands }) {
    const lensesOf = (operation: Operation): CodeLens[] => {
      const line = firstLine(operation);
      const start = { line, character: 0 };
      const lens = (command: Command): CodeLens => ({ range: { start, end: start }, command });
      const run = (title: string, command: string) =>
        commands.has(command) ? [lens({ title, command, arguments: [uri, line] })] : [];
      return [
        // The protocol knows no lens without a command.
        lens({ title: capitalized(verdictText(operation)), command: '' }),
        ...(hasCause(operation) ? run('Go to cause', clientCommands.goToCause) : []),
        ...run('Copy summary', clientCommands.copySummary),
      ];
    };
    return log.operations.filter(isWorthOne).flatMap(lensesOf);
  },
};

/** A name check is, and what finishes a join, only where it failed. */
function isWorthOne(operation: Operation): boolean {
  return isFailure(operation) || (operation.kind !== 'nameCheck' && !operation.partOf);
}
