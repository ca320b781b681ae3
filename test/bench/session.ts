import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Position,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export const ours = 'server/dist/serverMain.js';
export const empty = 'test/dist/bench/servers/empty.js';
export const libraryFree = 'test/dist/bench/servers/libraryFree.js';

/** A line as it is put into a log to measure an edit. */
const newLine = '02/10/2026 09:31:47:104 NetpMachineValidToJoin: status: 0x0\n';

/** A server as a process of its own that has been initialized, and a client that asks it as VS Code would. */
export interface Session {
  /** Opens the one document of the session and gives its diagnostics. */
  open(text: string): Promise<readonly Diagnostic[]>;
  /** Inserts a line in front of a line and gives the diagnostics of the new text. */
  insertLine(line: number): Promise<readonly Diagnostic[]>;
  diagnostics(): Promise<readonly Diagnostic[]>;
  outline(): Promise<readonly DocumentSymbol[]>;
  hover(position: Position): Promise<Hover | null>;
  /** The most memory that the process ever had, in MB; undefined where the system does not say. */
  peakMemory(): number | undefined;
  end(): void;
}

export async function startSession(module: string, ...args: string[]): Promise<Session> {
  const child = spawn(process.execPath, [module, '--stdio', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  /** Where the server sends diagnostics by itself: who waits for them. */
  const waiting: ((items: readonly Diagnostic[]) => void)[] = [];
  client.onNotification(PublishDiagnosticsNotification.type, sent => waiting.shift()?.(sent.diagnostics));
  client.listen();
  const failed = new Promise<never>((_, reject) =>
    child.once('exit', code => reject(new Error(`${module} ended (${code})`))),
  );
  failed.catch(() => undefined);
  const orFail = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, failed]);

  const { capabilities } = await orFail(
    client.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } } },
    }),
  );
  await client.sendNotification(InitializedNotification.type, {});

  const textDocument = { uri: 'untitled:NetSetup.log' };
  const isPulled = capabilities.diagnosticProvider !== undefined;
  /** Diagnostics that the server was not asked for come after what was sent. */
  const pushed = () => new Promise<readonly Diagnostic[]>(resolve => waiting.push(resolve));
  const diagnostics = async () => {
    if (!isPulled) throw new Error('this server cannot be asked for diagnostics');
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === 'full' ? report.items : [];
  };
  const afterwards = (send: () => Promise<void>) => {
    // Not awaited: the request follows at once, as from an editor.
    const answer = isPulled ? undefined : pushed();
    const sent = send();
    return orFail(Promise.all([answer ?? diagnostics(), sent]).then(([items]) => items));
  };
  let version = 1;
  return {
    open: text =>
      afterwards(() =>
        client.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { ...textDocument, languageId: 'netsetup-log', version, text },
        }),
      ),
    insertLine: line =>
      afterwards(() =>
        client.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { ...textDocument, version: ++version },
          contentChanges: [
            { range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: newLine },
          ],
        }),
      ),
    diagnostics: () => orFail(diagnostics()),
    outline: async () =>
      ((await orFail(client.sendRequest(DocumentSymbolRequest.type, { textDocument }))) ??
        []) as DocumentSymbol[],
    hover: position => orFail(client.sendRequest(HoverRequest.type, { textDocument, position })),
    peakMemory: () => peakMemoryOf(child.pid!),
    end() {
      client.dispose();
      child.kill();
    },
  };
}

/** The most memory that a running process ever had, in MB; undefined where the system does not say, or no more. */
export function peakMemoryOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    return undefined;
  }
}

/** Milliseconds that an answer takes. */
export async function timeOf(answer: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await answer();
  return performance.now() - start;
}
