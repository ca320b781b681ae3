// What the extension does not do: no network, no files of its own accord, no code from text, no way in but its client.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { Child, withChild } from './child';
import { timeout } from './runs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

interface Bundled {
  /** The file as its package names it, or as the project does: "vscode-jsonrpc/lib/node/main.js". */
  readonly file: string;
  readonly isOurs: boolean;
  /** What it takes from outside of the bundle, without "node:". */
  readonly outside: readonly string[];
}

interface Built {
  readonly inputs: readonly Bundled[];
  /** The text of each bundle, by its name below the project. */
  readonly bundles: ReadonlyMap<string, string>;
}

/** What esbuild tells of a build, as far as it is asked. */
interface Meta {
  readonly inputs: Record<string, { readonly imports: readonly { path: string; external?: boolean }[] }>;
}

/** All bundles, built the way `npm run build` builds them, with what is in them. */
function build(): Built {
  const script: string = manifest.scripts.build;
  assert.match(script, /^esbuild .* --outdir=\. /);
  const folder = mkdtempSync(path.join(tmpdir(), 'netsetup-bundles-'));
  try {
    const metafile = path.join(folder, 'meta.json');
    const tools = `${path.resolve('node_modules/.bin')}${path.delimiter}${process.env['PATH']}`;
    execSync(script.replace('--outdir=.', `--outdir="${folder}" --metafile="${metafile}"`), {
      env: { ...process.env, PATH: tools },
    });
    const meta: Meta = JSON.parse(readFileSync(metafile, 'utf8'));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const scripts = files.filter(file => file.endsWith('.js'));
    return {
      inputs: Object.entries(meta.inputs).map(([file, { imports }]) => ({
        file: file.replace(/^.*node_modules\//, ''),
        isOurs: !file.includes('node_modules/'),
        outside: imports.filter(each => each.external).map(each => each.path.replace(/^node:/, '')),
      })),
      bundles: new Map(
        scripts.map(file => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file), 'utf8')]),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { inputs, bundles } = build();

test('every bundle of the manifest and of the package is looked at, and no other is packed', () => {
  const named = [manifest.main, manifest.browser, ...Object.values<string>(manifest.bin)];
  const packed = readFileSync('.vscodeignore', 'utf8')
    .split(/\r?\n/)
    .filter(line => line.endsWith('.js'))
    .map(line => line.slice(1));
  assert.deepEqual(packed, [
    'client/dist/nodeMain.js',
    'client/dist/browserMain.js',
    'server/dist/serverMain.js',
  ]);
  for (const each of [...named, ...packed]) assert.ok(bundles.has(path.posix.normalize(each)), each);
});

test('what runs in a browser needs no module of Node, and finds none in its way', () => {
  const taken = [...bundles.get('client/dist/browserMain.js')!.matchAll(/\brequire\("([^"]*)"\)/g)];
  assert.deepEqual([...new Set(taken.map(match => match[1]))], ['vscode']);
  // In a worker there is neither a process, nor what makes a module of a script; what it says first is that it loaded.
  const said: unknown[] = [];
  const postMessage = (message: unknown) => said.push(message);
  const worker = vm.createContext({ postMessage, TextDecoder, TextEncoder });
  vm.runInContext('var self = globalThis, DedicatedWorkerGlobalScope = class {};', worker);
  vm.runInContext(bundles.get('server/dist/serverMain.js')!, worker);
  assert.deepEqual(said, ['ready']);
  assert.equal(vm.runInContext('typeof require + typeof process', worker), 'undefinedundefined');
});

test('no bundle holds a module of the network; sockets are in the library of the transport alone', () => {
  const network = /^(?:https?|http2|dns(?:\/promises)?|tls|dgram|inspector|cluster|undici|quic|ws)$/;
  for (const { file, outside } of inputs) {
    assert.deepEqual(
      outside.filter(each => network.test(each)),
      [],
      file,
    );
    if (outside.includes('net')) assert.match(file, /^vscode-jsonrpc\/lib\/node\//);
  }
});

test('only the command line takes files from disk, and no code of ours starts a process', () => {
  const taken = inputs
    .filter(({ isOurs }) => isOurs)
    .flatMap(({ file, outside }) =>
      outside.filter(each => each !== 'vscode').map(each => `${file}: ${each}`),
    );
  const allowed =
    /^(?:client\/src\/nodeMain\.ts: path|server\/src\/cli(?:Main|\/\w+)\.ts: (?:fs|fs\/promises|path|buffer|util|tty)|server\/src\/cli\/places\.ts: url)$/;
  assert.deepEqual(
    taken.filter(each => !allowed.test(each)),
    [],
  );
});

/** What the command line prints in SARIF, and nobody opens: the home page of the product, and the name of the schema. */
const printed = [
  manifest.repository.url.replace(/\.git$/, ''),
  'https://json.schemastore.org/sarif-2.1.0.json',
];

test('no bundle makes code from text or speaks to the network by itself', () => {
  const forbidden = [
    /\beval\s*\(/,
    /\bnew Function\b/,
    /(?<![.\w])Function\s*\(\s*["'`]/,
    /(?<![.\w$])fetch\s*\(/,
    /\bXMLHttpRequest\b/,
    /\bWebSocket\b/,
    /\bEventSource\b/,
    /\bsendBeacon\b/,
    /\bcreateTelemetryLogger\b/,
    /\blogUsage\b/,
    /\bprocess\.binding\b/,
    /\bimportScripts\b/,
    /\bwriteFile/,
  ];
  for (const [name, text] of bundles) {
    for (const each of forbidden) assert.doesNotMatch(text, each, name);
    const rest = name.endsWith('/cliMain.js')
      ? printed.reduce((all, each) => all.replaceAll(each, ''), text)
      : text;
    const hosts = [...rest.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(match => match[1]);
    assert.deepEqual(
      [...new Set(hosts)].filter(host => host !== 'learn.microsoft.com'),
      [],
      name,
    );
  }
});

/**
 * Of the client: a file that VS Code hands to no extension is read when the reader asks for it, and its size looked up;
 * the samples are files of the package.
 */
const readers = ['largeFiles.ts', 'samples.ts', 'sizeStatus.ts'];

test('no source of ours sends telemetry, or trusts Markdown with commands or HTML', () => {
  for (const folder of ['client/src', 'server/src']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const text = readFileSync(path.join(folder, name), 'utf8');
      assert.doesNotMatch(text, /\btelemetry\b|TelemetryEvent/i, name);
      assert.doesNotMatch(text, /\bisTrusted\b|\bsupportHtml\b|\bsupportThemeIcons\b/, name);
      if (!readers.includes(name)) {
        assert.doesNotMatch(text, /\bworkspace\.(?:fs|openTextDocument|findFiles)\b/, name);
      }
    }
  }
});

test('the notices name every package that is in a bundle, and no other', () => {
  const bundled = inputs
    .filter(({ isOurs }) => !isOurs)
    .map(({ file }) => /^(?:@[^/]+\/)?[^/]+/.exec(file)![0]);
  const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');
  const ofLibraries = notices.split(/^## /m).find(each => each.startsWith('Libraries in the bundles'))!;
  assert.deepEqual(
    [...ofLibraries.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name!).sort(),
    [...new Set(bundled)].sort(),
  );
});

test('the extension runs where a workspace is not trusted or not on disk', () => {
  assert.deepEqual(manifest.capabilities, {
    untrustedWorkspaces: { supported: true },
    virtualWorkspaces: true,
  });
  // Nothing that a workspace says may choose a program or a file.
  const settings: Record<string, { scope: string }> = manifest.contributes.configuration.properties;
  for (const [name, { scope }] of Object.entries(settings)) assert.equal(scope, 'window', name);
  assert.deepEqual(
    Object.keys(settings).filter(name => /path|command|program|args|url/i.test(name)),
    [],
  );
});

test('the server opens no port and no pipe, and does not start without a client', { timeout }, () => {
  for (const args of [
    ['--socket=0'],
    ['--socket', '5007'],
    ['--pipe=netsetup'],
    ['--pipe', 'netsetup'],
    ['--stdio', '--socket=0'],
    ['--stdio', '--pipe=netsetup'],
    ['--node-ipc', '--socket=0'],
    [],
  ]) {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['server/dist/serverMain.js', ...args], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /^netsetup-language-server: .*Start it with --stdio or --node-ipc\.\n$/);
    assert.equal(stdout, '');
  }
});

test('the server says which it is and how it is started', { timeout }, () => {
  const told = (option: string) =>
    spawnSync(process.execPath, ['server/dist/serverMain.js', option], { encoding: 'utf8', timeout: 20_000 });
  assert.equal(told('--version').stdout, `${manifest.version}\n`);
  const { status, stdout } = told('--help');
  assert.equal(status, 0);
  assert.match(stdout, /^usage: netsetup-language-server --stdio/);
});

/** Told on the way out: which built-in modules were really loaded, and what was asked of the file system. */
const watched = `
const fs = process.getBuiltinModule?.('node:fs') ?? (await import('node:module')).createRequire('/')('node:fs');
const asked = [];
for (const name of ['open', 'openSync', 'readFile', 'readFileSync', 'writeFile', 'writeFileSync', 'stat', 'statSync', 'readdir', 'readdirSync', 'createReadStream', 'existsSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    asked.push(name + ' ' + args[0]);
    return real(...args);
  };
}
process.on('message', () => process.send({ asked }));
process.channel.unref();
fs.existsSync('watched');`;

test('the server reads no file, whatever address a document has', { timeout }, () =>
  withChild(
    async child => {
      await child.initialize();
      const own = new URL(`file://${path.resolve('samples/failed-join.log')}`).href;
      const textDocument = { uri: own };
      const symbols = async () =>
        (await child.request('textDocument/documentSymbol', { textDocument })).result;
      assert.deepEqual(await symbols(), [], 'what is not open is empty');
      child.open(own, readFileSync('samples/failed-join.log', 'utf8'));
      assert.notDeepEqual(await symbols(), []);
      for (const method of ['diagnostic', 'foldingRange', 'documentLink', 'codeLens']) {
        assert.ok('result' in (await child.request(`textDocument/${method}`, { textDocument })));
      }
      const answer = new Promise<{ asked: string[] }>(resolve =>
        child.process.once('message', resolve as never),
      );
      child.process.send('files');
      // The one that the watching itself asks for, so that it is known to see.
      assert.deepEqual((await answer).asked, ['existsSync watched']);
      assert.equal(await child.end(), 0);
    },
    new Child(['--stdio'], ['--import', `data:text/javascript,${encodeURIComponent(watched)}`]),
  ),
);
