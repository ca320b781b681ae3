import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('the extension', () => {
  it('is present and activates', async () => {
    const extension = extensions.getExtension('netsetup-log-owner.netsetup-log');
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
