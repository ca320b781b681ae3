import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode';

/** A document of this scheme is a report: it cannot be changed, and closing it asks nothing. */
const scheme = 'netsetup-report';

/** Shows what files came to. */
export interface Reports extends Disposable {
  /**
   * Shows a report as a page, where VS Code can show Markdown as one, else as a text.
   *
   * @param file that it is about: another report about it takes the place of this one
   * @param name of the file, without its folder
   * @param text in Markdown
   */
  show(file: Uri, name: string, text: string): Promise<void>;
}

/** Gives VS Code the texts of the reports that were made since it started. */
export function provideReports(): Reports {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: uri =>
      texts.get(uri.toString()) ?? 'This report is not there any more: **Analyse File…** makes it again.\n',
  });
  return {
    async show(file, name, text) {
      const uri = Uri.from({ scheme, path: `/${name}.md`, query: file.toString() });
      texts.set(uri.toString(), text);
      changed.fire(uri);
      try {
        await commands.executeCommand('markdown.showPreview', uri);
      } catch {
        // The extension that shows it may be switched off.
        await window.showTextDocument(uri, { preview: false });
      }
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
