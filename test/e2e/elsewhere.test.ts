import { strict as assert } from 'node:assert';
import {
  commands,
  type Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { hoverOn, reportOn, sample, showAs, symbolsOf, textOf, until } from './documents';

/** Files that are on no disk, as in a workspace of a repository that was never cloned. */
function provide(scheme: string, files: ReadonlyMap<string, string>): Disposable {
  const bytesOf = (uri: Uri): Uint8Array => {
    const text = files.get(uri.path);
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const refuse = (): never => {
    throw FileSystemError.NoPermissions('These files are for reading only.');
  };
  const provider = {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => ({ dispose: () => undefined }),
    stat: (uri: Uri) => ({ type: FileType.File, ctime: 0, mtime: 0, size: bytesOf(uri).length }),
    readFile: bytesOf,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true });
}

/** Everything that needs the text of a document, and nothing but that. */
async function assertExplained(document: TextDocument): Promise<void> {
  const names = (await symbolsOf(document.uri)).map(({ name }) => name);
  assert.ok(
    names.some(name => name.startsWith('Join WKS07 → fabrikam.test · failed')),
    names.join('\n'),
  );
  assert.match(await hoverOn(document, '64', 'returned '), /ERROR_NETNAME_DELETED/);
  const [problem, ...others] = await until('the problem', () => {
    const found = languages.getDiagnostics(document.uri);
    return found.length > 0 && found;
  });
  assert.deepEqual(others, []);
  assert.match(document.lineAt(problem!.range.start.line).text, /NetUseAdd to .* returned 64$/);
}

describe('a log that is in no file of this machine', () => {
  const scheme = 'netsetup-elsewhere';
  const virtual = Uri.parse(`${scheme}:/logs/NetSetup.LOG`);
  let files: Disposable;
  let failed: string;
  before(async () => {
    failed = await textOf(sample('failed-join.log'));
    files = provide(scheme, new Map([[virtual.path, failed]]));
  });
  after(() => files.dispose());

  it('is explained in a virtual workspace', async () => {
    await assertExplained(await showAs('netsetup-log', virtual));
  });

  it('is explained where it was never saved', async () => {
    const { uri } = await workspace.openTextDocument({ language: 'log', content: failed });
    await assertExplained(await showAs('netsetup-log', uri));
  });

  it('is read by Analyse File in a virtual workspace', async () => {
    await commands.executeCommand('netsetup.analyseFile', virtual);
    assert.match(await reportOn('NetSetup.LOG'), /^# NetSetup\.LOG\n\n\*\*1 of 1 operations? failed/);
  });
});
