import { strict as assert } from 'node:assert';
import {
  commands,
  DiagnosticSeverity,
  env,
  languages,
  Position,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import ldapPingFlags from '../traces/ldap-ping-flags.txt';
import { hoverOn, languageOf, sample, showAs, symbolsOf, textOf, until, write } from './documents';

const aTrace = [
  '    1   0.000000   10.20.5.31 → 10.20.1.10   TCP 66 49712 → 88 [SYN] Seq=0 Win=64240 Len=0 MSS=1460',
  '    2   1.014518   10.20.5.31 → 10.20.1.10   TCP 66 [TCP Retransmission] 49712 → 88 [SYN] Seq=0 Win=64240',
  '',
].join('\n');

/** The line, zero-based, of the first SYN to TCP 88 in the sample; nothing answers it. */
const unansweredSyn = 35;

const show = (uri: Uri) => showAs('network-trace', uri);
const withoutResult = (name: string) => name.split(' · ')[0];

describe('a network trace', () => {
  let capture: Uri;
  before(async () => {
    capture = await write('capture.txt', await textOf(sample('failed-join-trace.txt')));
  });

  it('is recognised by its first lines under a name that says nothing', async () => {
    const document = await show(capture);
    assert.equal(document.languageId, 'network-trace');
  });

  it('is recognised by its name', async () => {
    const { languageId } = await workspace.openTextDocument(Uri.parse('untitled:WKS07_NetTrace.txt'));
    assert.equal(languageId, 'network-trace');
  });

  it('is recognised when it is pasted into an untitled text', async () => {
    const { uri } = await workspace.openTextDocument({ language: 'plaintext', content: '' });
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(0, 0), aTrace);
    await workspace.applyEdit(edit);
    await until('the language is switched', () => languageOf(uri) === 'network-trace');
  });

  it('that is set back to another language is left alone, until the command is used', async () => {
    const { uri } = await workspace.openTextDocument({ language: 'plaintext', content: aTrace });
    await until('the language is switched', () => languageOf(uri) === 'network-trace');
    const set = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), 'plaintext');
    // Another text is switched after it, so the first had its turn.
    const later = await workspace.openTextDocument({ language: 'plaintext', content: aTrace });
    await until('a later text is switched', () => languageOf(later.uri) === 'network-trace');
    assert.equal(languageOf(uri), 'plaintext');
    await window.showTextDocument(set);
    await commands.executeCommand('netsetup.treatAsNetworkTraceText');
    assert.equal(languageOf(uri), 'network-trace');
  });

  it('has an outline of the steps of a join', async () => {
    const { uri } = await show(sample('good-join-trace.txt'));
    const steps = (await symbolsOf(uri)).map(({ name }) => withoutResult(name));
    assert.deepEqual(steps, [
      'DNS',
      'LDAP ping',
      'SMB',
      'Kerberos',
      'LDAP',
      'RPC endpoint mapper',
      'DRSUAPI',
      'Netlogon',
    ]);
  });

  it('explains the flags of an LDAP ping, with the bits that Wireshark does not name', async () => {
    const document = await show(await write('ldap-nettrace.txt', ldapPingFlags));
    const hover = await hoverOn(document, '0x0001f15c');
    for (const name of ['DS_WRITABLE_FLAG', 'DS_GC_FLAG', 'DS_WS_FLAG', 'DS_DS_8_FLAG', 'DS_DS_10_FLAG']) {
      assert.ok(hover.includes(name), name);
    }
  });

  it('has one problem for the SYN that nothing answers, and none where a join went well', async () => {
    const good = await show(sample('good-join-trace.txt'));
    const { uri } = await show(capture);
    const problems = await until('the problem', () => {
      const found = languages.getDiagnostics(uri).filter(each => each.severity === DiagnosticSeverity.Error);
      return found.length > 0 && found;
    });
    assert.deepEqual(
      problems.map(({ range }) => range.start.line + 1),
      [unansweredSyn + 1],
    );
    assert.match(problems[0]!.message, /\b88\b/);
    const loud = languages
      .getDiagnostics(good.uri)
      .filter(each => each.severity <= DiagnosticSeverity.Warning);
    assert.deepEqual(loud, []);
  });

  it('leads from problem to problem', async () => {
    const { uri } = await show(capture);
    const editor = window.activeTextEditor!;
    await until('a problem', () => languages.getDiagnostics(uri).length > 0);
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('netsetup.nextFailure');
    assert.equal(editor.selection.active.line, unansweredSyn);
  });

  it('has its ports as a table for the network team, and a summary for a ticket', async () => {
    const { uri } = await show(capture);
    await commands.executeCommand('netsetup.copyReachability', uri.toString());
    const table = await env.clipboard.readText();
    assert.match(table, /^\| From \| To \| Port \|/m);
    assert.match(table, /\| 88 \| TCP \| Kerberos \| \*\*Unanswered\*\* \|/);
    await commands.executeCommand('netsetup.copySummary');
    assert.match(await env.clipboard.readText(), /^### Network trace: 1 problem: TCP 88 of /);
  });
});
