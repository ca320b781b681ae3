// 22 real joins of a lab, exported as text in nine dialects, with what the capture itself says of them. The files
// are not part of the project: where they are absent, that is said, and nothing is checked.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analyze';

interface Truth {
  readonly file: string;
  readonly frames: number;
  readonly good: boolean;
  readonly broken: { readonly what: string };
  readonly reachability: readonly { server: string; port: number; transport: string; result: string }[];
  readonly steps: readonly { step: string; outcome: string }[];
  readonly otherSteps: readonly { step: string; outcome: string }[];
  readonly decisiveErrors: readonly { name: string; frame: number }[];
}

/** What the index calls the two steps that share the id `other`. */
const names: Readonly<Record<string, string>> = { nbns: 'netbios' };

const folder = '../shared/corpus/trace-lab';
const skip = !existsSync(folder) && 'the collection of real traces is not here';

test('each trace of the lab reads as its capture says', { skip }, async t => {
  const { files } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { files: Truth[] };
  for (const truth of files) {
    await t.test(truth.file, () => {
      const log = analyze(readFileSync(`${folder}/${truth.file}`, 'utf8'));
      const trace = log.trace;
      assert.ok(trace, 'recognised');
      assert.equal(trace.frames.filter(each => !each.isPrintedAgain).length, truth.frames, 'frames');
      assert.deepEqual(
        trace.reachability
          .filter(each => each.result !== 'notTried')
          .map(reachText)
          .sort(),
        truth.reachability
          .filter(each => each.result !== 'notTried')
          .map(reachText)
          .sort(),
        'reachability',
      );
      // A server that no frame names cannot be known here.
      const servers = new Set(trace.reachability.map(({ server }) => server));
      const untried = truth.reachability.filter(({ result }) => result === 'notTried');
      for (const each of untried.filter(({ server }) => servers.has(server))) {
        assert.ok(trace.reachability.map(reachText).includes(reachText(each)), reachText(each));
      }
      assert.deepEqual(
        trace.steps.map(({ service, outcome }) => `${service} ${outcome}`).sort(),
        [...truth.steps, ...truth.otherSteps]
          .map(({ step, outcome }) => `${names[step] ?? step} ${outcome}`)
          .sort(),
        'steps',
      );
    });
  }
});

/** Kerberos asks over UDP and TCP, SMB at two ports. */
const isFoldable: ReadonlySet<number> = new Set([88, 139, 445]);

/** Joins that nothing disturbed, and those that got round what did. */
const quiet = /^(?:good|rejoin)-/;

test('each fault of the lab is told where the capture shows it', { skip }, async t => {
  const { files } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { files: Truth[] };
  for (const { file, good, decisiveErrors, reachability } of files) {
    await t.test(file, () => {
      const { findings, records, trace } = analyze(readFileSync(`${folder}/${file}`, 'utf8'));
      const grave = findings.filter(each => each.severity === 'error' || each.severity === 'warning');
      const errors = grave.filter(each => each.severity === 'error');
      if (quiet.test(file)) assert.deepEqual(grave, []);
      if (good) assert.deepEqual(errors, []);
      else assert.notDeepEqual(errors, []);
      for (const { name, frame } of decisiveErrors) {
        const lines = trace!.frames.filter(each => each.number === frame).map(each => each.line);
        const told = errors.find(each => lines.includes(each.line));
        assert.ok(told, `${name} in frame ${frame} of ${records.length}`);
        assert.match(told.message, new RegExp(`\\b${name}\\b`));
      }
      for (const { server, port, transport, result } of reachability) {
        if (result === 'answered' || result === 'notTried' || port === 137) continue;
        const place = `${transport.toUpperCase()} ${port} `;
        // Two ports that are one problem are told as one.
        const folded = port === 88 ? 'UDP and TCP 88 ' : 'TCP 445 and 139 ';
        assert.ok(
          grave.some(
            ({ message }) =>
              (message.startsWith(place) || (isFoldable.has(port) && message.startsWith(folded))) &&
              message.includes(` of ${server}`),
          ),
          `${place}of ${server} ${result}`,
        );
      }
    });
  }
});

function reachText({ server, port, transport, result }: Truth['reachability'][number]): string {
  return `${server} ${transport} ${port} ${result}`;
}
