import { strict as assert } from 'node:assert';
import { commands, env, languages, Uri, window, workspace } from 'vscode';
import { reportOn, symbolsOf, until } from './documents';

/** Runs the command of a walkthrough's button, and gives the document that it shows. */
async function opened(command: string, languageId = 'netsetup-log') {
  await commands.executeCommand(command);
  const { document } = window.activeTextEditor!;
  assert.equal(document.languageId, languageId);
  return document;
}

/** A page in front of all texts, as the walkthrough is one: there is no active editor then. */
async function showPage(): Promise<void> {
  await commands.executeCommand('workbench.action.openGlobalKeybindings');
  await until('no text is in front', () => window.activeTextEditor === undefined);
}

const lineInFront = () => {
  const { document, selection } = window.activeTextEditor!;
  return document.lineAt(selection.active.line).text;
};

/** As the walkthrough's button has it. */
const orSample = { orSample: true };

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

  it('lead to a cause from a page in front of them', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const failed = await opened('netsetup.openSampleFailedJoin');
    await commands.executeCommand('netsetup.goToCause', failed.uri.toString(), 20);
    await showPage();
    await commands.executeCommand('netsetup.goToCause');
    assert.equal(window.activeTextEditor?.document.uri.toString(), failed.uri.toString());
    assert.match(lineInFront(), /returned 64$/);
    await showPage();
    await env.clipboard.writeText('');
    await commands.executeCommand('netsetup.copySummary');
    assert.match(await env.clipboard.readText(), /0x40 ERROR_NETNAME_DELETED/);
  });

  it('show a cause by the button where no log is open, and where the one that is open did not fail', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await showPage();
    await commands.executeCommand('netsetup.goToCause', orSample);
    assert.match(lineInFront(), /returned 64$/);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await opened('netsetup.openSampleGoodJoin');
    await showPage();
    await commands.executeCommand('netsetup.goToCause', orSample);
    assert.match(lineInFront(), /returned 64$/);
  });

  it('are read by the commands about files, though they are in no file', async () => {
    await opened('netsetup.openSampleFailedJoin');
    await commands.executeCommand('netsetup.analyseFile');
    assert.match(await reportOn('failed-join.log'), /\*\*1 of 1 operation failed.*\*\* 46 lines\./);
    await opened('netsetup.openSampleGoodJoin');
    await commands.executeCommand('netsetup.openLastOperation');
    const { document } = window.activeTextEditor!;
    assert.ok(document.isUntitled && document.languageId === 'netsetup-log');
  });

  it('have a trace among them', async () => {
    const { uri } = await opened('netsetup.openSampleTrace', 'network-trace');
    await until('its problems', () => languages.getDiagnostics(uri).length > 0);
  });

  it('are the only files that open as such', async () => {
    for (const path of [
      '/../package.json',
      '/../../../../../../../../../etc/hostname',
      '/good-join-trace.txt',
    ]) {
      const uri = Uri.from({ scheme: 'netsetup-sample', path });
      await assert.rejects(async () => workspace.openTextDocument(uri), path);
    }
  });

  it('cannot be changed, so that closing them asks nothing', async () => {
    const document = await opened('netsetup.openSampleFailedJoin');
    const before = document.getText();
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });
});
