// A real conversation between a client and the server, over in-memory streams.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  CodeLensRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
} from 'vscode-languageserver/node';
import { features } from '../../server/src/features';
import type { Feature } from '../../server/src/features/feature';
import { decodeMethod, type DecodeRow, type Report, reportMethod } from '../../server/src/protocol';
import { vscode } from './clients';
import { withSession } from './session';

const uri = 'untitled:NetSetup.log';
const failed = readFileSync('samples/failed-join.log', 'utf8');

test('what is announced is what is answered', () =>
  withSession(async ({ initialized, client, open }) => {
    assert.deepEqual(initialized.capabilities, {
      textDocumentSync: 2,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      codeLensProvider: {},
      diagnosticProvider: {
        identifier: 'netsetup',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
      documentHighlightProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: { label: 'NetSetup' },
      foldingRangeProvider: true,
      hoverProvider: true,
      inlayHintProvider: true,
      referencesProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: ['netsetupHarmless', 'netsetupFailure'], tokenModifiers: [] },
        full: true,
        range: true,
      },
    });
    await open(uri, failed);
    const textDocument = { uri };
    const symbols = (await client.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    })) as DocumentSymbol[];
    assert.deepEqual(
      symbols.map(symbol => symbol.name),
      [
        'Name check WKS07 (computer) · valid',
        'Name check WKS07 (DNS host name) · valid',
        'Name check fabrikam.test (domain) · valid',
        'Join WKS07 → fabrikam.test · failed',
      ],
    );
    const folds = await client.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.ok(folds?.some(({ startLine, endLine }) => startLine === 12 && endLine === 45));
    const position = { line: 40, character: failed.split('\r\n')[40]!.length - 1 };
    const hover = await client.sendRequest(HoverRequest.type, { textDocument, position });
    assert.match(JSON.stringify(hover?.contents), /ERROR_NETNAME_DELETED/);
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.deepEqual(problems(report), ['41 error join-failed, related 42,43,46']);
  }));

test('a setting of the client counts, and counts anew when it changes', () => {
  let enabled: unknown = false;
  const textDocument = { uri };
  const range = { start: { line: 40, character: 0 }, end: { line: 42, character: 0 } };
  return withSession(
    async ({ client, open }) => {
      await open(uri, failed);
      const hints = async () =>
        (await client.sendRequest(InlayHintRequest.type, { textDocument, range }))?.length;
      assert.equal(await hints(), 0);
      for (const [value, expected] of [
        [true, 3],
        ['no setting', 3],
        [false, 0],
      ] as const) {
        enabled = value;
        await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
        assert.equal(await hints(), expected, String(value));
      }
    },
    features,
    { ...vscode, workspace: { configuration: true } },
    client => client.onRequest(ConfigurationRequest.type, () => [{ inlayHints: { enabled } }]),
  );
});

test('a rule that is switched off has no problem, and the client is asked to look again', () => {
  let rules: unknown = {};
  const refreshed = { diagnostics: 0, inlayHints: 0 };
  return withSession(
    async ({ client, open }) => {
      await open(uri, failed);
      const ask = async () =>
        problems(await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }));
      assert.deepEqual(await ask(), ['41 error join-failed, related 42,43,46']);
      for (const [value, expected] of [
        [{ 'join-failed': 'off' }, []],
        [{ 'join-failed': 'hint' }, ['41 hint join-failed, related 42,43,46']],
        [undefined, ['41 error join-failed, related 42,43,46']],
      ] as const) {
        rules = value;
        const { diagnostics, inlayHints } = refreshed;
        await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
        assert.deepEqual(await ask(), expected, JSON.stringify(value));
        assert.deepEqual(refreshed, { diagnostics: diagnostics + 1, inlayHints: inlayHints + 1 });
      }
    },
    features,
    {
      ...vscode,
      workspace: {
        configuration: true,
        diagnostics: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
    },
    client => {
      client.onRequest(ConfigurationRequest.type, () => [{ rules }]);
      client.onRequest(DiagnosticRefreshRequest.type, () => void refreshed.diagnostics++);
      client.onRequest(InlayHintRefreshRequest.type, () => void refreshed.inlayHints++);
    },
  );
});

test('a client is sent the commands that it has, and no others', async () => {
  const titles = async (commands: unknown) => {
    let found: string[] = [];
    await withSession(
      async ({ client, open }) => {
        await open(uri, failed);
        const lenses = await client.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
        found = lenses!.map(({ command }) => `${command!.title} (${command!.command})`);
      },
      features,
      vscode,
      undefined,
      { commands },
    );
    return found;
  };
  const title = 'Failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED ()';
  assert.deepEqual(await titles(undefined), [title]);
  assert.deepEqual(await titles('netsetup.goToCause'), [title]);
  assert.deepEqual(await titles(['netsetup.goToCause', 7]), [title, 'Go to cause (netsetup.goToCause)']);
});

