// What an editor is sent that announces less than VS Code, or calls a log by another name.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type Command,
  ConfigurationRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type MarkupContent,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node';
import { features } from '../../server/src/features';
import { vscode } from './clients';
import { type Session, withSession } from './session';

const uri = 'file:///C%3A/Windows/debug/NetSetup.LOG';
const textDocument = { uri };
const failed = readFileSync('samples/failed-join.log', 'utf8');
const trace = readFileSync('samples/failed-join-trace.txt', 'utf8');
/** The code 64 of the line where the failure begins. */
const position = { line: 40, character: failed.split('\r\n')[40]!.length - 1 };

/** Runs with a client that announces no more than this. */
const withClient = (
  capabilities: ClientCapabilities,
  run: (session: Session) => Promise<void>,
  prepare?: (client: ProtocolConnection) => void,
  initializationOptions?: unknown,
) => withSession(run, features, capabilities, prepare, initializationOptions);

/** What is published, one after the other. */
class Published {
  readonly all: PublishDiagnosticsParams[] = [];
  #wake = () => {};
  #read = 0;

  readonly listen = (client: ProtocolConnection): void => {
    client.onNotification(PublishDiagnosticsNotification.type, params => {
      this.all.push(params);
      this.#wake();
    });
  };

  async next(): Promise<PublishDiagnosticsParams> {
    while (this.#read >= this.all.length) await new Promise<void>(resolve => (this.#wake = resolve));
    return this.all[this.#read++]!;
  }
}

const codes = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ range, severity, code }) => `${range.start.line + 1} ${severity} ${code}`);

const change = (client: ProtocolConnection, version: number, text: string) =>
  client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });

test('a client that does not ask for problems has them published, while the document is open', () => {
  const published = new Published();
  return withClient(
    {},
    async ({ client, initialized, open }) => {
      assert.equal(initialized.capabilities.diagnosticProvider, undefined);
      await open(uri, failed);
      const { diagnostics, ...first } = await published.next();
      assert.deepEqual(first, { uri, version: 1 });
      assert.deepEqual(codes(diagnostics), ['41 1 join-failed']);
      await change(client, 2, 'nothing');
      assert.deepEqual(await published.next(), { uri, version: 2, diagnostics: [] });
      await change(client, 3, failed);
      assert.deepEqual(codes((await published.next()).diagnostics), ['41 1 join-failed']);
      for (const [rule, expected] of [
        ['off', []],
        ['hint', ['41 4 join-failed']],
      ] as const) {
        const settings = { netsetup: { rules: { 'join-failed': rule } } };
        await client.sendNotification(DidChangeConfigurationNotification.type, { settings });
        assert.deepEqual(codes((await published.next()).diagnostics), expected, rule);
      }
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      assert.deepEqual(await published.next(), { uri, diagnostics: [] });
      await client.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
      await client.sendRequest(DocumentSymbolRequest.type, { textDocument });
      assert.equal(published.all.length, 6, 'nothing is said of a closed document');
    },
    published.listen,
  );
});

test('of edits that come at once only the last one is looked at, and what is asked behind them does not wait', () => {
  const published = new Published();
  return withClient(
    {},
    async ({ client, open }) => {
      void open(uri, failed);
      for (let version = 2; version <= 20; version++) void change(client, version, 'nothing');
      void change(client, 21, failed);
      const { diagnostics, version } = await published.next();
      assert.deepEqual([version, codes(diagnostics)], [21, ['41 1 join-failed']]);
      void client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      void open(uri, failed);
      assert.equal((await published.next()).version, 1, 'closed and opened again');
    },
    published.listen,
  );
});

test('settings that are not ours leave those of the first request as they are', () => {
  const published = new Published();
  return withClient(
    {},
    async ({ client, open }) => {
      await open(uri, failed);
      assert.deepEqual(codes((await published.next()).diagnostics), ['41 4 join-failed']);
      for (const settings of [{}, { other: 1 }, null]) {
        await client.sendNotification(DidChangeConfigurationNotification.type, { settings });
        assert.deepEqual(codes((await published.next()).diagnostics), ['41 4 join-failed']);
      }
    },
    published.listen,
    { rules: { 'join-failed': 'hint' } },
  );
});

