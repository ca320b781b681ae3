// What a reader is told about a final code, by phase: the whole table, with and without the names of a log.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { adviceText, type AdviceText } from '../../server/src/explain';
import { noFacts } from '../../server/src/formats/netsetup/facts';
import type { Facts, Operation, OperationKind } from '../../server/src/model';
import { advice, rowsFor, type Advice } from '../../server/src/tables/advice';
import { phaseTitles, type PhaseId } from '../../server/src/tables/phases';
import { win32 } from '../../server/src/tables/status';
import { hex } from '../../server/src/words';

const phases = Object.keys(phaseTitles) as PhaseId[];
const articles = '../shared/knowledge/articles.md';
const allTexts = ({ happened, likely = [], next = [], elsewhere = [], unknown = '' }: Advice) => [
  happened,
  ...likely,
  ...next,
  ...elsewhere,
  unknown,
];

const names: Facts = {
  ...noFacts,
  computer: 'WKS07',
  newName: 'WKS08',
  domain: 'fabrikam.test',
  account: 'FABRIKAM\\jdoe',
  domainController: 'DC1.fabrikam.test',
};
const shortName: Facts = { ...names, domain: 'FABRIKAM' };
const withUnit: Facts = { ...names, ou: 'OU=Laptops,OU=Clients,DC=fabrikam,DC=test' };

/** What is said about a failed join, or another operation. */
function told(
  code: number,
  phase: PhaseId | undefined,
  facts: Facts = names,
  kind: OperationKind = 'join',
): AdviceText | undefined {
  const failure = { value: code, space: 'win32', name: undefined } as const;
  const operation: Operation = {
    kind,
    records: [],
    mayFail: [],
    phases: [],
    facts,
    verdict: {
      outcome: 'failed',
      code: failure,
      failure,
      cause: undefined,
      echoes: [],
      phase,
      firstWay: undefined,
      remarks: [],
      supersededBy: undefined,
    },
    shown: [],
    partOf: undefined,
  };
  return adviceText(operation);
}

/** What is said about a code that must have advice there. */
function toldOf(
  code: number,
  phase: PhaseId | undefined,
  facts: Facts = names,
  kind?: OperationKind,
): AdviceText {
  const text = told(code, phase, facts, kind);
  assert.ok(text, `${hex(code)} at ${phase}`);
  return text;
}

/** Every text of the table as it is shown: with all names, with a short domain name, with no names. */
function* shown(): Iterable<[place: string, text: AdviceText]> {
  for (const facts of [withUnit, shortName, noFacts]) {
    for (const { code, phases: counts = [undefined], option, kind = 'join', exists, located } of advice()) {
      const options = option && (option.isSet ? option.mask : 0);
      for (const phase of counts) {
        const ofRow = {
          ...facts,
          options,
          provisionOptions: options,
          accountExists: exists,
          domainFound: located,
        };
        yield [`${kind} ${hex(code)} at ${phase}, ${facts.domain}`, toldOf(code, phase, ofRow, kind)];
      }
    }
  }
}

