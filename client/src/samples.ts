import { type Disposable, languages, Uri, window, workspace } from 'vscode';
import { logLanguage } from './recognition';

/** A document of this scheme is a sample of the package: it is read only, and closing it asks nothing. */
const scheme = 'netsetup-sample';

/** The samples that the package holds. */
export type Sample = 'failed-join.log' | 'good-join.log';

/** Gives the text of the samples of the package, which need not be on a disk: in a browser it comes over the web. */
export function provideSamples(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'samples', path));
      return new TextDecoder().decode(bytes);
    },
  });
}

/** Opens a sample as a document that cannot be changed. */
export async function openSample(name: Sample): Promise<void> {
  const document = await workspace.openTextDocument(Uri.from({ scheme, path: `/${name}` }));
  await languages.setTextDocumentLanguage(document, logLanguage);
  await window.showTextDocument(document, { preview: false });
}
