import { version } from '../../package.json';
import {
  type Connection,
  type ConnectionStrategy,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';

const help = `usage: netsetup-language-server --stdio | --node-ipc

Explains NetSetup.log files and network traces to an editor, over the Language Server Protocol:
an editor starts it. docs/editors.md in the package has configurations for editors.
`;

/**
 * The connection that the process which started this one chose: the server opens no port and no named pipe. Without one
 * it is said how to start, and there is none.
 */
export function connectInNode(strategy: ConnectionStrategy): Connection | undefined {
  const args = process.argv.slice(2);
  if (args.includes('--version')) return say(`${version}\n`);
  if (args.includes('--help') || args.includes('-h')) return say(help);
  const refused = args.find(arg => /^--(?:socket|pipe)(?:=|$)/.test(arg));
  const isReachable = args.includes('--stdio') || args.includes('--node-ipc');
  if (refused === undefined && isReachable) return createConnection(ProposedFeatures.all, strategy);
  const why = refused === undefined ? 'no transport' : `${refused.slice(0, 40)} is not supported`;
  process.stderr.write(`netsetup-language-server: ${why}. Start it with --stdio or --node-ipc.\n`);
  process.exitCode = 2;
  return undefined;
}

function say(text: string): undefined {
  process.stdout.write(text);
}
