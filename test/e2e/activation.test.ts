import { strict as assert } from 'node:assert';
import { extension } from './documents';

describe('the extension', () => {
  it('is present and activates', async () => {
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
