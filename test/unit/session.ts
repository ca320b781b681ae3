/** A real conversation between a client and the server, over in-memory streams. */
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { features } from '../../server/src/features';
import type { Feature } from '../../server/src/features/feature';
import { startServer } from '../../server/src/server';
import { vscode } from './clients';

export interface Session {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server logged as errors. */
  readonly errors: string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
}

/** Runs with a client of a server of its own, and shuts the server down behind it. */
export async function withSession(
  run: (session: Session) => Promise<void>,
  own: readonly Feature[] = features,
  capabilities: ClientCapabilities = vscode,
  prepare: (client: ProtocolConnection) => void = () => undefined,
  initializationOptions?: unknown,
): Promise<void> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), own);
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const errors: string[] = [];
  client.onNotification(LogMessageNotification.type, ({ message }) => void errors.push(message));
  prepare(client);
  client.listen();
  try {
    const initialized = await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await client.sendNotification(InitializedNotification.type, {});
    await run({
      client,
      initialized,
      errors,
      open: (uri, text, languageId = 'netsetup-log') =>
        client.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId, version: 1, text },
        }),
    });
    await client.sendRequest(ShutdownRequest.type);
  } finally {
    client.dispose();
    toServer.destroy();
    toClient.destroy();
  }
}
