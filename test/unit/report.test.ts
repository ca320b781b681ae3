import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { reportOf } from '../../server/src/report/report';
import { netsetup } from './checks';

const join = (domain: string, ...result: readonly string[]) => [
  'NetpDoDomainJoin',
  'NetpJoinDomain',
  '  HostName: WKS07',
  `  Domain: ${domain}`,
  ...result,
];
const refused = ['NetUseAdd to \\\\DC1\\IPC$ returned 5', 'NetpDoDomainJoin: status: 0x5'];
const done = ['NetpDoDomainJoin: status: 0x0'];
const check = [
  "NetpValidateName: checking to see if 'fabrikam.test' is valid as type 3 name",
  "NetpValidateName: name 'fabrikam.test' is valid for type 3",
];

const statusOf = (...lines: readonly string[]) => reportOf(netsetup(...lines), undefined).status;

test('the status says what the file came to, and how bad it is by the last join', () => {
  assert.deepEqual(statusOf(...check, ...join('fabrikam.test', ...refused)), {
    text: '1 of 1 operation failed',
    detail: 'at Connect (IPC$): 0x5',
    severity: 'error',
  });
  assert.deepEqual(statusOf(...join('old.test', ...refused), ...join('fabrikam.test', ...done)), {
    text: '1 of 2 operations failed',
    detail: 'the last join succeeded',
    severity: 'warning',
  });
  const twice = [...join('fabrikam.test', ...refused), ...join('fabrikam.test', ...refused)];
  assert.deepEqual(statusOf(...join('old.test', ...done), ...twice), {
    text: '2 of 3 operations failed',
    detail: 'last at Connect (IPC$): 0x5',
    severity: 'error',
  });
});

test('the status of a log in which nothing failed is calm', () => {
  const calm = (text: string) => ({ text, detail: '', severity: 'information' });
  assert.deepEqual(statusOf(...join('fabrikam.test', ...done)), calm('No failure'));
  assert.deepEqual(statusOf(...check), calm('Name checks only, nothing wrong'));
  assert.deepEqual(statusOf(...join('fabrikam.test')), calm('No result: 1 not finished in this log'));
  assert.deepEqual(statusOf(''), calm('No join, rename or name check in this text'));
  const good = analyze(readFileSync('samples/good-join.log', 'utf8'));
  assert.deepEqual(reportOf(good, undefined).status, calm('No failure'));
});

test('the operation at a line is asked for, else the last join', () => {
  const good = analyze(readFileSync('samples/good-join.log', 'utf8'));
  const title = (line?: number) => {
    const summary = reportOf(good, line).asked?.summary;
    return summary && /^### (.*)\n\n\*\*(.*)\*\*/.exec(summary)?.slice(1).join(': ');
  };
  assert.equal(title(), 'Join WKS07 → fabrikam.test: Succeeded, restart needed');
  assert.equal(title(3), 'Name check WKS07 (computer): Valid');
  assert.equal(title(40), 'Join WKS07 → fabrikam.test: Superseded by the second try');
  // What finishes the join is the join; a note between two operations is in none.
  assert.equal(title(190), 'Join WKS07 → fabrikam.test: Succeeded, restart needed');
  assert.equal(title(205), 'Rename WKS07 (DNS name only): Succeeded');
  assert.equal(title(8), undefined);
});

test('a failure has its cause and its commands, and what did not fail has neither', () => {
  const log = netsetup(...check, ...join('fabrikam.test', ...refused));
  // At the number, so that a hover which is opened there tells of it.
  const [line, character] = [6, refused[0]!.lastIndexOf('5')];
  assert.deepEqual(reportOf(log, 4).asked?.cause, { line, character });
  assert.deepEqual(reportOf(log, 4).asked?.checkCommands, [
    'Get-SmbClientConfiguration',
    'Get-SmbServerConfiguration',
  ]);
  assert.equal(reportOf(log, 0).asked?.cause, null);
  assert.deepEqual(reportOf(log, 0).asked?.checkCommands, []);
});

test('of two numbers in the line of a cause the one that fails is gone to', () => {
  const failing = 'NetpCreateComputerObjectInDs: ldap_add_s failed: 0x35 0x216d';
  const log = netsetup(...join('fabrikam.test', failing, 'NetpDoDomainJoin: status: 0x216d'));
  const { line, character } = reportOf(log, 0).asked!.cause!;
  assert.equal(log.lines.at(line).slice(character), '0x216d');
});
