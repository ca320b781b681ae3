import { strict as assert } from 'node:assert';
import { commands, type Uri, window } from 'vscode';
import { reportOn, sample, textOf, until, write } from './documents';

/** A NetSetup.log of more than so many megabytes: lines of no operation, then a join that failed. */
async function largeLog(megabytes: number): Promise<Uri> {
  const failed = await textOf(sample('failed-join.log'));
  const line = `02/10/2026 09:14:02:123 NetpGetLsaPrimaryDomain: ${'x'.repeat(400)}\r\n`;
  const filling = line.repeat(Math.ceil((megabytes * 1_050_000) / line.length));
  return write(`NetSetup-${megabytes}.log`, failed + filling + failed.replaceAll('WKS07', 'LAST09'));
}

describe('a large log', () => {
  const shown = (languageId: string) =>
    until(`a new text in ${languageId}`, () => {
      const document = window.activeTextEditor?.document;
      return document?.isUntitled && document.languageId === languageId && document;
    });

  it('of more than 50 MB has a report in Markdown, and its last operation opens alone', async function () {
    this.timeout(60_000);
    const uri = await largeLog(51);
    await commands.executeCommand('vscode.open', uri);
    await until('the tab of a file that no extension sees', () => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input as { uri?: Uri } | undefined;
      return input?.uri?.toString() === uri.toString();
    });
    assert.equal(window.activeTextEditor, undefined);
    await commands.executeCommand('netsetup.analyseFile');
    const report = await reportOn('NetSetup-51.log');
    assert.match(
      report,
      /^# NetSetup-51\.log\n\n\*\*2 of 2 operations failed; the last join failed at .*\.\*\* [\d,]+ lines\./,
    );
    assert.match(report, /### Join LAST09 → fabrikam\.test/);
    assert.match(report, /NetUseAdd to .*IPC\$ returned 64/);
    await commands.executeCommand('netsetup.openLastOperation', uri);
    const text = (await shown('netsetup-log')).getText();
    assert.match(text, /^.* -{20,}\r?\n.* NetpDoDomainJoin\r?\n/);
    assert.match(text, /LAST09/);
    assert.doesNotMatch(text, /WKS07|x{400}/);
  });
});
