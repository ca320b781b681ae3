/** The built server as a process of its own, spoken to in bytes: what no client library would send can be sent. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { vscode } from './clients';

/** A response, notification or request of the server. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: any;
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Tells its memory over the channel of its own, after a collection, when asked there. */
const tellsHeap = `process.on('message', () => {
  for (let i = 0; i < 4; i++) gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  process.send({ heapUsed, external, arrayBuffers });
});
process.channel.unref();`;

export class Child {
  readonly process: ChildProcess;
  /** What was received and not asked for: notifications, requests, answers without an id. */
  readonly others: Message[] = [];
  /** What it wrote to stderr. */
  stderr = '';
  readonly #waiting = new Map<number | string, (message: Message) => void>();
  #received: Buffer = Buffer.alloc(0);
  #wake = () => {};
  #id = 0;

  constructor(args: readonly string[] = ['--stdio'], nodeArgs: readonly string[] = []) {
    this.process = spawn(process.execPath, [...nodeArgs, 'server/dist/serverMain.js', ...args], {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    });
    this.process.stdout!.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.process.stderr!.on('data', (chunk: Buffer) => void (this.stderr += chunk.toString()));
    // A process that has ended takes no more.
    this.process.stdin!.on('error', () => undefined);
  }

  /** A server that can tell its memory. */
  static measured(): Child {
    const preload = `data:text/javascript,${encodeURIComponent(tellsHeap)}`;
    return new Child(['--stdio'], ['--expose-gc', '--import', preload]);
  }

  /** Bytes in use in the heap and outside of it, after a collection. */
  async memory(): Promise<number> {
    this.process.send('memory');
    const [told] = (await once(this.process, 'message')) as [{ heapUsed: number; external: number }];
    return told.heapUsed + told.external;
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, chunk]) : chunk;
    for (;;) {
      const headers = this.#received.indexOf('\r\n\r\n');
      if (headers < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, headers))![1]);
      const start = headers + 4;
      if (this.#received.length < start + length) return;
      const message = JSON.parse(this.#received.toString('utf8', start, start + length)) as Message;
      this.#received = this.#received.subarray(start + length);
      const resolve = message.method === undefined ? this.#waiting.get(message.id!) : undefined;
      if (resolve) {
        this.#waiting.delete(message.id!);
        resolve(message);
      } else {
        this.others.push(message);
        this.#wake();
      }
    }
  }

  /** A message that nobody waits for, received already or to come. */
  async other(is: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.others.find(is);
      if (found) return found;
      await new Promise<void>(resolve => (this.#wake = resolve));
    }
  }

  /** Bytes as they are. */
  write(bytes: string | Buffer): void {
    this.process.stdin!.write(bytes);
  }

  /** Anything as the body of a message. */
  send(body: unknown): void {
    const json = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    this.write(Buffer.concat([Buffer.from(`Content-Length: ${json.length}\r\n\r\n`), json]));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Sends a request; its number, and its answer when it comes. */
  begin(method: string, params?: unknown): { id: number; answer: Promise<Message> } {
    const id = ++this.#id;
    const answer = new Promise<Message>(resolve => this.#waiting.set(id, resolve));
    this.send({ jsonrpc: '2.0', id, method, params });
    return { id, answer };
  }

  request(method: string, params?: unknown): Promise<Message> {
    return this.begin(method, params).answer;
  }

  async initialize(capabilities: object = vscode): Promise<Message> {
    const answer = await this.request('initialize', { processId: null, rootUri: null, capabilities });
    this.notify('initialized', {});
    return answer;
  }

  open(uri: string, text: string, languageId = 'netsetup-log'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** The code with which the process ends, by itself. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  /** The way out that the protocol knows. */
  async end(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.ended();
  }
}

/** Runs with a server of its own, which is gone behind it whatever happens. */
export async function withChild(run: (child: Child) => Promise<void>, child = new Child()): Promise<void> {
  try {
    await run(child);
  } finally {
    child.process.kill('SIGKILL');
  }
}
