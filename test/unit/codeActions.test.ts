import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CodeAction, CodeActionContext } from 'vscode-languageserver';
import { analyze } from '../../server/src/analyze';
import { adviceText, commandsOf } from '../../server/src/explain';
import { codeActions } from '../../server/src/features/codeActions';
import type { Log } from '../../server/src/model';
import { context, netsetup, textDocument } from './checks';

const own = { ...context, commands: new Set(['netsetup.copyCheckCommands']) };
const failed = analyze(readFileSync('samples/failed-join.log', 'utf8'));

function actionsIn(log: Log, first: number, last: number, asked: Partial<CodeActionContext> = {}) {
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  const params = { textDocument, range, context: { diagnostics: [], ...asked } };
  return codeActions.handle(log, params, own) as CodeAction[];
}

test('the line where a failure begins offers its check commands', () => {
  const [action, ...others] = actionsIn(failed, 40, 40);
  assert.deepEqual(others, []);
  assert.equal(action!.title, 'Copy check commands');
  assert.deepEqual(action!.command!.arguments, [textDocument.uri, 12]);
  assert.equal(action!.edit, undefined);
});

test('no other line offers anything, and no other kind of action is offered', () => {
  assert.deepEqual(actionsIn(failed, 41, 99), []);
  assert.deepEqual(actionsIn(failed, 0, 39), []);
  assert.deepEqual(actionsIn(failed, 40, 40, { only: ['source.fixAll'] }), []);
  assert.equal(actionsIn(failed, 40, 40, { only: ['quickfix'] }).length, 1);
});

test('a client without the command is offered nothing', () => {
  const range = { start: { line: 40, character: 0 }, end: { line: 40, character: 0 } };
  const params = { textDocument, range, context: { diagnostics: [] } };
  assert.deepEqual(codeActions.handle(failed, params, context), []);
});

test('a failure without commands offers nothing', () => {
  const log = netsetup('NetpUnJoinDomain: unjoin from WINGTIP', 'NetpUnJoinDomain: status: 0x5');
  assert.equal(log.findings.length, 1);
  assert.deepEqual(actionsIn(log, 0, 1), []);
});

const commandsIn = (log: Log) => commandsOf(adviceText(log.operations[0]!)!);

test('the commands carry the names of the log', () => {
  const log = netsetup(
    'NetpDoDomainJoin',
    'NetUseAdd to \\\\DC1\\IPC$ returned 64',
    'NetpDoDomainJoin: status: 0x40',
  );
  assert.deepEqual(commandsIn(log), ['Test-NetConnection DC1 -Port 88']);
});

test('a name that a shell would take for more than a name stays out of a command', () => {
  for (const name of [
    'DC1;calc',
    'DC1` and `calc',
    'DC1|calc',
    'DC1&calc',
    '$(calc)',
    'a>b',
    'DC1 x',
    '-x',
    'DC1\u201d',
  ]) {
    const log = netsetup(
      'NetpDoDomainJoin',
      `NetUseAdd to \\\\${name}\\IPC$ returned 64`,
      'NetpDoDomainJoin: status: 0x40',
    );
    assert.ok(log.operations[0]!.facts.domainController, name);
    // The step names what to fill in; a command that has to be filled in is not there to be copied.
    assert.deepEqual(
      adviceText(log.operations[0]!)?.next[0]?.includes('`Test-NetConnection <domain controller> -Port 88`'),
      true,
    );
    assert.deepEqual(commandsIn(log), [], name);
  }
});
