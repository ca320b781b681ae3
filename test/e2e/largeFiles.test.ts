import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands, Uri, window } from 'vscode';
import { sample, until } from './documents';

/** A NetSetup.log of more than so many megabytes: lines of no operation, then a join that failed. */
function largeLog(file: string, megabytes: number): void {
  const failed = readFileSync(sample('failed-join.log').fsPath, 'latin1');
  const line = `02/10/2026 09:14:02:123 NetpGetLsaPrimaryDomain: ${'x'.repeat(400)}\r\n`;
  writeFileSync(file, failed);
  const million = line.repeat(Math.ceil(1_050_000 / line.length));
  for (let written = 0; written < megabytes; written++) appendFileSync(file, million);
  appendFileSync(file, failed.replaceAll('WKS07', 'LAST09'));
}

describe('a large log', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'netsetup-large-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (megabytes: number) => {
    const file = path.join(folder, `NetSetup-${megabytes}.log`);
    largeLog(file, megabytes);
    return Uri.file(file);
  };
  const shown = (languageId: string) =>
    until(`a new text in ${languageId}`, () => {
      const document = window.activeTextEditor?.document;
      return document?.isUntitled && document.languageId === languageId && document;
    });

  it('of more than 50 MB has a report in Markdown, and its last operation opens alone', async function () {
    this.timeout(60_000);
    const uri = fileOf(51);
    await commands.executeCommand('vscode.open', uri);
    await until('the tab of a file that no extension sees', () => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input as { uri?: Uri } | undefined;
      return input?.uri?.toString() === uri.toString();
    });
    assert.equal(window.activeTextEditor, undefined);
    await commands.executeCommand('netsetup.analyseFile');
    const report = (await shown('markdown')).getText();
    assert.match(report, /^# NetSetup-51\.log\n\n\*\*2 of 2 operations failed\.\*\* [\d,]+ lines\./);
    assert.match(report, /### Join LAST09 → fabrikam\.test/);
    assert.match(report, /NetUseAdd to .*IPC\$ returned 64/);
    await commands.executeCommand('netsetup.openLastOperation', uri);
    const text = (await shown('netsetup-log')).getText();
    assert.match(text, /^.* -{20,}\r?\n.* NetpDoDomainJoin\r?\n/);
    assert.match(text, /LAST09/);
    assert.doesNotMatch(text, /WKS07|x{400}/);
  });
});
