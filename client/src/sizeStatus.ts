import {
  type Disposable,
  type DocumentSelector,
  languages,
  type LanguageStatusItem,
  Position,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { activeUri } from './largeFiles';
import { ourLanguages } from './recognition';

/** VS Code does not colour what has more characters or lines. */
const mostColoured = 20 * 1024 * 1024;
const mostColouredLines = 300_000;
/** VS Code hands a text of more UTF-16 units to no extension. */
const mostShared = 50 * 1024 * 1024;

/** Says in the language status item what VS Code does not do for a large log or trace, and what can be done instead. */
export function showSizeStatus(): Disposable {
  let items: readonly Disposable[] = [];
  let asked = 0;
  const show = async () => {
    const own = ++asked;
    const limit = await limitOfShown();
    if (own !== asked) return;
    items.forEach(item => item.dispose());
    items = limit ? itemsFor(limit) : [];
  };
  const listening = [
    window.onDidChangeActiveTextEditor(show),
    window.tabGroups.onDidChangeTabs(show),
    window.tabGroups.onDidChangeTabGroups(show),
    workspace.onDidOpenTextDocument(show),
  ];
  void show();
  return {
    dispose() {
      asked++;
      for (const each of [...listening, ...items]) each.dispose();
    },
  };
}

/** What VS Code does not do for a file. */
interface Limit {
  readonly uri: Uri;
  readonly selector: DocumentSelector;
  readonly text: string;
  readonly detail: string;
}

async function limitOfShown(): Promise<Limit | undefined> {
  const document = window.activeTextEditor?.document;
  if (document) return limitOf(document);
  const uri = activeUri();
  if (!uri) return undefined;
  const size = await workspace.fs.stat(uri).then(
    stat => stat.size,
    () => 0,
  );
  if (size <= mostShared) return undefined;
  return {
    uri,
    selector: ourLanguages.map(language => ({ language })),
    text: 'Over 50 MB: VS Code hands this file to no extension',
    detail: 'Nothing is explained in the text; the commands read the file itself',
  };
}

function limitOf(document: TextDocument): Limit | undefined {
  const { uri, languageId, lineCount } = document;
  if (!ourLanguages.includes(languageId)) return undefined;
  const isLong = lineCount > mostColouredLines;
  const isLarge = !isLong && document.offsetAt(new Position(lineCount, 0)) > mostColoured;
  if (!isLong && !isLarge) return undefined;
  return {
    uri,
    selector: [{ language: languageId }],
    text: `VS Code does not colour this file: over ${isLong ? '300,000 lines' : '20 MB'}`,
    detail: 'Outline, problems and explanations are all there',
  };
}

function itemsFor({ uri, selector, text, detail }: Limit): readonly LanguageStatusItem[] {
  const named = (id: string, title: string, command: string, its: string, more: string) => {
    const item = languages.createLanguageStatusItem(id, selector);
    item.name = 'NetSetup Log: large file';
    item.text = its;
    item.detail = more;
    item.command = { title, command, arguments: [uri.toString()] };
    return item;
  };
  return [
    named('netsetup.size', 'Analyse File…', 'netsetup.analyseFile', text, detail),
    named(
      'netsetup.lastOperation',
      'Open Last Operation Only',
      'netsetup.openLastOperation',
      'The last operation is a text of its own',
      'Small enough for colours and everything else',
    ),
  ];
}
