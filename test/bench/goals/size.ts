import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { shown, type Goal } from '../harness';

export const g12: Goal = {
  id: 'G12',
  title: 'size of the extension',
  async *measure(bench) {
    const file = path.join(bench.folder, 'bench.vsix');
    execFileSync('npm', ['run', '--silent', 'package', '--', '--out', file], {
      stdio: 'pipe',
    });
    const parts = ['client/dist/nodeMain.js', 'client/dist/browserMain.js', 'server/dist/serverMain.js'];
    const sizes = parts.map(part => `${part} ${shown(statSync(part).size / 1000, 'KB')}`);
    yield {
      name: 'VSIX',
      value: statSync(file).size / 1000,
      unit: 'KB',
      against: sizes.join(', '),
      goal: 700,
      noise: 0,
    };
  },
};
