/// <reference lib="webworker" />
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type ConnectionStrategy,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { FileCore, FileQuestion, FileStep } from './protocol';
import type { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

/**
 * What the bundle holds for both hosts. It is handed over: what a module that is loaded on demand imports is loaded on
 * demand too, and the server in Node would begin later.
 */
interface Core {
  readonly startServer: typeof startServer;
  readonly fileCore: FileCore;
}

/**
 * Says that the worker has loaded, and becomes what its first message asks for: a question about a file makes it a
 * reader of that file, a message of the protocol makes it a language server.
 */
export function beginInWorker(strategy: ConnectionStrategy, core: Core): void {
  self.onmessage = first => {
    if (isFileQuestion(first.data)) return answer(first.data, core.fileCore);
    const reader = new BrowserMessageReader(self);
    const writer = new BrowserMessageWriter(self);
    core.startServer(createConnection(ProposedFeatures.all, reader, writer, strategy));
    // The reader has put a listener of its own here; it has still to see the message that woke the worker.
    self.onmessage?.(first);
  };
  self.postMessage('ready');
}

const isFileQuestion = (data: unknown): data is FileQuestion =>
  typeof data === 'object' && data !== null && 'ask' in data;

/** Answers with a step, and with one more for each message: whoever has enough of it ends the worker. */
function answer(question: FileQuestion, core: FileCore): void {
  const { ask, name, bytes } = question;
  const reading = core[ask](name, bytes);
  const step = () => self.postMessage(reading.next() satisfies FileStep);
  self.onmessage = step;
  step();
}
