/** What clients announce that they can show: as much of it as answers depend on. */
import type { ClientCapabilities } from 'vscode-languageserver';

/** VS Code, as vscode-languageclient announces it. */
export const vscode: ClientCapabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } } },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: [2, 6, 7, 19, 24] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
  },
};
