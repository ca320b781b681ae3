// Whatever a client sends, the built server answers or says what is wrong; it neither falls nor hangs.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { features } from '../../server/src/features';
import { decodeMethod, reportMethod } from '../../server/src/protocol';
import { Child, type Message, withChild } from './child';
import { isLong, timeout } from './runs';

const uri = 'untitled:NetSetup.log';
const textDocument = { uri };
const failed = readFileSync('samples/failed-join.log', 'utf8');
const start = { line: 0, character: 0 };

/** Codes of JSON-RPC and of the protocol. */
const [invalidRequest, methodNotFound, invalidParams, notInitialized, cancelled] = [
  -32600, -32601, -32602, -32002, -32800,
];

/** Shows that the server is there and well: it answers a hover with the meaning of a code. */
async function isWell(child: Child): Promise<void> {
  const own = 'untitled:well.log';
  child.open(own, '02/10/2026 09:14:02:123 NetpDoDomainJoin: status: 0x5\r\n');
  const { result } = await child.request('textDocument/hover', {
    textDocument: { uri: own },
    position: { line: 0, character: 52 },
  });
  assert.match(result.contents.value, /ERROR_ACCESS_DENIED/);
  child.notify('textDocument/didClose', { textDocument: { uri: own } });
}

/** An answer, or an error with a code and words. */
function isProper({ result, error }: Message, what: string): void {
  assert.ok(error ? Number.isInteger(error.code) && error.message !== '' : result !== undefined, what);
}

const allMethods = [...features.map(({ request }) => request.method), decodeMethod, reportMethod];

const paramsOf = (method: string, position = start, range = { start: position, end: position }) =>
  method === reportMethod
    ? { uri, line: position.line }
    : method === decodeMethod
      ? { text: '0x5', uri, position }
      : { textDocument, position, range, context: { diagnostics: [], includeDeclaration: true } };

test('positions that are not in the document have an answer', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    child.open(uri, failed);
    const numbers = [-(2 ** 31), -1, 0, 7, 1e5, 2 ** 31 - 1, 2 ** 53, 1.5];
    const answers = numbers.flatMap(line =>
      numbers.flatMap(character =>
        allMethods.map(async method => {
          const position = { line, character };
          // A range that ends before it begins is one too.
          const params = paramsOf(method, position, { start: position, end: start });
          const answer = await child.request(method, params);
          assert.ok('result' in answer, `${method} at ${line}:${character}: ${answer.error?.message}`);
        }),
      ),
    );
    await Promise.all(answers);
    await isWell(child);
    assert.equal(await child.end(), 0);
  }),
);

test('documents that are not open, and odd addresses, have the empty answer', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    for (const odd of [
      '',
      'untitled:none',
      'file:///etc/passwd',
      '\0',
      'constructor',
      '__proto__',
      'C:\\a',
    ]) {
      for (const method of allMethods) {
        const params = { ...paramsOf(method), textDocument: { uri: odd }, uri: odd };
        const answer = await child.request(method, params);
        assert.ok('result' in answer, `${method} of ${odd}`);
        assert.doesNotMatch(JSON.stringify(answer), /root:/);
      }
      child.notify('textDocument/didChange', {
        textDocument: { uri: odd, version: 2 },
        contentChanges: [{ text: 'x' }],
      });
      child.notify('textDocument/didClose', { textDocument: { uri: odd } });
      child.notify('textDocument/didSave', { textDocument: { uri: odd } });
    }
    await isWell(child);
    assert.equal(await child.end(), 0);
  }),
);

test('what comes before initialize is refused, what comes after shutdown too', { timeout }, () =>
  withChild(async child => {
    child.open(uri, failed);
    for (const method of allMethods) {
      assert.equal((await child.request(method, paramsOf(method))).error?.code, notInitialized, method);
    }
    assert.equal((await child.request('shutdown')).error?.code, notInitialized);
    await child.initialize();
    assert.equal((await child.request('initialize', { capabilities: {} })).error?.code, invalidRequest);
    await isWell(child);
    assert.ok('result' in (await child.request('shutdown')));
    assert.equal((await child.request('shutdown')).error?.code, invalidRequest);
    for (const method of allMethods) {
      assert.equal((await child.request(method, paramsOf(method))).error?.code, invalidRequest, method);
    }
    child.notify('exit');
    assert.equal(await child.ended(), 0);
  }),
);

