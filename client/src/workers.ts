/// <reference lib="webworker" />
import type { Disposable } from 'vscode';
import type { FileQuestion, FileStep, LastOperation } from '../../server/src/protocol';

/** The web workers of the extension, which all run the bundle of the server; disposing ends all of them. */
export interface Workers extends Disposable {
  /** A worker that has loaded. Rejects with what a person can read where it cannot load. */
  start(): Promise<Worker>;
  /** Reads a file in a worker of its own, which is gone when the reading ends or is left. */
  read<T extends string | LastOperation>(question: FileQuestion): AsyncGenerator<number, T>;
  end(worker: Worker): void;
}

/** @param script the address of the bundle of the server */
export function workersOf(script: string): Workers {
  const running = new Set<Worker>();
  const end = (worker: Worker) => {
    running.delete(worker);
    worker.terminate();
  };
  const start = async () => {
    const worker = new Worker(script);
    running.add(worker);
    try {
      // It says one word when it has loaded, and from then on only what it is asked.
      await messageOf(worker);
      return worker;
    } catch (error) {
      end(worker);
      throw error;
    }
  };
  async function* read<T extends string | LastOperation>(question: FileQuestion): AsyncGenerator<number, T> {
    const worker = await start();
    try {
      for (let message: FileQuestion | 'more' = question; ; message = 'more') {
        worker.postMessage(message);
        const step = (await messageOf(worker)) as FileStep<T>;
        if (step.done) return step.value;
        yield step.value;
      }
    } finally {
      end(worker);
    }
  }
  return { start, read, end, dispose: () => running.forEach(end) };
}

/** The next message of a worker. Rejects where the worker fails instead, with what a person can read. */
function messageOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = event => {
      // Told here once, and not again to whoever looks for errors of the whole host.
      event.preventDefault();
      // Of a script from another origin a browser may tell nothing.
      const why = event.message ? `: ${event.message.replace(/\.$/, '')}` : '';
      reject(new Error(`The web worker of NetSetup Log failed${why}.`));
    };
  });
}
