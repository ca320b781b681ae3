import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Command,
} from 'vscode-languageserver';
import { adviceText, commandsOf, toldWithJoins } from '../explain';
import { clientCommands } from '../protocol';
import { firstLine, hasCause, isFailure } from '../report/operations';
import type { Feature } from './feature';

/**
 * Offers the commands that check what may be behind a failure, at its cause. It is of the kind of quick fixes,
 * so that the light bulb and the problem show it; nothing changes the log.
 */
export const codeActions: Feature<CodeActionParams, (Command | CodeAction)[] | null> = {
  name: 'codeActions',
  capabilities: client => ({
    codeActionProvider: !takesLiterals(client) || { codeActionKinds: [CodeActionKind.QuickFix] },
  }),
  request: CodeActionRequest.type,
  reads: ['range', 'context'],
  handle(log, { textDocument: { uri }, range: { start, end }, context }, { commands, client }) {
    const isAsked = context.only?.every(kind => kind !== '' && kind !== CodeActionKind.QuickFix) !== true;
    if (!isAsked || !commands.has(clientCommands.copyCheckCommands)) return [];
    const told = toldWithJoins(log.operations);
    return log.operations.flatMap((operation): (Command | CodeAction)[] => {
      const line = operation.verdict.cause?.line ?? -1;
      if (!hasCause(operation) || line < start.line || line > end.line) return [];
      // The join tells what its rename failed to do.
      if (isFailure(operation) && told.has(operation.verdict.cause!)) return [];
      const advice = adviceText(operation);
      if (!advice || commandsOf(advice).length === 0) return [];
      const title = 'Copy check commands';
      const command = {
        title,
        command: clientCommands.copyCheckCommands,
        arguments: [uri, firstLine(operation)],
      };
      if (!takesLiterals(client)) return [command];
      const diagnostics = context.diagnostics.filter(each => each.range.start.line === line);
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
    });
  },
};

/** Whether the client knows more than bare commands. */
function takesLiterals({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
}
