import { type Disposable, FileSystemError, languages, type TextEditor, Uri, window, workspace } from 'vscode';
import { logLanguage, traceLanguage } from './recognition';

/** A document of this scheme is a sample of the package: it is read only, and closing it asks nothing. */
const scheme = 'netsetup-sample';

/** The samples that the package holds, with their languages. */
const samples = {
  'failed-join.log': logLanguage,
  'good-join.log': logLanguage,
  'failed-join-trace.txt': traceLanguage,
};

/** Gives the text of the samples of the package, which need not be on a disk: in a browser it comes over the web. */
export function provideSamples(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const { path } = uri;
      // Any extension may ask: what is no sample, such as "/../package.json", is not there.
      if (!Object.hasOwn(samples, path.slice(1))) throw FileSystemError.FileNotFound(uri);
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'samples', path));
      return new TextDecoder().decode(bytes);
    },
  });
}

/** Opens a sample as a document that cannot be changed. */
export async function openSample(name: keyof typeof samples): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.from({ scheme, path: `/${name}` }));
  const set = await languages.setTextDocumentLanguage(document, samples[name]);
  return window.showTextDocument(set, { preview: false });
}
