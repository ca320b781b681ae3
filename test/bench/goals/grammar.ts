import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { leastOf, milliseconds, ratioOfMinima, shown, type Goal } from '../harness';

const own = 'syntaxes/netsetup-log.tmLanguage.json';

/** Where VS Code's own grammar for logs is: in the VS Code of the end-to-end tests, or in one that is named. */
function builtInGrammar(): string | undefined {
  const rest = 'extensions/log/syntaxes/log.tmLanguage.json';
  const executable = process.env['VSCODE_EXECUTABLE'];
  return [
    path.join('.vscode-test/npm-host/node_modules/code-server/lib/vscode', rest),
    ...(executable ? [path.join(path.dirname(executable), 'resources/app', rest)] : []),
  ].find(file => existsSync(file));
}

async function grammarOf(file: string): Promise<IGrammar> {
  const raw = parseRawGrammar(readFileSync(file, 'utf8'), file);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(raw),
  });
  return (await registry.loadGrammar(raw.scopeName))!;
}

/** Colours lines as the editor does; gives how many tokens they have. */
function colour(grammar: IGrammar, lines: readonly string[]): number {
  let state = INITIAL;
  let tokens = 0;
  for (const line of lines) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    tokens += result.tokens.length;
  }
  return tokens;
}

export const g11: Goal = {
  id: 'G11',
  title: "own grammar, to VS Code's grammar for logs",
  async *measure(bench) {
    await oniguruma.loadWASM(
      Uint8Array.from(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).buffer,
    );
    const lines = bench.text('log', 1).split('\n');
    const mine = await grammarOf(own);
    const builtIn = builtInGrammar();
    const theirs = builtIn === undefined ? undefined : await grammarOf(builtIn);
    const samples = await bench.alternate(
      {
        ours: () => milliseconds(() => colour(mine, lines)),
        ...(theirs && { log: () => milliseconds(() => colour(theirs, lines)) }),
      } as Record<'ours' | 'log', () => number>,
      { most: 10, seconds: 15 },
    );
    const perSecond = shown(lines.length / (Math.min(...samples.ours) / 1000), 'lines/s');
    const name = "time to VS Code's log grammar";
    if (theirs) {
      const value = ratioOfMinima(samples.ours, samples.log);
      const against = `${leastOf(samples)}; ours ${perSecond}`;
      yield { name, value, unit: '×', against, goal: 0.2, noise: 0.1 };
    } else yield { name, why: `no VS Code is installed here to take it from; ours ${perSecond}` };
    yield {
      name: 'tokens a line',
      value: colour(mine, lines) / lines.length,
      unit: '',
      against: theirs ? `log ${shown(colour(theirs, lines) / lines.length, '')}` : '',
      goal: 6,
      isLeast: true,
      noise: 0,
    };
  },
};
