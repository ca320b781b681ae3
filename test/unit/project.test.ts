// The project's own rules.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { features } from '../../server/src/features';
import { clientCommands } from '../../server/src/protocol';
import { rules } from '../../server/src/rules';
import { defaultSettings } from '../../server/src/settings';

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter(name => name.endsWith('.ts'));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gms)].map(
    match => match[1]!,
  );

/** From left to right: each may import what stands to its left, or beside it in its own folder. */
const order = [
  'once',
  'grouped',
  'tables',
  'tokenKinds',
  'model',
  'settings',
  'protocol',
  'words',
  'traceWords',
  'explain',
  'explainTrace',
  'parser',
  'formats',
  'rules',
  'analyze',
  'windows',
  'report',
  'outputs',
  'features',
  'openDocument',
  'params',
  'server',
  'nodeConnection',
  'worker',
  'cli',
  'mains',
];

function rankOf(file: string): number {
  const [first] = path.posix.relative('server/src', file).split('/');
  const name = first!.replace(/\.ts$/, '');
  return order.indexOf(name.endsWith('Main') ? 'mains' : name);
}

test('each part imports only what stands to its left', () => {
  const wrong: string[] = [];
  for (const file of sources('server/src')) {
    assert.ok(rankOf(file) >= 0, `${file} is in no part: give it a place in the order`);
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) {
        const isMain = rankOf(file) >= order.indexOf('cli');
        if (name === 'vscode' || (name.startsWith('node:') && !isMain)) wrong.push(`${file} imports ${name}`);
        if (name.startsWith('vscode-languageserver') && rankOf(file) < order.indexOf('features')) {
          wrong.push(`${file} imports ${name}`);
        }
        continue;
      }
      const target = path.posix.join(path.posix.dirname(file), name);
      if (rankOf(target) > rankOf(file)) wrong.push(`${file} imports ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the client takes from the server only how to recognise a text, and what to ask', () => {
  const taken = sources('client/src')
    .flatMap(importsOf)
    .filter(name => name.includes('server/'));
  assert.deepEqual([...new Set(taken)].sort(), [
    '../../server/src/formats/recognize',
    '../../server/src/protocol',
  ]);
});

test('every unit test is in the list that is run', () => {
  const files = readdirSync('test/unit').filter(name => name.endsWith('.test.ts'));
  assert.deepEqual(
    [...readFileSync('test/unit/index.ts', 'utf8').matchAll(/import '\.\/(.*)'/g)].map(
      match => `${match[1]}.ts`,
    ),
    files.sort(),
  );
});

test('every end-to-end test is in the list that is run', () => {
  const files = readdirSync('test/e2e').filter(name => name.endsWith('.test.ts'));
  assert.deepEqual(
    [...readFileSync('test/e2e/suite.ts', 'utf8').matchAll(/import\('\.\/(.*)'\)/g)]
      .map(match => `${match[1]}.ts`)
      .sort(),
    files.sort(),
  );
});

test('the lists of rules and features are their folders', () => {
  const files = (folder: string, besides: readonly string[]) =>
    readdirSync(folder)
      .map(name => name.replace('.ts', ''))
      .filter(name => name !== 'index' && !besides.includes(name));
  assert.deepEqual(
    rules.map(rule => rule.code),
    files('server/src/rules', [
      'rule',
      'cutSessions',
      'failure',
      'failedReplies',
      'joinTraffic',
      'locator',
      'otherWays',
      'silences',
      'unanswered',
    ]),
  );
  assert.deepEqual(
    features.map(feature => feature.name),
    files('server/src/features', ['feature', 'place', 'ranges']),
  );
});

test('the manifest declares the commands and settings that client and server use, and no others', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const client = sources('client/src')
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const commands = [...client.matchAll(/registerCommand\('([^']+)'/g)].map(match => match[1]);
  assert.deepEqual(
    manifest.contributes.commands.map((each: { command: string }) => each.command),
    commands,
  );
  for (const command of Object.values(clientCommands)) assert.ok(commands.includes(command), command);
  const ofClient = [...client.matchAll(/getConfiguration\('netsetup'[^)]*\)\.get\('([^']+)'/g)].map(
    match => match[1]!,
  );
  const properties: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;
  const expected = [...ofClient, ...keysOf(defaultSettings)].map(key => `netsetup.${key}`);
  assert.deepEqual(Object.keys(properties).sort(), expected.sort());
  assert.equal(properties['netsetup.inlayHints.enabled']?.default, defaultSettings.inlayHints.enabled);
  assert.equal(properties['netsetup.diagnostics.scope']?.default, defaultSettings.diagnostics.scope);
  assert.deepEqual(properties['netsetup.rules']?.default, defaultSettings.rules);
});

/** The settings of an object of objects, as "inlayHints.enabled"; an object that is empty is a setting itself. */
function keysOf(settings: object): string[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const inner = typeof value === 'object' && value !== null ? keysOf(value) : [];
    return inner.length > 0 ? inner.map(each => `${key}.${each}`) : [key];
  });
}

test('the setting of the rules knows every rule, with what it is about and how severe it is', () => {
  const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;
  const severities = ['off', 'hint', 'information', 'warning', 'error'];
  assert.deepEqual(
    properties['netsetup.rules'].properties,
    Object.fromEntries(
      rules.map(({ code, description, severity }) => [
        code,
        { enum: severities, default: severity, description },
      ]),
    ),
  );
});

/** A language of the manifest, and whether it claims a file by its name, as VS Code asks: in small letters. */
function languageNamed(id: string) {
  const { languages } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
  const language = languages.find((each: { id: string }) => each.id === id);
  assert.equal(language.extensions, undefined);
  const patterns: RegExp[] = language.filenamePatterns.map(
    (pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  );
  const isClaimed = (name: string): boolean =>
    (language.filenames ?? []).includes(name.toLowerCase()) ||
    patterns.some(pattern => pattern.test(name.toLowerCase()));
  return { firstLine: new RegExp(language.firstLine), isClaimed };
}

test('the manifest claims our log by its names and no other log', () => {
  const { firstLine, isClaimed } = languageNamed('netsetup-log');
  for (const name of [
    'netsetup.log',
    'wks07_netsetup.log',
    'netsetup.log.1',
    'netsetup-copy.txt',
    'netsetup.old',
  ]) {
    assert.ok(isClaimed(name), name);
  }
  for (const name of ['server.log', 'netlogon.log', 'setup.log', 'network.txt'])
    assert.ok(!isClaimed(name), name);
  const first = (file: string) => readFileSync(file, 'utf8').split(/\r?\n/)[0]!;
  assert.match(first('samples/good-join.log'), firstLine);
  assert.match(first('test/logs/xp-workgroup.log'), firstLine);
  assert.match('08/19/2016 14:20:05:110 [000009c4] NetpGetLsaPrimaryDomain: status: 0x0', firstLine);
  assert.doesNotMatch('02/10/2026 09:14:02:311 service started', firstLine);
});

test('the manifest claims traces by names that say so, and no other text', () => {
  const { firstLine, isClaimed } = languageNamed('network-trace');
  for (const name of [
    'NetTrace.txt',
    'WKS07_260210_NetTrace-join.txt',
    'network trace.txt',
    'join-network-trace.txt',
    'PktMon.txt',
    'WKS07-pktmon-2.txt',
    'tshark.txt',
    'join.tshark.txt',
  ]) {
    assert.ok(isClaimed(name), name);
  }
  // Notes about a tool, and what other tools print, are left to their first lines.
  for (const name of [
    'network.txt',
    'network_traceroute.txt',
    'dotnettrace.txt',
    'netmonitor.txt',
    'wireshark-notes.txt',
    'nettrace.etl',
    'trace.txt',
    'capture.txt',
    'pktmon.csv',
  ]) {
    assert.ok(!isClaimed(name), name);
  }
  for (const line of [
    'No.     Time           Source                Destination           Protocol Length Info',
    'Frame 1: 94 bytes on wire (752 bits), 94 bytes captured (752 bits)',
    '[ 0]49DC.4A38::2026-02-10 09:14:03.236118300 [Microsoft-Windows-PktMon] PktGroupId 556',
  ]) {
    assert.match(line, firstLine);
  }
  for (const line of [
    'No. of rows: 3',
    'Frame 1: the picture',
    '[0]49DC.4A38::2026-02-10 09:14:03.236118300 [Microsoft-Windows-DNS-Client] query',
  ]) {
    assert.doesNotMatch(line, firstLine);
  }
});

test('no path of a machine and no registry host is in the project', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const own = 'test/unit/project.test.ts';
  const forbidden = /\/home\/\w|\/root\/|\/work\/|C:\\Users\\|registry\.npmjs|"resolved":/;
  const wrong = files
    .split('\n')
    .filter(file => /\.(?:[mc]?ts|[mc]?js|json|md|ya?ml|sh)$|\.ci\/run$/.test(file) && file !== own)
    .filter(file => forbidden.test(readFileSync(file, 'utf8')));
  assert.deepEqual(wrong, []);
});