test('an answer about settings that comes late says nothing against a newer one', () => {
  const published = new Published();
  const answers: ((sent: any[]) => void)[] = [];
  let isAsked = (): void => undefined;
  const asked = () => new Promise<void>(resolve => (isAsked = resolve));
  return withClient(
    { workspace: { configuration: true } },
    async ({ client, open }) => {
      const second = asked();
      await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      await second;
      answers[1]!([{ rules: { 'join-failed': 'hint' } }]);
      answers[0]!([{ rules: { 'join-failed': 'warning' } }]);
      await client.sendRequest(DocumentSymbolRequest.type, { textDocument });
      await open(uri, failed);
      assert.deepEqual(codes((await published.next()).diagnostics), ['41 4 join-failed']);
      await change(client, 2, failed);
      assert.deepEqual(codes((await published.next()).diagnostics), ['41 4 join-failed']);
    },
    client => {
      published.listen(client);
      client.onRequest(
        ConfigurationRequest.type,
        () =>
          new Promise<any[]>(resolve => {
            if (answers.push(resolve) === 2) isAsked();
          }),
      );
    },
  );
});

test('what is published is what would be pulled', async () => {
  let pulled: unknown;
  // Equal failures in a row are one problem.
  const join = (index: number) => `NetpDoDomainJoin\nNetpDoDomainJoin: status: 0x${index % 2 ? 5 : 6}`;
  const text = Array.from({ length: 1200 }, (_, index) => join(index)).join('\n');
  const { diagnostic, ...others } = vscode.textDocument!;
  await withClient(vscode, async ({ client, open }) => {
    await open(uri, text);
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    pulled = 'items' in report ? report.items : undefined;
  });
  const published = new Published();
  await withClient(
    { textDocument: others },
    async ({ open }) => {
      await open(uri, text);
      const { diagnostics } = await published.next();
      assert.deepEqual(diagnostics, pulled);
      assert.equal(diagnostics.length, 1000);
      assert.equal(diagnostics[0]!.code, 'more-problems');
    },
    published.listen,
  );
});

test('a client that asks for problems has none published', () => {
  const published = new Published();
  return withClient(
    vscode,
    async ({ client, open }) => {
      await open(uri, failed);
      await change(client, 2, failed);
      await client.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      await client.sendRequest(DocumentSymbolRequest.type, { textDocument });
      assert.deepEqual(published.all, []);
    },
    published.listen,
  );
});

test('problems are published as the settings say that the client is asked for', () => {
  const published = new Published();
  let answer = (_: any[]): void => undefined;
  return withClient(
    { workspace: { configuration: true } },
    async ({ client, open }) => {
      await open(uri, failed);
      await open('untitled:2', failed);
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      // Requests that need no settings are answered meanwhile.
      await client.sendRequest(DocumentSymbolRequest.type, { textDocument });
      assert.deepEqual(published.all, []);
      answer([{ rules: { 'join-failed': 'information' } }]);
      const both = [await published.next(), await published.next()];
      assert.deepEqual(
        both.map(each => [each.uri, codes(each.diagnostics)]),
        [
          ['untitled:2', ['41 3 join-failed']],
          [uri, []],
        ],
      );
    },
    client => {
      published.listen(client);
      client.onRequest(ConfigurationRequest.type, () => new Promise<any[]>(resolve => (answer = resolve)));
    },
  );
});

test('settings of the first request count where the client is asked and has none', () => {
  const published = new Published();
  return withClient(
    { workspace: { configuration: true } },
    async ({ open }) => {
      await open(uri, failed);
      assert.deepEqual(codes((await published.next()).diagnostics), ['41 2 join-failed']);
    },
    client => {
      published.listen(client);
      client.onRequest(ConfigurationRequest.type, () => [null]);
    },
    { rules: { 'join-failed': 'warning' } },
  );
});

test('settings may come with the first request', () => {
  const published = new Published();
  return withClient(
    {},
    async ({ open }) => {
      await open(uri, failed);
      assert.deepEqual(codes((await published.next()).diagnostics), ['41 2 join-failed']);
    },
    published.listen,
    { rules: { 'join-failed': 'warning' } },
  );
});

test('a problem has related lines and a link only where the client shows them', async () => {
  const keys = async (capabilities: ClientCapabilities) => {
    const published = new Published();
    let found: string[] = [];
    await withClient(
      capabilities,
      async ({ open }) => {
        await open(uri, failed);
        found = Object.keys((await published.next()).diagnostics[0]!).sort();
      },
      published.listen,
    );
    return found;
  };
  const always = ['code', 'message', 'range', 'severity', 'source'];
  assert.deepEqual(await keys({}), always);
  assert.deepEqual(
    await keys({ textDocument: { publishDiagnostics: { relatedInformation: true } } }),
    [...always, 'relatedInformation'].sort(),
  );
  assert.deepEqual(
    await keys({ textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } }),
    [...always, 'codeDescription'].sort(),
  );
});

