// SARIF: what a viewer and code scanning take in.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv2020 from 'ajv/dist/2020';
import type { Log as Sarif, Result, Run } from 'sarif';
import { analyze } from '../../server/src/analyze';
import type { Log } from '../../server/src/model';
import { sarifDocument, type SarifDocument } from '../../server/src/outputs/sarifDocument';
import { rules } from '../../server/src/rules';
import { readAll, readInWindows } from '../../server/src/windows/readInWindows';
import { allLogs, allTraces } from './checks';

/** The schema that Microsoft publishes with its tool, which is there for some platforms only. */
function schema(): object | undefined {
  const require = createRequire(path.resolve('package.json'));
  try {
    const tool = require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`);
    return JSON.parse(readFileSync(path.join(path.dirname(tool), 'sarif-2.1.0.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Characters that a URI may have: anything else has to be percent-encoded. */
const uriCharacters = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*$/;

function validator() {
  const own = schema();
  if (!own) return undefined;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addFormat('uri', text => uriCharacters.test(text) && URL.canParse(text));
  ajv.addFormat('uri-reference', text => uriCharacters.test(text) && URL.canParse(text, 'file:///'));
  ajv.addFormat('uuid', /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i);
  ajv.addFormat('date-time', text => !Number.isNaN(Date.parse(text)));
  return ajv.compile(own);
}

const validate = validator();

const folder = 'file:///C:/logs/';
const program = { version: '1.2.3', home: 'https://example.test/netsetup-log' };

/** A document that is written by a function, as its reader gets it. */
function written(write: (document: SarifDocument) => Iterable<string>): Run {
  const document = sarifDocument(program, folder);
  const text = [document.begin(), ...write(document), document.end()].join('');
  const sarif: Sarif = JSON.parse(text);
  if (validate) assert.ok(validate(sarif), JSON.stringify(validate.errors?.slice(0, 5)));
  return sarif.runs[0]!;
}

/** The run over one log. */
function runOver(log: Log, uri = 'NetSetup.LOG'): Run {
  return written(document => document.file({ uri, isBelow: true }, log));
}

const regionOf = (result: Result) => result.locations![0]!.physicalLocation!.region!;

/** What a viewer marks in a text. */
function marked(text: string, result: Result): string {
  const { startLine, startColumn, endLine, endColumn } = regionOf(result);
  assert.equal(startLine, endLine);
  return text.split(/\r\n|\n|\r/)[startLine! - 1]!.slice(startColumn! - 1, endColumn! - 1);
}

test('the schema is that of SARIF 2.1.0', t => {
  if (!validate) t.skip(`@microsoft/sarif-multitool has no schema for ${process.platform}`);
  else assert.ok(!validate({ version: '2.1.0', runs: [{ tool: {} }] }));
});

test('every finding of every log and trace is a result that fits the schema', () => {
  for (const { name, text } of [...allLogs(), ...allTraces()]) {
    const log = analyze(text);
    const { results } = runOver(log, encodeURI(name));
    assert.equal(results!.length, log.findings.length, name);
    for (const [at, result] of results!.entries()) {
      const finding = log.findings[at]!;
      assert.equal(rules[result.ruleIndex!]!.code, result.ruleId);
      assert.equal(result.ruleId, finding.code);
      assert.equal(marked(text, result), log.lines.at(finding.line).slice(finding.start, finding.end));
    }
    const fingerprints = results!.map(each => JSON.stringify(each.partialFingerprints));
    assert.equal(new Set(fingerprints).size, results!.length, name);
  }
});

test('a failed join: the line where it began, what happened, and what to filter by', () => {
  const text = readFileSync('samples/failed-join.log', 'utf8');
  const { results, artifacts, tool, originalUriBaseIds, columnKind } = runOver(analyze(text), 'a%20b/x.log');
  assert.equal(results!.length, 1);
  const [result] = results!;
  const { physicalLocation } = result!.locations![0]!;
  assert.deepEqual(physicalLocation!.artifactLocation, {
    uri: 'a%20b/x.log',
    uriBaseId: 'WORKINGFOLDER',
    index: 0,
  });
  assert.equal(originalUriBaseIds!['WORKINGFOLDER']!.uri, folder);
  assert.equal(marked(text, result!), 'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 64');
  assert.equal(regionOf(result!).startLine, 41);
  assert.equal(regionOf(result!).snippet!.text, 'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 64');
  assert.equal(columnKind, 'utf16CodeUnits');
  assert.equal(result!.level, 'error');
  assert.match(
    result!.message.text!,
    /^Join WKS07 → fabrikam\.test failed at Connect \(IPC\$\): 0x40 ERROR_NETNAME_DELETED\./,
  );
  assert.deepEqual(
    result!.relatedLocations!.map(each => each.physicalLocation!.region!.startLine),
    [42, 43, 46],
  );
  const { advice, article, ...properties } = result!.properties!;
  assert.deepEqual(properties, {
    kind: 'join',
    code: { value: 0x40, hex: '0x40', name: 'ERROR_NETNAME_DELETED', space: 'win32' },
    phase: 'connect',
    computer: 'WKS07',
    domain: 'fabrikam.test',
    account: 'FABRIKAM\\jdoe',
    domainController: 'DC1.fabrikam.test',
  });
  assert.ok(advice.some((each: string) => each.startsWith('Check next: ')));
  assert.match(article, /^https:\/\/learn\.microsoft\.com\//);
  assert.deepEqual(artifacts, [
    {
      location: { uri: 'a%20b/x.log', uriBaseId: 'WORKINGFOLDER' },
      roles: ['analysisTarget'],
      sourceLanguage: 'netsetup-log',
    },
  ]);
  assert.equal(tool.driver.name, 'NetSetup Log');
  assert.equal(tool.driver.version, '1.2.3');
  assert.equal(tool.driver.informationUri, program.home);
});

test('each rule has its level, what it is about and help, as a viewer shows it beside a result', () => {
  const { rules: told } = runOver(analyze('')).tool.driver;
  assert.deepEqual(
    told!.map(({ id, defaultConfiguration }) => [id, defaultConfiguration!.level]),
    rules.map(({ code, severity }) => [code, severity === 'information' ? 'note' : severity]),
  );
  for (const { id, name, shortDescription, fullDescription, help, properties } of told!) {
    assert.match(name!, /^(?:[A-Z][a-z]+)+$/);
    assert.match(shortDescription!.text, /^[A-Z][^:;]{10,150}\.$/, id);
    assert.ok(fullDescription!.text.startsWith(shortDescription!.text.slice(0, -1)), id);
    assert.ok(help!.text.includes('netsetup-log check FILE'));
    assert.ok(help!.markdown!.includes('`netsetup-log check FILE`'));
    assert.ok(properties!.tags!.includes('domain join'));
  }
  const tagsOf = (id: string) => told!.find(each => each.id === id)!.properties!.tags;
  assert.deepEqual(tagsOf('join-failed'), ['domain join', 'NetSetup.log']);
  assert.deepEqual(tagsOf('kerberos-failed'), ['domain join', 'network trace']);
});

test('a failure is known again where lines were added before it, and told from the same one on another day', () => {
  const text = readFileSync('samples/failed-join.log', 'utf8');
  const later = text.replaceAll('02/10/2026', '02/11/2026');
  const one = runOver(analyze(text)).results![0]!;
  const moved = runOver(analyze(`\n\n${text}`)).results![0]!;
  assert.notEqual(regionOf(moved).startLine, regionOf(one).startLine);
  assert.deepEqual(moved.partialFingerprints, one.partialFingerprints);
  const other = runOver(analyze(later)).results![0]!;
  assert.notDeepEqual(other.partialFingerprints, one.partialFingerprints);
});

test('a log that is read in windows has the same results, but for what stood in its lines', () => {
  const text = Array.from({ length: 12 }, (_, day) =>
    readFileSync('samples/failed-join.log', 'utf8')
      .replaceAll('02/10/2026', `02/${String(day + 10).padStart(2, '0')}/2026`)
      .replaceAll('WKS07', `WKS${day}`),
  ).join('');
  const { log } = readAll(readInWindows([text.slice(0, 9000), text.slice(9000)], 'netsetup-log', 6000));
  const bare = (run: Run) =>
    run.results!.map(({ locations, relatedLocations, ...rest }) => ({
      ...rest,
      line: locations![0]!.physicalLocation!.region!.startLine,
      related: relatedLocations!.length,
    }));
  const whole = bare(runOver(analyze(text)));
  assert.equal(whole.length, 12);
  assert.deepEqual(bare(runOver(log)), whole);
});

test('many files: those that could not be read are told, and so is what is not certain', () => {
  const text = readFileSync('samples/failed-join.log', 'utf8');
  const trace = readFileSync('samples/failed-join-trace.txt', 'utf8');
  const run = written(function* (document) {
    yield* document.file({ uri: '-', isBelow: false }, analyze(text));
    yield* document.file({ uri: 'file://server/logs/trace.txt', isBelow: false }, analyze(trace));
    document.tell({ uri: 'gone.log', isBelow: true }, 'error', 'no such file');
    document.tell({ uri: 'long.log', isBelow: true }, 'warning', 'cut at line 7');
  });
  assert.deepEqual(
    run.artifacts!.map(({ location, sourceLanguage }) => [
      location!.uri,
      location!.description?.text,
      sourceLanguage,
    ]),
    [
      ['-', 'Standard input.', 'netsetup-log'],
      ['file://server/logs/trace.txt', undefined, 'network-trace'],
    ],
  );
  assert.ok(run.results!.some(each => each.locations![0]!.physicalLocation!.artifactLocation!.index === 1));
  const [invocation] = run.invocations!;
  assert.equal(invocation!.executionSuccessful, false);
  assert.deepEqual(
    invocation!.toolExecutionNotifications!.map(({ level, message, locations }) => [
      level,
      message.text,
      locations![0]!.physicalLocation!.artifactLocation!.uri,
    ]),
    [
      ['error', 'no such file', 'gone.log'],
      ['warning', 'cut at line 7', 'long.log'],
    ],
  );
  const good = written(function* (document) {
    document.tell({ uri: 'long.log', isBelow: true }, 'warning', 'cut at line 7');
  });
  assert.equal(good.invocations![0]!.executionSuccessful, true);
  assert.deepEqual(good.results, []);
});

test('on the command line: names as addresses, from the working folder on; standard input; what was not read', () => {
  const working = mkdtempSync(path.join(tmpdir(), 'netsetup-'));
  try {
    const text = readFileSync('samples/failed-join.log', 'utf8');
    const inside = 'Prüfung 100% #1.log';
    const outside = path.resolve('samples/good-join.log');
    writeFileSync(path.join(working, inside), text);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.resolve('server/dist/cliMain.js'), 'check', '--format=sarif', inside, outside, '-', 'gone.log'],
      { cwd: working, input: text, encoding: 'utf8' },
    );
    assert.equal(status, 2);
    assert.equal(stderr, 'netsetup-log: gone.log: no such file\n');
    const sarif: Sarif = JSON.parse(stdout);
    if (validate) assert.ok(validate(sarif), JSON.stringify(validate.errors));
    const { tool, artifacts, results, invocations, originalUriBaseIds } = sarif.runs[0]!;
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(tool.driver.version, manifest.version);
    assert.equal(`${tool.driver.informationUri}.git`, manifest.repository.url);
    const base = originalUriBaseIds!['WORKINGFOLDER']!.uri!;
    assert.match(base, /^file:\/\/\/.*\/$/);
    const locations = artifacts!.map(each => each.location!);
    const [below, above, input] = locations;
    assert.equal(below!.uri, 'Pr%C3%BCfung%20100%25%20%231.log');
    assert.equal(path.basename(fileURLToPath(new URL(below!.uri!, base))), inside);
    assert.equal(above!.uri, pathToFileURL(outside).href);
    assert.equal(above!.uriBaseId, undefined);
    assert.equal(input!.uri, '-');
    assert.deepEqual(
      results!
        .filter(each => each.level === 'error')
        .map(each => each.locations![0]!.physicalLocation!.artifactLocation!.index),
      [0, 2],
    );
    assert.equal(invocations![0]!.executionSuccessful, false);
    assert.equal(invocations![0]!.toolExecutionNotifications![0]!.message.text, 'no such file');
  } finally {
    rmSync(working, { recursive: true });
  }
});