test('the server ends where its client does', { timeout }, async () => {
  await withChild(async child => {
    await child.initialize();
    child.notify('exit');
    assert.equal(await child.ended(), 1, 'exit without shutdown');
  });
  await withChild(async child => {
    await child.initialize();
    child.process.stdin!.end();
    assert.notEqual(await child.ended(), null, 'its input has ended');
  });
});

test('unknown methods and wrong types are told, and the next question is answered', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    child.open(uri, failed);
    assert.equal((await child.request('textDocument/rename', {})).error?.code, methodNotFound);
    assert.equal((await child.request('constructor')).error?.code, methodNotFound);
    child.notify('workspace/didNothing', { a: 1 });
    child.notify('$/unknown');
    const odd = [
      undefined,
      null,
      0,
      'text',
      [],
      {},
      [1, 2],
      { textDocument: null },
      { textDocument: { uri: 5 } },
    ];
    const inside = ['position', 'range', 'context', 'textDocument', 'text', 'line'].flatMap(key =>
      [null, 0, 'text', [], {}, { line: 'a', character: null }].map(value => ({ [key]: value })),
    );
    for (const method of allMethods) {
      for (const params of [...odd, ...inside.map(each => ({ ...paramsOf(method), ...each }))]) {
        isProper(await child.request(method, params), `${method} with ${JSON.stringify(params)}`);
      }
    }
    const notifications = [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didSave',
      'workspace/didChangeConfiguration',
      '$/cancelRequest',
      '$/setTrace',
      'initialized',
    ];
    for (const method of notifications) {
      for (const params of [...odd, { contentChanges: 5 }, { textDocument, contentChanges: [null] }]) {
        child.notify(method, params);
      }
    }
    await isWell(child);
    assert.equal(await child.end(), 0);
  }),
);

test('a request that lacks what it needs is told what that is, and nothing is logged', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    child.open(uri, failed);
    const place = { line: 0, character: 0 };
    const wrong: readonly (readonly [part: string, methods: RegExp, values: readonly unknown[]])[] = [
      ['textDocument', /^textDocument/, [null, 0, 'text', [], {}, { uri: 5 }, { uri: null }]],
      ['position', /hover|Highlight|references/, [null, 0, 'text', [], {}, { line: 'a', character: 0 }]],
      [
        'range',
        /inlayHint|codeAction|range$/,
        [null, 0, 'text', {}, { start: place }, { start: 1, end: place }],
      ],
      ['context', /codeAction/, [null, 0, {}, { diagnostics: [null] }, { diagnostics: [], only: 5 }]],
      ['text', /decode/, [null, 5, {}]],
      ['uri', /report/, [null, 5, {}]],
      ['uri', /decode/, [null, 5, {}]],
      ['line', /report/, [null, '5', {}]],
      ['position', /decode/, [null, 5, { line: 1 }]],
    ];
    let count = 0;
    const isRefused = async (method: string, params: unknown, part: string) => {
      const { error } = await child.request(method, params);
      const what = `${method} with ${JSON.stringify(params)}`;
      assert.equal(error?.code, invalidParams, what);
      assert.match(error!.message, new RegExp(`^${part} has to be `), what);
      count++;
    };
    for (const method of allMethods) {
      const needed = method === reportMethod ? 'uri' : method === decodeMethod ? 'text' : 'textDocument';
      await isRefused(method, {}, needed);
      // These are refused before it is known what is needed.
      for (const params of [undefined, [], [1, 2]]) {
        assert.equal((await child.request(method, params)).error?.code, invalidParams, method);
      }
      for (const [part, , values] of wrong.filter(each => each[1].test(method))) {
        for (const value of values) await isRefused(method, { ...paramsOf(method), [part]: value }, part);
      }
    }
    assert.ok(count > 150, `${count} requests`);
    assert.deepEqual(child.others, []);
    assert.equal(child.stderr, '');
    await isWell(child);
    assert.equal(await child.end(), 0);
  }),
);

