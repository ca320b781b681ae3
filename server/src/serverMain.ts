#!/usr/bin/env node
// The one bundle of the server: in Node a process of its own, in a browser a web worker. What makes the connection is
// loaded only where it fits, so that a worker comes upon no module of Node. (`module`, which a worker has not, is made
// by the banner of `npm run build:server`.)
import { type ConnectionStrategy, LSPErrorCodes, Message } from 'vscode-languageserver';
import { fileCore } from './report/fileReport';
import { startServer } from './server';

/** For our client, which reads large files by itself: the tables are in this bundle, and need not be in another. */
export { fileCore };

const strategy: ConnectionStrategy = {
  // What was cancelled while something else was answered is not worked out any more.
  cancelUndispatched: message =>
    Message.isRequest(message)
      ? {
          jsonrpc: '2.0',
          id: message.id,
          error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
        }
      : undefined,
};

if ('DedicatedWorkerGlobalScope' in globalThis) {
  const { beginInWorker } = require('./worker') as typeof import('./worker');
  beginInWorker(strategy, { startServer, fileCore });
} else if (require.main === module) {
  const { connectInNode } = require('./nodeConnection') as typeof import('./nodeConnection');
  const connection = connectInNode(strategy);
  if (connection) startServer(connection);
}
