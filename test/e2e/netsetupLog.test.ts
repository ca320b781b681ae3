import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  type CodeLens,
  commands,
  DiagnosticSeverity,
  env,
  type FoldingRange,
  type Hover,
  type InlayHint,
  languages,
  type Location,
  type MarkdownString,
  Position,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { extension, hoverOn, languageOf, sample, showAs, symbolsOf, until } from './documents';
import { here } from './here';

const aNetSetupLog = "NetpValidateName: checking to see if 'WKS07' is valid as type 1 name\n";
const anotherLog = '2026-02-10 09:14:02 INFO service started\n2026-02-10 09:14:03 ERROR 0x534\n';

const show = (uri: Uri) => showAs('netsetup-log', uri);

describe('a NetSetup.log', () => {
  const { serverRuns } = here();
  if (serverRuns) {
    it('starts the server, and no other log does', async () => {
      const other = await workspace.openTextDocument({ language: 'log', content: anotherLog });
      await extension.activate();
      assert.equal(await serverRuns(), false);
      await show(sample('good-join.log'));
      await until('the server runs', serverRuns);
      assert.equal(languageOf(other.uri), 'log');
    });
  }

  it('is recognised by its first lines when it opens as a log', async () => {
    const document = await show(sample('failed-join.log'));
    assert.equal(document.languageId, 'netsetup-log');
  });

  it('is recognised by its name, in capitals too', async () => {
    const document = await workspace.openTextDocument(Uri.parse('untitled:NetSetup.LOG'));
    assert.equal(document.languageId, 'netsetup-log');
  });

  it('explains 0x534 and 0xa99 on hover', async () => {
    const document = await show(sample('good-join.log'));
    const noneMapped = await hoverOn(document, '0x534');
    assert.match(noneMapped, /0x534.*1332.*ERROR_NONE_MAPPED/);
    assert.match(noneMapped, /Harmless here/);
    const restart = await hoverOn(document, '0xa99');
    assert.match(restart, /0xa99.*2713.*NERR_JoinPerformedMustRestart/);
    assert.match(restart, /This is success/);
  });

  it('has an outline of operations, phases and what was asked for', async () => {
    const { uri } = await show(sample('good-join.log'));
    const symbols = await symbolsOf(uri);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      [
        'Name check WKS07 (computer) · valid',
        'Name check WKS07 (DNS host name) · valid',
        'Name check fabrikam.test (domain) · valid',
        'Join WKS07 → fabrikam.test · superseded by the second try',
        'Join WKS07 → fabrikam.test · succeeded, restart needed',
        'Finish of join WKS07 → fabrikam.test · succeeded, restart needed',
        'Rename WKS07 (DNS name only) · succeeded',
      ],
    );
    const asked = symbols[3]?.children[0]?.children.find(({ name }) => name === 'NetpJoinDomain');
    assert.deepEqual(asked?.children.map(({ name }) => name).slice(2), [
      'Domain: fabrikam.test',
      'MachineAccountOU: (NULL)',
      'Account: FABRIKAM\\jdoe',
      'Options: 0x25',
    ]);
  });

  it('has in the names of its outline what failed: a screen reader hears nothing else of a row', async () => {
    const { uri } = await show(sample('failed-join.log'));
    const symbols = await symbolsOf(uri);
    assert.ok(
      symbols.at(-1)!.children.some(({ name }) => name === 'Connect (IPC$) · 0x40 ERROR_NETNAME_DELETED'),
    );
  });

  it('folds by operation', async () => {
    const document = await show(sample('good-join.log'));
    const first = document.positionAt(document.getText().indexOf('NetpDoDomainJoin\r\n')).line;
    const last = document.positionAt(document.getText().indexOf('NetpDoDomainJoin: status: 0x534')).line;
    await until('the folding range of the first join', async () => {
      const ranges = await commands.executeCommand<FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return ranges?.some(({ start, end }) => start === first && end === last);
    });
  });

  it('has one problem where the failure begins, and none where nothing failed', async () => {
    const good = await show(sample('good-join.log'));
    const failed = await show(sample('failed-join.log'));
    const [problem, ...others] = await until('the problem', () => {
      const found = languages.getDiagnostics(failed.uri);
      return found.length > 0 && found;
    });
    assert.deepEqual(others, []);
    assert.equal(problem!.severity, DiagnosticSeverity.Error);
    assert.match(failed.lineAt(problem!.range.start.line).text, /NetUseAdd to .* returned 64$/);
    assert.match(
      problem!.message,
      /^Join WKS07 → fabrikam\.test failed at Connect \(IPC\$\): 0x40 ERROR_NETNAME_DELETED\./,
    );
    assert.equal((problem!.code as { value: string }).value, 'join-failed');
    assert.deepEqual(
      problem!.relatedInformation?.map(each => each.location.range.start.line + 1),
      [42, 43, 46],
    );
    assert.deepEqual(languages.getDiagnostics(good.uri), []);
  });

  it('shows names behind codes and options', async () => {
    const document = await show(sample('good-join.log'));
    const range = new Range(0, 0, document.lineCount, 0);
    const hints = await until('inlay hints', async () => {
      const found = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      );
      return found?.length > 0 && found;
    });
    const labels = new Set(hints.map(hint => hint.label));
    assert.ok(labels.has('ERROR_NONE_MAPPED'));
    assert.ok(labels.has('JOIN_DOMAIN | ACCT_DELETE | +1'));
  });

  it('knows every place of a code and of a computer', async () => {
    const document = await show(sample('failed-join.log'));
    const places = async (text: string) => {
      const position = document.positionAt(document.getText().indexOf(text) + text.length);
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        position,
      );
      return found.map(({ range }) => document.getText(range));
    };
    await until('references', async () => (await places('returned 64')).length > 0);
    assert.deepEqual(await places('returned 64'), ['64', '0x40', '0x40', '0x40']);
    assert.ok((await places('WKS07')).length > 5);
  });

  it('has its codes decoded by the command', async () => {
    const decoding = commands.executeCommand('netsetup.decodeStatusCode', '0x534');
    const accepted = until('the list is shown', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await env.clipboard.readText()).includes('ERROR_NONE_MAPPED');
    });
    await Promise.all([decoding, accepted]);
    assert.match(await env.clipboard.readText(), /^0x534 · 1332 · ERROR_NONE_MAPPED \(Win32\)/);
  });

  it('says above each operation what it came to', async () => {
    const lensesOf = async (name: string) => {
      const { uri } = await show(sample(name));
      const lenses = await until('lenses', async () => {
        const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
        return found?.length > 0 && found;
      });
      return lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
    };
    assert.deepEqual(await lensesOf('failed-join.log'), [
      '13 Failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED',
      '13 Go to cause',
      '13 Copy summary',
    ]);
    assert.deepEqual(
      (await lensesOf('good-join.log')).filter(lens => !lens.endsWith('Copy summary')),
      ['17 Superseded by the second try', '78 Succeeded, restart needed', '201 Succeeded'],
    );
  });

  it('leads from failure to failure, and from an operation to its cause', async () => {
    const { uri } = await show(sample('failed-join.log'));
    const editor = window.activeTextEditor!;
    const lineAfter = async (from: number, command: string, ...place: unknown[]) => {
      editor.selection = new Selection(from, 0, from, 0);
      await commands.executeCommand(command, ...place);
      return editor.selection.active.line;
    };
    const cause = 40;
    assert.equal(await lineAfter(0, 'netsetup.nextFailure'), cause);
    assert.equal(await lineAfter(cause + 3, 'netsetup.nextFailure'), cause);
    assert.equal(await lineAfter(0, 'netsetup.previousFailure'), cause);
    assert.equal(await lineAfter(20, 'netsetup.goToCause'), cause);
    assert.equal(await lineAfter(0, 'netsetup.goToCause', uri.toString(), 12), cause);
    assert.equal(await lineAfter(1, 'netsetup.goToCause'), 1, 'a name check that did not fail');
  });

  it('opens at its cause the hover that says so', async () => {
    const { uri } = await show(sample('failed-join.log'));
    await commands.executeCommand('netsetup.goToCause', uri.toString(), 12);
    const { active } = window.activeTextEditor!.selection;
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, active);
    const said = hovers.flatMap(({ contents }) => contents.map(each => (each as MarkdownString).value));
    assert.match(said.join('\n'), /The cause of this failure/);
  });

  it('goes to a cause in a log that is not in front', async () => {
    const { uri } = await show(sample('failed-join.log'));
    await show(sample('good-join.log'));
    await commands.executeCommand('netsetup.goToCause', uri.toString(), 12);
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.equal(window.activeTextEditor?.selection.active.line, 40);
  });

  it('has a summary to paste into a ticket', async () => {
    const { uri } = await show(sample('failed-join.log'));
    await commands.executeCommand('netsetup.copySummary', uri.toString(), 12);
    const summary = await env.clipboard.readText();
    assert.match(summary, /^### Join WKS07 → fabrikam\.test\n/);
    assert.match(summary, /```text\n02\/10\/2026 09:14:07:447 NetUseAdd to .* returned 64\n```/);
  });

  it('offers the commands that check its failure', async () => {
    const { uri } = await show(sample('failed-join.log'));
    const cause = new Range(40, 30, 40, 30);
    const [action, ...others] = await until('the action', async () => {
      const found = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        cause,
      );
      const own = found?.filter(({ title }) => title === 'Copy check commands');
      return own?.length > 0 && own;
    });
    assert.deepEqual(others, []);
    await commands.executeCommand(action!.command!.command, ...action!.command!.arguments!);
    assert.match(await env.clipboard.readText(), /^Test-NetConnection DC1\.fabrikam\.test -Port 88$/m);
  });

  it('has no problem of a rule that is switched off, and has it again when it is back', async () => {
    const { uri } = await show(sample('failed-join.log'));
    const count = () => languages.getDiagnostics(uri).length;
    await until('the problem', () => count() === 1);
    const configuration = workspace.getConfiguration('netsetup');
    await configuration.update('rules', { 'join-failed': 'off' }, true);
    try {
      await until('no problem', () => count() === 0);
    } finally {
      await configuration.update('rules', undefined, true);
    }
    await until('the problem is back', () => count() === 1);
  });

  it('that is set back to another language is left alone, until the command is used', async () => {
    const { uri } = await workspace.openTextDocument({ language: 'plaintext', content: aNetSetupLog });
    await until('the language is switched', () => languageOf(uri) === 'netsetup-log');
    const set = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), 'plaintext');
    // Another text is switched after it, so the first had its turn.
    const later = await workspace.openTextDocument({ language: 'plaintext', content: aNetSetupLog });
    await until('a later text is switched', () => languageOf(later.uri) === 'netsetup-log');
    assert.equal(languageOf(uri), 'plaintext');
    await window.showTextDocument(set);
    await commands.executeCommand('netsetup.treatAsNetSetupLog');
    assert.equal(languageOf(uri), 'netsetup-log');
  });

  it('that is known by its name is left alone too when it is set back', async () => {
    const { uri } = await workspace.openTextDocument(Uri.parse('untitled:NetSetup-back.LOG'));
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(0, 0), aNetSetupLog);
    await workspace.applyEdit(edit);
    await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), 'plaintext');
    const later = await workspace.openTextDocument({ language: 'plaintext', content: aNetSetupLog });
    await until('a later text is switched', () => languageOf(later.uri) === 'netsetup-log');
    assert.equal(languageOf(uri), 'plaintext');
  });

  it('is recognised when it is pasted into an untitled text', async () => {
    const { uri } = await workspace.openTextDocument({ language: 'plaintext', content: '' });
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(0, 0), aNetSetupLog);
    await workspace.applyEdit(edit);
    await until('the language is switched', () => languageOf(uri) === 'netsetup-log');
  });

  it('is not looked for where the setting says so', async () => {
    const configuration = workspace.getConfiguration('netsetup');
    await configuration.update('detectByContent', false, true);
    const off = await workspace.openTextDocument({ language: 'plaintext', content: aNetSetupLog });
    await configuration.update('detectByContent', undefined, true);
    const on = await workspace.openTextDocument({ language: 'plaintext', content: aNetSetupLog });
    await until('a text is switched when the setting is back', () => languageOf(on.uri) === 'netsetup-log');
    assert.equal(languageOf(off.uri), 'plaintext');
  });
});
