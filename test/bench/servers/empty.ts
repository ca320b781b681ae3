// EMPTY, the reference of the language server: the same library and the same documents, and nothing else. It answers
// every request with nothing, and the outline with the file that it was started with, so that it costs what the
// protocol costs.
import { readFileSync } from 'node:fs';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const file = process.argv.find(each => each.endsWith('.json'));
const outline = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'));

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: 2,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    documentSymbolProvider: true,
    hoverProvider: true,
  },
}));
connection.onHover(() => null);
connection.onDocumentSymbol(() => outline);
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
documents.listen(connection);
connection.listen();