/** The codes that a join, a rename or a name check can end with, and where: articles.md, sections A to C. */
const expected: readonly (readonly [code: number, ...phases: readonly PhaseId[]])[] = [
  // A. Codes with an article of their own.
  [0x5, 'connect', 'createAccount', 'renameAccount', 'renameSpn', 'reuseCheck'],
  [0x32, 'connect'],
  [0x3a, 'bind', 'renameSpn'],
  [0x40, 'connect'],
  [0x216d, 'createAccount'],
  [0x232a, 'nameCheck', 'dcLocator'],
  [0x534, 'findAccount', 'createAccount', 'renameSpn'],
  [0x54b, 'nameCheck', 'dcLocator', 'connect'],
  [0x569, 'connect'],
  [0x6ba, 'domainInfo', 'findAccount', 'createAccount', 'renameAccount', 'renameSpn'],
  [0x6bf, 'domainInfo', 'findAccount', 'createAccount', 'renameAccount', 'renameSpn'],
  [0x6d9, 'domainInfo', 'findAccount', 'createAccount', 'renameAccount', 'renameSpn'],
  [0xa8b, 'dcLocator'],
  [0xaac, 'reuseCheck', 'createAccount'],
  [0x8b0, 'findAccount', 'createAccount', 'renameAccount'],
  [0x774, 'dcLocator'],
  [0x2030, 'findAccount', 'createAccount', 'renameSpn'],
  [0xe, 'connect'],
  [0x4d8, 'connect'],
  [0x2011, 'createAccount'],
  // Further codes that decide joins.
  [0x21c7, 'createAccount', 'renameSpn'],
  [0x21c4, 'domainInfo'],
  [0x2, 'createAccount', 'findAccount'],
  ...[0x52f, 0x530, 0x531, 0x532, 0x533, 0x701, 0x773, 0x775].map(code => [code, 'connect', 'bind'] as const),
  [0x576, 'connect', 'bind'],
  [0x51f, 'connect'],
  [0x4f1, 'connect'],
  [0x2098, 'createAccount', 'renameSpn'],
  // B. What the dialog shows.
  [0x4cd, 'connect'],
  [0x4c3, 'connect'],
  [0x43, 'connect'],
  [0x47, 'connect'],
  [0x4be, 'connect'],
  [0x574, 'connect', 'bind'],
  [0x52e, 'connect', 'bind'],
  [0x437, 'connect'],
  // C. Codes without an article; 0xa99, 0x1 and 0xc0000034 are no failures.
  [0x525, 'connect', 'dcLocator'],
  [0x7b, 'nameCheck'],
  [0x2554, 'nameCheck'],
  [0x8bf, 'connect'],
  [0x8c0, 'connect'],
  [0x35, 'connect'],
  [0x54a, 'createAccount'],
  [0x6f7, 'findAccount'],
  [0xa84, 'machineCheck', 'renameAccount'],
  [0x2032, 'createAccount'],
  [0x232b, 'nameCheck', 'dcLocator'],
  [0x251e, 'nameCheck', 'dcLocator'],
  [0x267c, 'nameCheck', 'dcLocator'],
  [0x5b4, 'nameCheck', 'dcLocator'],
  [0x2746, 'dcLocator'],
  [0x34, 'nameCheck', 'connect'],
];

test('every code that decides a join has advice, where it comes up', () => {
  for (const [code, ...places] of expected) for (const phase of places) toldOf(code, phase);
});

test('no code of articles.md is left out', { skip: !existsSync(articles) && 'the list is not here' }, () => {
  const text = readFileSync(articles, 'utf8').replaceAll('–', '-');
  const [from, to] = [text.indexOf('## A.'), text.indexOf('## D.')];
  const named = [...text.slice(from, to).matchAll(/0x([0-9a-f]{1,4})\b/gi)].map(match =>
    parseInt(match[1]!, 16),
  );
  // Success, a BOOL, and the results of an LDAP call, which is never the end of a join.
  const noEnds = new Set([0x0, 0x1, 0x13, 0xa99]);
  const without = named.filter(code => !noEnds.has(code) && !advice().some(row => row.code === code));
  assert.deepEqual([...new Set(without)].map(hex), []);
});

test('the same code in another phase has other advice', () => {
  for (const [code, ...places] of [
    [0x5, 'connect', 'createAccount', 'renameAccount', 'renameSpn', 'reuseCheck'],
    [0x54b, 'nameCheck', 'dcLocator', 'connect'],
    [0x3a, 'bind', 'renameSpn'],
    [0x6ba, 'domainInfo', 'findAccount', 'createAccount', 'renameSpn'],
    [0x6d9, 'domainInfo', 'findAccount', 'createAccount', 'renameSpn'],
    [0x6bf, 'domainInfo', 'findAccount', 'createAccount', 'renameSpn'],
    [0x8b0, 'createAccount', 'renameAccount'],
    [0x34, 'nameCheck', 'connect'],
  ] as const) {
    const means = places.map(phase => toldOf(code, phase).means);
    assert.equal(new Set(means).size, places.length, hex(code));
  }
  assert.match(toldOf(0x5, 'connect').happened, /IPC\$/);
  assert.match(toldOf(0x5, 'renameAccount').means, /remote calls to SAM/);
  assert.match(toldOf(0x5, 'createAccount').means, /create computer objects/);
  assert.match(toldOf(0x5, 'renameSpn').means, /Validated write/);
});

test('once a session over SMB was there, nobody is sent to TCP 445 first', () => {
  for (const phase of phases.slice(phases.indexOf('bind'))) {
    for (const code of [0x6ba, 0x6be, 0x6bf, 0x6d9]) {
      const { likely, next } = toldOf(code, phase);
      assert.match(next[0]!, /-Port 135/);
      assert.doesNotMatch(likely[0]!, /445/);
    }
  }
  assert.match(toldOf(0x52e, 'bind').likely[0]!, /channel binding/);
  assert.match(toldOf(0x52e, 'bind').happened, /session over SMB was accepted before/);
  assert.match(toldOf(0x52e, 'connect').next[0]!, /DOMAIN\\user/);
  assert.match(toldOf(0x2028, 'bind').next[0]!, /LDAPClientIntegrity/);
});

