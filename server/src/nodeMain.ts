import {
  type Connection,
  createConnection,
  LSPErrorCodes,
  Message,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { startServer } from './server';

/** For our client, which reads large files by itself: the tables are in this bundle, and need not be in another. */
export { fileCore } from './report/fileReport';

/** The ways to reach the server are those of the process that started it: it opens no port and no named pipe. */
function start(args: readonly string[]): void {
  const refused = args.find(arg => /^--(?:socket|pipe)(?:=|$)/.test(arg));
  const isReachable = args.includes('--stdio') || args.includes('--node-ipc');
  if (refused === undefined && isReachable) return startServer(connect());
  const why = refused === undefined ? 'no transport' : `${refused.slice(0, 40)} is not supported`;
  process.stderr.write(`netsetup-log server: ${why}. Start it with --stdio or --node-ipc.\n`);
  process.exitCode = 2;
}

function connect(): Connection {
  return createConnection(ProposedFeatures.all, {
    // What was cancelled while something else was answered is not worked out any more.
    cancelUndispatched: message =>
      Message.isRequest(message)
        ? {
            jsonrpc: '2.0',
            id: message.id,
            error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
          }
        : undefined,
  });
}

if (require.main === module) start(process.argv.slice(2));
