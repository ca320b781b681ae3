import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { codeLens } from '../../server/src/features/codeLens';
import type { Log } from '../../server/src/model';
import { clientCommands } from '../../server/src/protocol';
import { context, netsetup, textDocument } from './checks';

/** Lenses as "line title", one-based, those of one line together. */
function lensesOf(log: Log, commands: readonly string[] = Object.values(clientCommands)): string[] {
  const lenses = codeLens.handle(log, { textDocument }, { ...context, commands: new Set(commands) }) ?? [];
  const byLine = new Map<number, string[]>();
  for (const { range, command } of lenses) {
    const { line } = range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), command!.title]);
  }
  return Array.from(byLine, ([line, titles]) => `${line + 1} ${titles.join(' | ')}`);
}

const sample = (name: string) => analyze(readFileSync(name, 'utf8'));

test('a failed join says where it failed and leads to the cause; name checks that found nothing wrong are quiet', () => {
  assert.deepEqual(lensesOf(sample('samples/failed-join.log')), [
    '13 Failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED | Go to cause | Copy summary',
  ]);
});

test('a first try leads to no cause, and what finishes a join is part of it', () => {
  assert.deepEqual(lensesOf(sample('samples/good-join.log')), [
    '17 Superseded by the second try | Copy summary',
    '78 Succeeded, restart needed | Copy summary',
    '201 Succeeded | Copy summary',
  ]);
});

test('a failed name check has a lens', () => {
  const log = netsetup(
    "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name",
    "NetpCheckDomainNameIsValid [ Exists ] for 'fabrikam.test' returned 0x54b",
    "NetpValidateName: name 'fabrikam.test' is not valid for Domain (type 3): 0x54b",
  );
  assert.deepEqual(lensesOf(log), ['1 Failed with 0x54b ERROR_NO_SUCH_DOMAIN | Go to cause | Copy summary']);
});

test('an operation that the log leaves says so', () => {
  assert.deepEqual(lensesOf(netsetup('NetpDoDomainJoin', "NetpMachineValidToJoin: 'WKS07'")), [
    '1 Not finished in this log | Copy summary',
  ]);
});

test('a command is about its document and the first line of its operation', () => {
  const log = sample('samples/failed-join.log');
  const commands = new Set([clientCommands.goToCause]);
  const lenses = codeLens.handle(log, { textDocument }, { ...context, commands });
  assert.deepEqual(lenses?.[1]?.command, {
    title: 'Go to cause',
    command: 'netsetup.goToCause',
    arguments: [textDocument.uri, 12],
  });
});

test('a client without these commands has the titles only', () => {
  assert.deepEqual(lensesOf(sample('samples/failed-join.log'), ['netsetup.other']), [
    '13 Failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED',
  ]);
});

test('a log of thousands of operations has all its lenses', () => {
  const one = readFileSync('samples/failed-join.log', 'utf8');
  assert.equal(lensesOf(analyze(one.repeat(2000))).length, 2000);
});