test('a name check that found the domain turns what is likely around', () => {
  const isEmulator = /NT4Emulator/;
  const found = toldOf(0x54b, 'dcLocator', { ...names, domainFound: true });
  assert.match(found.happened, /name check found .*fabrikam\.test a moment before/);
  assert.match(found.likely[0]!, /fits the flags/);
  assert.match(found.likely[1]!, isEmulator);
  assert.doesNotMatch(toldOf(0x54b, 'dcLocator').means, isEmulator);
});

test('who leaves a domain is told so, and who runs djoin too', () => {
  for (const phase of [undefined, 'dcLocator', 'connect'] as const)
    for (const code of [0x54b, 0x774, 0x51f])
      assert.match(toldOf(code, phase, names, 'unjoin').happened, /leave without disabling its account/);
  assert.match(toldOf(0x5, 'createAccount', names, 'unjoin').likely[0]!, /may not disable/);
  for (const code of [0x5, 0xaac, 0x216d, 0x2098]) {
    const { means } = toldOf(code, 'createAccount', { ...names, account: undefined }, 'provision');
    assert.match(means, /[Tt]he user who ran djoin/);
  }
  assert.match(toldOf(0x34, 'nameCheck', names, 'workgroup').next[0]!, /another name for the workgroup/);
});

test('what the log shows of the account is not asked again', () => {
  const { happened, next } = toldOf(0x8b0, 'createAccount', { ...names, accountExists: true });
  assert.equal(happened, 'The account WKS07 exists, and this join did not use it.');
  assert.match(next[0]!, /that the log shows with MachineAccountOU/);
});

test('where the place of a code is not known, nothing is said that only holds in one', () => {
  // Elsewhere only what the code means in any join is said, and no check that is for another place.
  for (const [code, phase] of [
    [0x40, 'bind'],
    [0x7b, 'createAccount'],
  ] as const) {
    assert.deepEqual(told(code, phase)?.likely ?? [], []);
    assert.deepEqual(told(code, phase)?.next ?? [], []);
  }
  assert.equal(told(0x40, undefined), undefined);
  assert.doesNotMatch(toldOf(0x5, undefined).means, /IPC\$|SAM|Consistent/);
  assert.doesNotMatch(toldOf(0x533, 'createAccount').happened, /jdoe/);
});

test('for a short name the first advice is to give the DNS name of the domain', () => {
  const isShortName = /DNS name of the domain, with its dots, instead of FABRIKAM/;
  for (const phase of ['nameCheck', 'dcLocator', undefined] as const) {
    const { next, likely } = toldOf(0x54b, phase, shortName);
    assert.match(next[0]!, isShortName);
    assert.match(likely[0]!, /^a short name, FABRIKAM, .*workgroup has no forest/);
    assert.doesNotMatch(next.join('\n'), /_msdcs/);
    for (const facts of [names, noFacts]) {
      const dotted = toldOf(0x54b, phase, facts);
      assert.doesNotMatch(
        [dotted.means, ...dotted.next].join('\n'),
        /short name|with its dots|EnableMailslots/,
      );
      assert.match(dotted.next.join('\n'), /_ldap\._tcp\.dc\._msdcs\./);
    }
  }
  for (const code of [0x232a, 0x232b])
    assert.match(toldOf(code, 'nameCheck', shortName).next[0]!, isShortName);
});

