import { strict as assert } from 'node:assert';
import { commands, env, languages, window } from 'vscode';
import { symbolsOf, until } from './documents';

/** Runs the command of a walkthrough's button, and gives the document that it shows. */
async function opened(command: string) {
  await commands.executeCommand(command);
  const { document } = window.activeTextEditor!;
  assert.equal(document.languageId, 'netsetup-log');
  return document;
}

describe('the samples of the walkthrough', () => {
  it('open as logs with their explanations: the failed join has its problem, the good one has none', async () => {
    const good = await opened('netsetup.openSampleGoodJoin');
    await symbolsOf(good.uri);
    const failed = await opened('netsetup.openSampleFailedJoin');
    await until('the problem', () => languages.getDiagnostics(failed.uri).length === 1);
    assert.deepEqual(languages.getDiagnostics(good.uri), []);
    await commands.executeCommand('netsetup.goToCause', failed.uri.toString(), 20);
    const editor = window.activeTextEditor!;
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /returned 64$/);
    await commands.executeCommand('netsetup.copySummary');
    assert.match(await env.clipboard.readText(), /0x40 ERROR_NETNAME_DELETED/);
  });

  it('cannot be changed, so that closing them asks nothing', async () => {
    const document = await opened('netsetup.openSampleFailedJoin');
    const before = document.getText();
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });
});