test('what is no message is told or ends the server; it never hangs', { timeout }, async () => {
  const json = (text: string) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  const broken = {
    'no JSON': json('{'),
    'no object': json('5'),
    nothing: json('null'),
    'an empty body': json(''),
    'a batch': json('[{"jsonrpc":"2.0","id":9,"method":"shutdown"}]'),
    'neither request nor answer': json('{"jsonrpc":"2.0"}'),
    'an answer that nobody asked for': json('{"jsonrpc":"2.0","id":77,"result":1}'),
    'a method that is a number': json('{"jsonrpc":"2.0","id":9,"method":7}'),
    'deep arrays': json(
      `{"jsonrpc":"2.0","id":9,"method":"x","params":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ),
    'no length': 'Content-Type: text\r\n\r\n{}',
    'a length that is no number': 'Content-Length: many\r\n\r\n{}',
    'a length below zero': 'Content-Length: -5\r\n\r\n{}',
    'an unknown charset': 'Content-Length: 2\r\nContent-Type: text; charset=none\r\n\r\n{}',
    'a header without a colon': 'Content-Length 2\r\n\r\n{}',
    'bytes of no text': Buffer.from([0xff, 0xfe, 0, 1, 13, 10, 13, 10]),
  };
  for (const [what, bytes] of Object.entries(broken)) {
    await withChild(async child => {
      await child.initialize();
      child.write(bytes);
      // Either it still answers, or it ends by itself when its input does.
      const well = isWell(child).then(() => true);
      child.process.stdin!.end();
      const isAnswered = await Promise.race([well, child.ended().then(() => false)]);
      const code = await child.ended();
      assert.ok(isAnswered || code !== null, `${what}: ended by ${child.process.signalCode}`);
      assert.doesNotMatch(child.stderr, /FATAL|out of memory/i, what);
    });
  }
});

test('ten thousand requests at once are answered, each once', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    child.open(uri, failed);
    const count = isLong ? 100_000 : 10_000;
    const position = { line: 30, character: 40 };
    const answers = await Promise.all(
      Array.from({ length: count }, (_, at) =>
        child.request('textDocument/hover', { textDocument, position: { ...position, line: at % 60 } }),
      ),
    );
    assert.equal(answers.filter(each => 'result' in each).length, count);
    assert.ok(answers.some(each => each.result?.contents));
    assert.equal(child.others.filter(each => each.id !== undefined).length, 0);
    assert.equal(await child.end(), 0);
  }),
);

test('what is cancelled has its result or says that it was cancelled', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    child.open(uri, failed);
    const begun = Array.from({ length: 200 }, () =>
      child.begin('textDocument/documentSymbol', { textDocument }),
    );
    for (const { id } of begun) child.notify('$/cancelRequest', { id });
    // What was answered already, or never asked.
    for (const id of [1, 0, -1, 'none', null]) child.notify('$/cancelRequest', { id });
    for (const { id, answer } of begun) {
      const { error } = await answer;
      assert.ok(!error || error.code === cancelled, `request ${id}: ${error?.message}`);
    }
    await isWell(child);
    assert.equal(await child.end(), 0);
  }),
);

test('what is cancelled while something else is answered is not worked out', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    child.open(uri, failed.repeat(2000));
    const begun = Array.from({ length: 100 }, () =>
      child.begin('textDocument/documentSymbol', { textDocument }),
    );
    for (const { id } of begun) child.notify('$/cancelRequest', { id });
    const errors = (await Promise.all(begun.map(({ answer }) => answer))).flatMap(({ error }) => error ?? []);
    assert.ok(errors.length > 50, `${errors.length} of 100 were cancelled`);
    assert.ok(errors.every(({ code }) => code === cancelled));
    assert.equal(await child.end(), 0);
  }),
);

test('a document that is opened twice, closed twice and changed when closed does no harm', { timeout }, () =>
  withChild(async child => {
    await child.initialize();
    const symbols = () => child.request('textDocument/documentSymbol', { textDocument });
    child.open(uri, failed);
    assert.notEqual((await symbols()).result.length, 0);
    // The same version of another text.
    child.open(uri, '');
    assert.deepEqual((await symbols()).result, []);
    child.notify('textDocument/didClose', { textDocument });
    child.notify('textDocument/didClose', { textDocument });
    const textChange = { textDocument: { uri, version: 9 }, contentChanges: [{ text: failed }] };
    child.notify('textDocument/didChange', textChange);
    assert.deepEqual((await symbols()).result, []);
    child.open(uri, failed);
    assert.notEqual((await symbols()).result.length, 0);
    await isWell(child);
    assert.equal(await child.end(), 0);
  }),
);