test('a hover is Markdown where the client likes that best, else plain text', async () => {
  const hover = async (contentFormat: ('markdown' | 'plaintext')[] | undefined) => {
    let contents: MarkupContent | undefined;
    await withClient({ textDocument: { hover: contentFormat ? { contentFormat } : {} } }, async session => {
      await session.open(uri, failed);
      const answer = await session.client.sendRequest(HoverRequest.type, { textDocument, position });
      contents = answer!.contents as MarkupContent;
    });
    return `${contents!.kind}: ${contents!.value.split('\n', 1)[0]}`;
  };
  const rich = 'markdown: **`0x40` · 64 · ERROR_NETNAME_DELETED** · Win32';
  const plain = 'plaintext: 0x40 · 64 · ERROR_NETNAME_DELETED · Win32';
  assert.equal(await hover(['markdown', 'plaintext']), rich);
  assert.equal(await hover(['plaintext', 'markdown']), plain);
  assert.equal(await hover(['plaintext']), plain);
  assert.equal(await hover(undefined), plain);
});

test('an outline is a list of kinds that are known everywhere, where the client knows no levels', () =>
  withClient({}, async ({ client, open }) => {
    await open(uri, failed);
    const symbols = (await client.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    })) as SymbolInformation[];
    const join = symbols.findIndex(({ name }) => name.startsWith('Join WKS07 → fabrikam.test · failed'));
    const [own, phase, record, parameter] = symbols.slice(join);
    assert.equal(own!.location.uri, uri);
    assert.deepEqual(own!.location.range.start, { line: 12, character: 0 });
    assert.equal(own!.containerName, undefined);
    assert.match(phase!.name, /^Machine check · ok · /);
    assert.equal(phase!.containerName, 'Join WKS07 → fabrikam.test · failed');
    assert.match(record!.name, /^NetpMachineValidToJoin/);
    assert.equal(parameter!.name, 'OS Version: 10.0');
    assert.ok(symbols.every(({ kind }) => kind <= SymbolKind.Array));
  }));

test('a client that knows no code actions is offered commands', () =>
  withClient(
    {},
    async ({ client, initialized, open }) => {
      assert.equal(initialized.capabilities.codeActionProvider, true);
      await open(uri, failed);
      const found = (await client.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      })) as (Command | CodeAction)[];
      assert.deepEqual(found, [
        { title: 'Copy check commands', command: 'netsetup.copyCheckCommands', arguments: [uri, 12] },
      ]);
    },
    undefined,
    { commands: ['netsetup.copyCheckCommands'] },
  ));

test('columns are counted in UTF-16, and a client that lists encodings is told so', async () => {
  for (const positionEncodings of [undefined, ['utf-16'], ['utf-8', 'utf-16'], ['utf-8']]) {
    const general = positionEncodings ? { positionEncodings } : {};
    await withClient({ general }, async ({ client, initialized, open }) => {
      const expected = positionEncodings && 'utf-16';
      assert.equal(initialized.capabilities.positionEncoding, expected);
      await open(uri, "NetpDoDomainJoin: '😀ü' status: 0x5", 'netsetup-log');
      const found = await client.sendRequest(HoverRequest.type, {
        textDocument,
        position: { line: 0, character: 32 },
      });
      assert.deepEqual(found?.range, {
        start: { line: 0, character: 32 },
        end: { line: 0, character: 35 },
      });
    });
  }
});

test('a text is known by its first lines where the editor does not call it by a name of ours', () =>
  withClient(vscode, async ({ client, open }) => {
    const outline = async () => {
      const symbols = await client.sendRequest(DocumentSymbolRequest.type, { textDocument });
      return symbols!.at(-1)?.name;
    };
    for (const id of ['log', 'text', 'plaintext', '', 'netsetup', 'network-trace-text']) {
      await open(uri, failed, id);
      assert.equal(await outline(), 'Join WKS07 → fabrikam.test · failed', id);
      await open(uri, trace, id);
      assert.equal(await outline(), 'Kerberos · 10.20.1.10:88 · not answered', id);
      await open(uri, 'once upon a time\n', id);
      assert.equal(await outline(), undefined, id);
    }
    // What is empty when it is opened, and filled later, with one and then with the other.
    await open(uri, '', 'log');
    assert.equal(await outline(), undefined);
    await change(client, 2, failed);
    assert.equal(await outline(), 'Join WKS07 → fabrikam.test · failed');
    await change(client, 3, trace);
    assert.equal(await outline(), 'Kerberos · 10.20.1.10:88 · not answered');
    await change(client, 4, '');
    assert.equal(await outline(), undefined);
  }));
