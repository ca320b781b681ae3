// What the extension's page, its package and the repository say of themselves: it holds for this build.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { labels as logLabels } from '../../server/src/formats/netsetup/labels';
import { labels as traceLabels } from '../../server/src/formats/trace/labels';
import type { DialectId } from '../../server/src/model';
import type { Label } from '../../server/src/parser/tokens';
import { phaseTitles } from '../../server/src/tables/phases';
import { stepTitles } from '../../server/src/tables/steps';
import { spaceTitles, type Table } from '../../server/src/tables/table';
import { kindRow, type TokenKind, tokenKinds } from '../../server/src/tokenKinds';
import { kindTitles } from './checks';

const read = (file: string): string => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const readme = read('README.md');

/** What stands in the README below a heading of the second level. */
function section(title: string): string {
  const found = readme.split(/^## /m).find(each => each.startsWith(`${title}\n`));
  assert.ok(found !== undefined, `the README has no section "${title}"`);
  return found;
}

/** The cells of the rows of the tables in a Markdown text, without their headers. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[\s|:-]*$/.test(line))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    );
}

/** The kinds of number that the labels of a format claim. */
function kindsOf(labels: readonly Label[]): TokenKind[] {
  const groups = labels.flatMap(({ match }) =>
    [...match.source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name!),
  );
  return [...new Set(groups.map(name => (name in tokenKinds ? name : name.replace(/\d$/, ''))))].filter(
    (name): name is TokenKind => name in tokenKinds,
  );
}

const isFlags = (table: Table): boolean => table.describe(1)?.bits !== undefined;
const titlesOf = (kinds: readonly TokenKind[], wanted: (table: Table) => boolean): string[] => [
  ...new Set(
    kinds
      .filter(kind => !kindRow(kind).isResult)
      .map(kind => kindRow(kind).table)
      .filter(wanted)
      .map(({ title }) => title),
  ),
];

test('the README lists what is decoded, and nothing else', () => {
  const ofLog = kindsOf(logLabels);
  const ofTrace = kindsOf(traceLabels);
  // Each kind of token is some label's, so that none is left out of the two lists.
  assert.deepEqual(
    Object.keys(tokenKinds).filter(kind => ![...ofLog, ...ofTrace].includes(kind as TokenKind)),
    [],
  );
  const flagsOfLog = titlesOf(ofLog, isFlags);
  const expected: Readonly<Record<string, readonly string[]>> = {
    'Status codes': Object.values(spaceTitles),
    'Flags of the log': flagsOfLog,
    'Flags of a trace': titlesOf(ofTrace, isFlags).filter(title => !flagsOfLog.includes(title)),
    Enumerations: titlesOf([...ofLog, ...ofTrace], table => !isFlags(table)),
    Phases: Object.values(phaseTitles),
    'Steps of a trace': Object.values(stepTitles),
  };
  const rows = new Map(rowsOf(section('What is decoded')).map(([name, cell]) => [name, cell!]));
  for (const [name, items] of Object.entries(expected)) {
    const said = rows.get(name)?.replaceAll('`', '').split(', ');
    assert.deepEqual(said, items, `the row "${name}" should be: ${items.join(', ')}`);
  }
});

/** How the README names the kinds of text that a trace may be. */
const dialects: Readonly<Record<DialectId, string>> = {
  wiresharkColumns: 'plain text of Wireshark',
  wiresharkTabs: 'rows copied from it',
  wiresharkDetails: 'its details',
  csv: 'its CSV',
  tsharkSummary: 'the summary of tshark',
  tsharkTabs: 'its fields between tabs',
  netmonGrid: 'the frame summary of Network Monitor',
  netmonDetails: 'its frame details',
  pktmon: '`pktmon etl2txt`',
  markdownTable: 'tables in Markdown',
};

test('the README names each kind of operation and of trace text', () => {
  const rows = new Map(rowsOf(section('What is decoded')).map(([name, cell]) => [name, cell!]));
  assert.deepEqual(rows.get('Operations of the log')?.split(', '), Object.values(kindTitles));
  assert.deepEqual(rows.get('Text of a trace')?.split(', '), Object.values(dialects));
});

test('the README has a row for each setting, with its default', () => {
  const properties: Record<string, { default: unknown }> = contributes.configuration.properties;
  assert.deepEqual(
    rowsOf(section('Settings'))
      .slice(1)
      .map(([name, byDefault]) => [name, byDefault]),
    Object.entries(properties).map(([name, { default: value }]) => [
      `\`${name}\``,
      `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``,
    ]),
  );
});

test('the README tells of each command, and of no other', () => {
  const told = rowsOf(section('Commands'))
    .slice(1)
    .flatMap(([names]) => [...names!.matchAll(/\*\*(.+?)\*\*/g)].map(([, title]) => title!));
  assert.deepEqual(told.sort(), contributes.commands.map(({ title }: { title: string }) => title).sort());
});

const pagesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.md'))
        .map(name => path.posix.join(folder, name))
    : [];
const pages = [...pagesOf('.'), ...pagesOf('docs'), ...pagesOf('walkthrough'), 'server/README.md'];

test('what a page links to, or shows, is there', () => {
  const wrong = pages.flatMap(page =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!.split('#')[0]!)
      .filter(target => target !== '' && !/^(?:https?|command):/.test(target))
      .map(target => path.posix.join(path.posix.dirname(page), target))
      .filter(target => !existsSync(target))
      .map(target => `${page}: ${target}`),
  );
  assert.deepEqual(wrong, []);
});

test('the pictures of the README are PNG of at most 200 KB', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file!);
  assert.ok(pictures.length >= 4);
  for (const file of pictures) {
    assert.match(file, /^images\/[\w-]+\.png$/);
    assert.ok(statSync(file).size <= 200 * 1024, `${file} has ${statSync(file).size} bytes`);
  }
});

test('the icon is a PNG of 128 × 128 pixels or more', () => {
  const png = readFileSync(manifest.icon);
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(20) >= 128);
});

test('every command that a page or a workflow tells to run is a script of the project', () => {
  const workflows = readdirSync('.github/workflows').map(name => path.posix.join('.github/workflows', name));
  const known = Object.keys(manifest.scripts);
  const wrong = [...pages, ...workflows, '.vscode/tasks.json', '.ci/run'].flatMap(page =>
    [...read(page).matchAll(/\bnpm run (?:--silent |-s )?([\w:-]*\w)/g)]
      .map(([, name]) => name!)
      .filter(name => !known.includes(name))
      .map(name => `${page}: npm run ${name}`),
  );
  assert.deepEqual(wrong, []);
});

/** All that the package of the extension holds. A file more needs a reason: people download it. */
const packaged = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'THIRD-PARTY-NOTICES.md',
  'client/dist/browserMain.js',
  'client/dist/nodeMain.js',
  'images/icon.png',
  'package.json',
  'samples/failed-join-trace.txt',
  'samples/failed-join.log',
  'samples/good-join.log',
  'server/dist/serverMain.js',
  'syntaxes/netsetup-log.language-configuration.json',
  'syntaxes/netsetup-log.tmLanguage.json',
  'syntaxes/network-trace.language-configuration.json',
  'syntaxes/network-trace.tmLanguage.json',
  'walkthrough/cause.md',
  'walkthrough/failed-join.md',
  'walkthrough/good-join.md',
  'walkthrough/own-log.md',
  'walkthrough/trace.md',
];

test('the package holds these files and no others', async () => {
  const files = await listFiles({ packageManager: PackageManager.None });
  assert.deepEqual(files.map(file => file.replaceAll('\\', '/')).sort(), packaged);
});

test('the walkthrough shows files that are packaged, and runs commands that are there', () => {
  const ours = contributes.commands.map(({ command }: { command: string }) => command);
  for (const { title, description, media, completionEvents = [] } of contributes.walkthroughs[0].steps) {
    assert.ok(packaged.includes(media.markdown), title);
    const run = [...description.matchAll(/\]\(command:([\w.]+)(?:\?[^)]*)?\)/g)].map(
      ([, command]) => command!,
    );
    for (const command of run) {
      assert.ok(ours.includes(command) || command.startsWith('workbench.'), command);
    }
    // A step is done when the command of its button has run, or has come to what it was run for.
    for (const event of completionEvents) {
      const done = run[0] === 'netsetup.goToCause' ? 'onContext:netsetup.wentToCause' : `onCommand:${run[0]}`;
      assert.equal(event, done, title);
    }
  }
});

test('each command has our category, and stands in a menu only where it applies', () => {
  for (const { command, category } of contributes.commands) assert.equal(category, 'NetSetup', command);
  for (const [menu, items] of Object.entries<{ command: string; when?: string }[]>(contributes.menus)) {
    for (const { command, when } of items) assert.ok(when, `${command} in ${menu}`);
  }
  // The others need no text that is open: they ask for a file or a code.
  const always = [
    'decodeStatusCode',
    'analyseFile',
    'openSampleFailedJoin',
    'openSampleGoodJoin',
    'openSampleTrace',
  ];
  const restricted = contributes.menus.commandPalette.map(({ command }: { command: string }) => command);
  assert.deepEqual(
    contributes.commands
      .map(({ command }: { command: string }) => command)
      .filter((command: string) => !restricted.includes(command)),
    always.map(name => `netsetup.${name}`),
  );
});

test('a file of the explorer is offered to be analysed by its name', () => {
  const item = contributes.menus['explorer/context'].find(
    ({ command }: { command: string }) => command === 'netsetup.analyseFile',
  );
  const patterns = [...item.when.matchAll(/=~ \/(.*?)\/i/g)].map(([, source]) => new RegExp(source!, 'i'));
  const isOffered = (name: string): boolean => patterns.some(pattern => pattern.test(name));
  for (const name of ['NetSetup.LOG', 'WKS07_netsetup.log.1', 'netsetup.old', 'NetTrace.txt', 'PktMon.txt'])
    assert.ok(isOffered(name), name);
  for (const name of ['server.log', 'netlogon.log', 'nettrace.etl', 'pktmon.pcapng', 'notes.txt'])
    assert.ok(!isOffered(name), name);
});

test('workflows name a version of each action, say what they may do, and hold no secret', () => {
  for (const name of readdirSync('.github/workflows')) {
    const text = read(path.join('.github/workflows', name));
    assert.match(text, /^permissions:\n {2}contents: read$/m, name);
    for (const [, action] of text.matchAll(/\buses: (\S+)/g)) assert.match(action!, /^actions\/[\w-]+@v\d+$/);
    for (const [, version] of text.matchAll(/\bnpx --yes (\S+)/g)) assert.match(version!, /@\d+\.\d+\.\d+$/);
    for (const [line] of text.matchAll(/^.*(?:_PAT|TOKEN): .*$/gm))
      assert.match(line, /: \$\{\{ secrets\.[A-Z_]+ \}\}$/);
  }
});

test('a new version is released with what is new in it', () => {
  assert.match(read('CHANGELOG.md'), new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}$`, 'm'));
});
