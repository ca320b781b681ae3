import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/** For our client, which reads large files by itself: the tables are in this bundle, and need not be in another. */
export { fileCore } from './report/fileReport';

if (require.main === module) startServer(createConnection(ProposedFeatures.all));