test('what is behind a short name that is not found is told in the order in which Windows looks', () => {
  const { likely, next, elsewhere } = toldOf(0x54b, 'dcLocator', shortName);
  assert.match(likely.join('\n'), /off, the default from Windows Server 2025 on/);
  assert.match(likely.join('\n'), /another NetBIOS name of the domain/);
  assert.ok(likely.filter(each => each.length > 90).length <= 1, likely.join('\n'));
  assert.match(next.join('\n'), /\/v BlockNetBIOSDiscovery`: 0 allows/);
  assert.match(next.join('\n'), /`Get-SmbClientConfiguration`.*EnableMailslots on/);
  assert.match(
    elsewhere.join('\n'),
    /earlier look-ups.*own forest.*trusts.*2025.*trusting forests.*sign-in sessions/,
  );
  assert.match(toldOf(0x54b, 'nameCheck').elsewhere.join('\n'), /dcdiag\.txt/);
});

test('a block of account re-use names who may, what no longer helps and what deleting costs', () => {
  const { next, elsewhere, means } = toldOf(0xaac, 'createAccount');
  assert.match(means, /KB5020276/);
  assert.match(
    next.join('\n'),
    /creator.*administrator.*policy "Allow computer account re-use during domain join"/,
  );
  assert.match(next.join('\n'), /NetJoinLegacyAccountReuse .*without effect since August 2024/);
  assert.match(next.join('\n'), /BitLocker, LAPS/);
  assert.match(elsewhere.join('\n'), /event 4101/);
});

test('what the log cannot tell is said, with what would', () => {
  assert.match(toldOf(0x40, 'connect').unknown ?? '', /Kerberos was tried at all: only a trace of TCP 88/);
  assert.match(toldOf(0x32, 'connect').unknown ?? '', /TCP 88/);
  assert.match(toldOf(0x54b, 'dcLocator').unknown ?? '', /dcdiag\.txt/);
});

test('a missing organizational unit and an account in another one are told apart', () => {
  assert.match(toldOf(0x2, 'createAccount').means, /MachineAccountOU/);
  assert.match(toldOf(0x8b0, 'createAccount').means, /in another organizational unit/);
  assert.match(toldOf(0x8b0, 'renameAccount').means, /WKS08/);
});

test('for one code, one phase and one set of options there is one row', () => {
  for (const code of new Set(advice().map(row => row.code))) {
    const masks = advice().flatMap(row => (row.code === code && row.option ? [row.option.mask] : []));
    const all = masks.reduce((a, b) => a | b, 0);
    for (const phase of [undefined, ...phases]) {
      for (const options of [undefined, 0, all, ...masks, ...masks.map(mask => all & ~mask)]) {
        for (const kind of ['join', 'provision', 'unjoin', 'workgroup']) {
          for (const exists of [undefined, true, false]) {
            for (const located of [undefined, true]) {
              const rows = rowsFor(code, { phase, options, kind, exists, located });
              assert.ok(rows.length <= 1, `${hex(code)} at ${phase}, options ${options}, ${kind}, ${exists}`);
            }
          }
        }
      }
    }
  }
});

test('every row is for a code that has a name, and can be reached', () => {
  for (const row of advice()) {
    assert.ok(win32.describe(row.code)?.name, hex(row.code));
    const options = row.option && (row.option.isSet ? row.option.mask : 0);
    for (const phase of row.phases ?? [undefined]) {
      assert.deepEqual(
        rowsFor(row.code, {
          phase,
          options,
          kind: row.kind ?? 'join',
          exists: row.exists,
          located: row.located,
        }),
        [row],
        `${hex(row.code)} at ${phase}`,
      );
    }
  }
});

test('only names that are filled in stand in braces', () => {
  const known = [
    'dc',
    'domain',
    'dnsDomain',
    'ifDns',
    'if26100',
    'flatDomain',
    'computer',
    'newName',
    'account',
    'ou',
    'name',
  ];
  for (const row of advice()) {
    for (const text of allTexts(row)) {
      for (const [, name] of text.matchAll(/\{(.*?)\}/g)) assert.ok(known.includes(name!), text);
    }
    // These two are shown whatever the form of the name, so neither may count on one.
    assert.doesNotMatch(`${row.happened} ${row.unknown}`, /\{(dns|flat)Domain\}/);
  }
  for (const [place, text] of shown()) {
    assert.doesNotMatch(
      [text.means, ...text.next, ...text.elsewhere, text.unknown].join('\n'),
      /[{}]/,
      place,
    );
  }
});

/** Commands that read and change nothing; each has to stand at the beginning. */
const readOnly = [
  /^nltest \/dsgetdc:\S+( \/(kdc|ds|writable|force))*$/,
  /^Resolve-DnsName (-Type SRV )?\S+( -Type (A|AAAA))?$/,
  /^Test-NetConnection \S+ (-Port \d+|-TraceRoute)$/,
  /^portqry -n \S+ (-p udp )?-e \d+$/,
  /^w32tm \/(stripchart \/computer:\S+ \/samples:\d+|query \/\w+)$/,
  /^ipconfig \/all$/,
  /^net use$/,
  /^nbtstat -a \S+$/,
  /^ping -f -l \d+ \S+$/,
  /^dsquery (computer|\*) [^|&>]*$/,
  /^dsacls$/,
  /^setspn -[QLX] \S+$/,
  /^Get-[A-Z]\w+( [^|;&>()]*)?( \| Select-Object [\w, ]+)?$/,
  /^\(Get-[A-Z]\w+( [^|;&>()]*)?\)(\.\w+)+$/,
  /^reg query HKLM\\[\w\\]+( \/v \w+)?$/,
  /^gpresult \/scope computer \/r$/,
  /^repadmin \/showrepl \S+$/,
  /^netdom query fsmo$/,
  /^dcdiag \/test:\w+ \/v$/,
  /^dsregcmd \/status$/,
  /^whoami \/groups$/,
];

test('every command only reads', () => {
  let commands = 0;
  for (const text of advice().flatMap(allTexts)) {
    const parts = text.split('`');
    assert.equal(parts.length % 2, 1, text);
    // A name of the log is one word. A command has to run when it is pasted: no reader has to fill in anything.
    for (const command of parts.filter((_, index) => index % 2 === 1)) {
      assert.doesNotMatch(command, /<|\{(account|ou)\}/);
      const filledIn = command.replace(/\{\w+\}/g, 'NAME');
      assert.ok(
        readOnly.some(each => each.test(filledIn)),
        command,
      );
      commands++;
    }
    assert.doesNotMatch(text, /\b(Set|Remove|New|Reset|Disable|Enable|Restart|Stop|Start)-[A-Z]|\/reset\b/);
  }
  assert.ok(commands > 80, `${commands}`);
});