test('what a document came to is told on request', () =>
  withSession(async ({ client, open }) => {
    assert.equal((await client.sendRequest<Report>(reportMethod, { uri })).asked, null);
    await open(uri, failed);
    const { operations, asked, status } = await client.sendRequest<Report>(reportMethod, { uri });
    assert.deepEqual(
      operations.map(({ cause }) => cause),
      [null, null, null, { line: 40, character: failed.split('\r\n')[40]!.lastIndexOf('64') }],
    );
    assert.match(asked!.summary, /^### Join WKS07 → fabrikam\.test\n/);
    assert.equal(status.severity, 'error');
  }));

test('a status code is decoded on request', () =>
  withSession(async ({ client }) => {
    const rows = await client.sendRequest(decodeMethod, { text: '0x534' });
    assert.match(JSON.stringify(rows), /0x534 · 1332 · ERROR_NONE_MAPPED/);
    assert.deepEqual(await client.sendRequest(decodeMethod, { text: 'nothing' }), []);
  }));

test('a code in a log is decoded by what stands in front of it', () =>
  withSession(async ({ client, open }) => {
    await open(uri, 'NetpModifyComputerObjectInDs: ldap_add_s failed: 0x35 0x216d');
    const position = { line: 0, character: 49 };
    const rows = await client.sendRequest<DecodeRow[]>(decodeMethod, { text: '0x35', uri, position });
    assert.equal(rows[0]?.code, '0x35 · 53 · LDAP_UNWILLING_TO_PERFORM');
    assert.deepEqual([...new Set(rows.map(({ isMeant }) => isMeant))], [true, false]);
    const alone = await client.sendRequest<DecodeRow[]>(decodeMethod, { text: '0x35' });
    assert.equal(alone[0]?.code, '0x35 · 53 · ERROR_BAD_NETPATH');
    await open('file:///dated.log', '02/10/2026 09:14:07:447 NetpDoDomainJoin: status: 0x40');
    const place = { uri: 'file:///dated.log', position: { line: 0, character: 0 } };
    const dated = await client.sendRequest<DecodeRow[]>(decodeMethod, { text: '02', ...place });
    assert.ok(
      dated.length > 0 && dated.every(({ isMeant }) => !isMeant),
      'nothing says that a day is a code',
    );
  }));

test('an editor that sends its settings along is heard', () =>
  withSession(async ({ client, open }) => {
    await open(uri, failed);
    const range = { start: { line: 40, character: 0 }, end: { line: 42, character: 0 } };
    const hints = async () =>
      (await client.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range }))?.length;
    assert.equal(await hints(), 3);
    const settings = { netsetup: { inlayHints: { enabled: false } } };
    await client.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.equal(await hints(), 0);
  }));

test('an edit changes the answer', () =>
  withSession(async ({ client, open }) => {
    await open(uri, 'NetpDoDomainJoin\nNetpDoDomainJoin: status: 0x5');
    const ask = async () =>
      problems(await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }));
    assert.equal((await ask()).length, 1);
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 1, character: 28 }, end: { line: 1, character: 29 } }, text: '0' },
      ],
    });
    assert.deepEqual(await ask(), []);
  }));

test('a closed document and a position past the end have empty answers', () =>
  withSession(async ({ client, open, errors }) => {
    const textDocument = { uri };
    const past = { line: 9999, character: 9999 };
    const askAll = async () => ({
      symbols: await client.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      folds: await client.sendRequest(FoldingRangeRequest.type, { textDocument }),
      hover: await client.sendRequest(HoverRequest.type, { textDocument, position: past }),
      problems: problems(await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument })),
    });
    const empty = { symbols: [], folds: [], hover: null, problems: [] };
    assert.deepEqual(await askAll(), empty);
    await open(uri, failed);
    assert.equal((await askAll()).hover, null);
    await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    assert.deepEqual(await askAll(), empty);
    assert.deepEqual(errors, []);
  }));

test('a feature that throws is named in the log, answers an error, and the server lives on', () => {
  const broken: Feature = {
    name: 'brokenHover',
    capabilities: { hoverProvider: true },
    request: HoverRequest.type,
    handle: () => {
      throw new Error('on purpose');
    },
  };
  const others = features.filter(feature => feature.name !== 'hover');
  return withSession(
    async ({ client, open, errors }) => {
      await open(uri, failed);
      const ask = client.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
      await assert.rejects(ask, /brokenHover failed/);
      assert.match(errors.join('\n'), /brokenHover: Error: on purpose/);
      const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      assert.equal(problems(report).length, 1);
    },
    [broken, ...others],
  );
});

/** Each problem as "line severity code, related lines", one-based. */
function problems(report: DocumentDiagnosticReport): string[] {
  assert.equal(report.kind, 'full');
  return ('items' in report ? report.items : []).map(({ range, severity, code, relatedInformation }) => {
    const related = relatedInformation?.map(each => each.location.range.start.line + 1).join(',');
    return `${range.start.line + 1} ${['', 'error', 'warning', 'information', 'hint'][severity ?? 0]} ${code}, related ${related}`;
  });
}
