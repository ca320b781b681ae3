// A document is known by its address exactly as the editor gives it, wherever it lies; none is ever read from there.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type ClientCapabilities,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { features } from '../../server/src/features';
import { clientCommands, decodeMethod, reportMethod } from '../../server/src/protocol';
import { vscode } from './clients';
import { withSession } from './session';

const failed = readFileSync('samples/failed-join.log', 'utf8');
const trace = readFileSync('samples/failed-join-trace.txt', 'utf8');
const character = failed.split('\r\n')[40]!.length - 1;

const addresses = [
  'untitled:Untitled-1',
  'untitled:C:\\Users\\jdoe\\NetSetup.log',
  'file:///C%3A/Windows/debug/NetSetup.LOG',
  'file:///c%3a/Windows/debug/NetSetup.LOG',
  'file:///C:/Windows/debug/NetSetup.LOG',
  'file://server/share/NetSetup.LOG',
  'file://wsl.localhost/Ubuntu/logs/NetSetup.LOG',
  'file:///logs/n%C3%A4chster%20Versuch/NetSetup.log',
  'file:///logs/nächster Versuch/NetSetup.log',
  'vscode-vfs://github/fabrikam/logs/NetSetup.LOG',
  'vscode-remote://wsl%2Bubuntu/logs/a b%20c.log',
  'vscode-remote://ssh-remote+wks07.fabrikam.test/c:/Windows/debug/NetSetup.LOG',
  'git:/c%3A/logs/NetSetup.LOG?%7B%22ref%22%3A%22~%22%7D',
  'zip:///logs.zip#NetSetup.LOG',
];

/** Everything that is answered about a document with this address, and published of it. */
async function answersAbout(uri: string, text: string, capabilities: ClientCapabilities): Promise<unknown[]> {
  const answers: unknown[] = [];
  const published: unknown[] = [];
  let wake = () => {};
  /** Waits until so much is published, to a client that does not ask. */
  const publishing = async (count: number) => {
    if (capabilities.textDocument?.diagnostic) return;
    while (published.length < count) await new Promise<void>(resolve => (wake = resolve));
  };
  const textDocument = { uri };
  const position = { line: 40, character };
  const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
  const context = { diagnostics: [], includeDeclaration: true };
  await withSession(
    async ({ client, open, errors }) => {
      await open(uri, text, 'log');
      for (const { request } of features) {
        answers.push(await client.sendRequest(request.method, { textDocument, position, range, context }));
      }
      answers.push(await client.sendRequest(decodeMethod, { text: '64', uri, position }));
      answers.push(await client.sendRequest(reportMethod, { uri }));
      await publishing(1);
      await client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: '' }],
      });
      for (const { request } of features) {
        answers.push(await client.sendRequest(request.method, { textDocument, position, range, context }));
      }
      await publishing(2);
      await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      await publishing(3);
      assert.deepEqual(errors, []);
    },
    features,
    capabilities,
    client =>
      client.onNotification(PublishDiagnosticsNotification.type, each => {
        published.push(each);
        wake();
      }),
    { commands: Object.values(clientCommands) },
  );
  return [...answers, ...published];
}

test('UNC paths, other machines, virtual and unsaved documents are answered as files are', async () => {
  const plain: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
  for (const capabilities of [vscode, plain]) {
    for (const text of [failed, trace]) {
      const [first, ...others] = addresses;
      const expected = await answersAbout(first!, text, capabilities);
      const named = JSON.stringify(expected).split(JSON.stringify(first)).length - 1;
      assert.ok(named > 5, `the address is named ${named} times`);
      for (const uri of others) {
        const answers = JSON.stringify(await answersAbout(uri, text, capabilities));
        const asFirst = answers.split(JSON.stringify(uri)).join(JSON.stringify(first));
        assert.deepEqual(JSON.parse(asFirst), expected, uri);
      }
    }
  }
});
