import type {
  ClientCapabilities,
  ProtocolRequestType,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Log } from '../model';
import type { Settings } from '../settings';

/** What every request that we answer says: which document it is about. */
export interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** What an answer depends on besides the Log and the request. */
export interface Context {
  readonly settings: Settings;
  /** The commands that the client has: an answer names no other. */
  readonly commands: ReadonlySet<string>;
  /** What the client has announced that it can show: what it has not is left out, or said in a plainer way. */
  readonly client: ClientCapabilities;
}

/** One request of the protocol: what is announced and what is answered stand together and cannot drift. */
export interface Feature<P extends DocumentParams = any, R = any> {
  /** The name of its file; it stands in front of what is logged when `handle` throws. */
  readonly name: string;
  /** What is announced to every client, or to one that announces these. */
  readonly capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  /** The types of partial results and registration do not matter here. */
  readonly request: ProtocolRequestType<P, R, any, any, any>;
  /** What is read of the parameters besides the document: without it the request is refused. */
  readonly reads?: readonly ('position' | 'range' | 'context')[];
  /** The answer waits until the settings of the client are known. */
  readonly needsSettings?: true;
  /** A document that is not open is an empty Log, so its answer is the natural empty one. */
  handle(log: Log, params: P, context: Context): R;
}
