import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/** The ways to reach the server are those of the process that started it: it opens no port and no named pipe. */
const args = process.argv.slice(2);
const refused = args.find(arg => /^--(?:socket|pipe)(?:=|$)/.test(arg));
const isReachable = args.includes('--stdio') || args.includes('--node-ipc');
if (refused === undefined && isReachable) startServer(createConnection(ProposedFeatures.all));
else {
  const why = refused === undefined ? 'no transport' : `${refused.slice(0, 40)} is not supported`;
  process.stderr.write(`netsetup-log server: ${why}. Start it with --stdio or --node-ipc.\n`);
  process.exitCode = 2;
}