test('a command that needs the tools of an administrator says where they are', () => {
  for (const { next = [] } of advice()) {
    for (const step of next) {
      const needed = /\b(dsquery|dsacls|repadmin|dcdiag|netdom|setspn|Get-AD\w+)\b/.test(step);
      assert.equal(step.startsWith('on {dc}, or a member with RSAT: '), needed, step);
    }
  }
});

test('lists are short enough to be read at night', () => {
  for (const [place, { likely, next, elsewhere }] of shown()) {
    assert.ok(likely.length <= 4, `${place}: ${likely.length} causes`);
    assert.ok(next.length <= 5, `${place}: ${next.length} steps`);
    assert.ok(elsewhere.length <= 3, `${place}: ${elsewhere.length} places`);
    for (const text of [...likely, ...next]) assert.ok(text.length <= 230, `${place}: ${text}`);
  }
});

test('each part reads right where it stands', () => {
  for (const [place, { happened, likely, next, elsewhere, unknown }] of shown()) {
    assert.match(happened, /^(?:\p{Lu}|\d).*[^.]\.$/u, place);
    // "Consistent with X; or with Y."
    for (const cause of likely) assert.match(cause, /^(?:[a-z]|TCP|UDP|DNS|SMB|SRV)[^;]*[^.;]$/, place);
    for (const step of [...next, ...elsewhere]) assert.match(step, /[^.;]$/, place);
    if (unknown !== undefined) assert.match(unknown, /^\p{Lu}.*[^.]\.$/u, place);
    // A name that the log does not give is put in words, which have to fit into the sentence too.
    const sentences = [happened, ...likely, ...next, ...elsewhere, unknown].join('\n');
    assert.doesNotMatch(
      sentences,
      /\b(account|name) (the user|this computer)\b|\bthe the\b|(?<!in place )of the DNS name/,
      place,
    );
  }
});

test('no port is said to be open or closed, and no cause is told as a fact', () => {
  for (const { code, happened } of advice()) {
    const told = happened.replace('endpoint mapper (TCP 135)', 'endpoint mapper');
    assert.doesNotMatch(told, /\b(TCP|UDP|port \d|blocked|firewall|probably|usually)\b/i, hex(code));
  }
  for (const [place, text] of shown())
    assert.doesNotMatch(text.means, /\bport \d+ is (open|closed)\b/, place);
});

test('every article is one of the list', { skip: !existsSync(articles) && 'the list is not here' }, () => {
  const list = readFileSync(articles, 'utf8');
  for (const { article } of advice()) if (article !== undefined) assert.ok(list.includes(article), article);
});

test('a log of Windows 7 or before gets commands that are there', () => {
  const all = (build: number | undefined) =>
    [0x40, 0xa8b, 0x5, 0x54b].flatMap(code =>
      (['connect', 'dcLocator'] as const).flatMap(
        phase => told(code, phase, { ...names, build })?.next ?? [],
      ),
    );
  const since = /`(?:Test-NetConnection|Resolve-DnsName|Get-Smb\w+)/;
  for (const build of [2600, 7601]) {
    assert.deepEqual(
      all(build).filter(step => since.test(step)),
      [],
    );
    assert.ok(all(build).some(step => step.includes('`portqry -n DC1.fabrikam.test -e 88`')));
    assert.ok(
      all(build).some(step => step.includes('`nslookup -type=SRV _ldap._tcp.dc._msdcs.fabrikam.test`')),
    );
  }
  for (const build of [undefined, 9200]) assert.ok(all(build).some(step => since.test(step)));
});
