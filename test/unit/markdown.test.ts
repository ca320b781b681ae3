import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';
import { adviceText } from '../../server/src/explain';
import type { Log } from '../../server/src/model';
import { codeBlock, codeSpan, markdown, plain } from '../../server/src/report/escape';
import { markdownReport } from '../../server/src/report/markdown';
import { netsetup } from './checks';

const last = (log: Log) => markdownReport(log, log.operations.at(-1)!);

test('a failed join is told in whole', () => {
  const log = analyze(readFileSync('samples/failed-join.log', 'utf8'));
  const [told, advised] = last(log).split(/\n\n(?=\*\*What happened)/);
  assert.equal(
    told,
    String.raw`### Join WKS07 → fabrikam.test

**Failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED**

- When: 02/10/2026 09:14:02:321, took 5.1 s
- Lines: 13–46
- Computer: ~WKS07~
- Domain: ~fabrikam.test~
- Account: ~FABRIKAM\jdoe~
- Options: ~0x23~: ~NETSETUP_JOIN_DOMAIN~, ~NETSETUP_ACCT_CREATE~, ~NETSETUP_DOMAIN_JOIN_IF_JOINED~
- Windows: ~Windows 11 Pro~, build ~22631~ (Windows 11 23H2)
- Domain controller: ~DC1.fabrikam.test~
- Phase: Connect (IPC$)

Line 41, where the failure begins:

~~~text
02/10/2026 09:14:07:447 NetUseAdd to \\DC1.fabrikam.test\IPC$ returned 64
~~~`.replaceAll('~', '`'),
  );
  const { happened, likely, next, elsewhere, unknown, url } = adviceText(log.operations.at(-1)!)!;
  for (const sentence of [happened, ...likely, ...next, ...elsewhere, ...(unknown ? [unknown] : [])]) {
    assert.ok(advised?.includes(markdown(sentence)), sentence);
  }
  assert.ok(advised?.endsWith(`[Microsoft: ERROR_NETNAME_DELETED](${url})\n`), advised);
});

test('a first try names the second', () => {
  const log = analyze(readFileSync('samples/good-join.log', 'utf8'));
  const first = markdownReport(
    log,
    log.operations.find(each => each.verdict.supersededBy)!,
  );
  assert.match(first, /^\*\*Superseded by the second try\*\*$/m);
  assert.match(first, /The second try begins in line 78\./);
  assert.doesNotMatch(first, /What happened/);
});

test('what the log leaves unfinished quotes the last line', () => {
  const log = netsetup('NetpDoDomainJoin', "NetpMachineValidToJoin: 'WKS07'");
  assert.match(
    last(log),
    /Line 2, where the log leaves it:\n\n```text\nNetpMachineValidToJoin: 'WKS07'\n```\n$/,
  );
});

test('a failure of which nothing is known says so', () => {
  const log = netsetup('NetpDoDomainJoin', 'NetpDoDomainJoin: status: 0x4e7');
  assert.match(last(log), /not in this log, or not under this code\.\n$/);
});

test('a build number that a server and a client share is read by the SKU', () => {
  const windows = (...sku: string[]) =>
    /^- Windows: .*$/m.exec(
      last(
        netsetup(
          'NetpDoDomainJoin',
          "NetpMachineValidToJoin: 'WKS07'",
          '  Build number: 17763 (17763.rs5_release.180914-1434)',
          ...sku,
          'NetpDoDomainJoin: status: 0x0',
        ),
      ),
    )?.[0];
  assert.equal(windows(), '- Windows: build `17763` (Windows 10 1809, or Windows Server 2019)');
  assert.equal(
    windows('  SKU: Windows Server 2019 Standard'),
    '- Windows: `Windows Server 2019 Standard`, build `17763` (Windows Server 2019)',
  );
  assert.equal(
    windows('  SKU: Windows 10 Pro'),
    '- Windows: `Windows 10 Pro`, build `17763` (Windows 10 1809)',
  );
});

test('names of the log format nothing and end nothing', () => {
  const name = 'a`*b*_c_<img>[x](y)|#';
  const log = netsetup(
    'NetpDoDomainJoin',
    'NetpJoinDomain',
    `  Domain: ${name}`,
    `  Account: ${name}`,
    'NetUseAdd to \\\\``` DC1\\IPC$ returned 5',
    'NetpDoDomainJoin: status: 0x5',
  );
  const text = last(log);
  assert.ok(text.startsWith(`### Join → ${String.raw`a\`\*b\*\_c\_\<img\>\[x\](y)\|\#`}\n`), text);
  assert.ok(text.includes(`- Account: \`\`${name}\`\`\n`), text);
  assert.ok(text.includes('````text\nNetUseAdd to \\\\``` DC1\\IPC$ returned 5\n````'), text);
});

test('code is fenced by more backquotes than it holds', () => {
  assert.equal(codeSpan('FABRIKAM\\jdoe'), '`FABRIKAM\\jdoe`');
  assert.equal(codeSpan('`'), '`` ` ``');
  assert.equal(codeBlock('a ```` b'), '`````text\na ```` b\n`````');
  assert.equal(plain('ERROR_NONE_MAPPED _x_'), 'ERROR_NONE_MAPPED \\_x\\_');
});
