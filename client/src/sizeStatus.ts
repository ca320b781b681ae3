import {
  type Disposable,
  type DocumentSelector,
  languages,
  type LanguageStatusItem,
  Position,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { activeUri, mostShared } from './largeFiles';
import { logLanguage, ourLanguages } from './recognition';

/** VS Code does not colour what has more characters or lines. */
const mostColoured = 20 * 1024 * 1024;
const mostColouredLines = 300_000;

/**
 * Says in the language status item what VS Code does not do for a large log or trace, and what can be done instead. Of
 * a file that it hands to no extension it shows no such item either: then it is said in the status bar.
 */
export function showSizeStatus(): Disposable {
  let items: readonly Disposable[] = [];
  let asked = 0;
  const show = async () => {
    const own = ++asked;
    const limit = await limitOfShown();
    if (own !== asked) return;
    items.forEach(item => item.dispose());
    items = limit
      ? limit.selector
        ? languageItemsFor(limit, limit.selector)
        : statusBarItemsFor(limit)
      : [];
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

/** The names of files that are logs and traces, as far as names tell. */
const ourNames = /netsetup[^/]*$|(?:network|net)[-_ ]?trace[^/]*$|tshark[^/]*$|pktmon[^/]*$/i;

/** What VS Code does not do for a file. */
interface Limit {
  readonly uri: Uri;
  /** The documents that a language status item is for; undefined where there is no document. */
  readonly selector: DocumentSelector | undefined;
  readonly text: string;
  readonly detail: string;
  /** A network trace has no last operation. */
  readonly isLog: boolean;
}

async function limitOfShown(): Promise<Limit | undefined> {
  const document = window.activeTextEditor?.document;
  if (document) return limitOf(document);
  const uri = activeUri();
  // Its language is not known: its name has to tell.
  if (!uri || !ourNames.test(uri.path)) return undefined;
  const size = await workspace.fs.stat(uri).then(
    stat => stat.size,
    () => 0,
  );
  if (size <= mostShared) return undefined;
  return {
    uri,
    selector: undefined,
    isLog: !/trace|tshark|pktmon/i.test(uri.path),
    text: 'NetSetup Log: over 50 MB',
    detail:
      'VS Code hands files over 50 MB to no extension, so nothing is explained in the text. This reads the file and shows a report.',
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
    isLog: languageId === logLanguage,
    text: `VS Code does not colour over ${isLong ? '300,000 lines' : '20 MB'}`,
    detail: 'Explanations, outline and problems work; lists that are very long are shortened, and say so',
  };
}

/** The commands that large files have. */
const analyse = { title: 'Analyse File…', command: 'netsetup.analyseFile' };
const openLast = { title: 'Open Last Operation Only', command: 'netsetup.openLastOperation' };

function languageItemsFor(
  { uri, text, detail, isLog }: Limit,
  selector: DocumentSelector,
): readonly LanguageStatusItem[] {
  // What does not fit into a line of the status cannot be read there.
  const item = (id: string, command: typeof analyse, its: string, tooltip: string) => {
    const made = languages.createLanguageStatusItem(id, selector);
    made.name = 'NetSetup Log: large file';
    made.text = its;
    made.command = { ...command, tooltip, arguments: [uri.toString()] };
    made.accessibilityInformation = { label: `NetSetup Log: ${its}. ${tooltip}` };
    return made;
  };
  const alone = 'Opens it as a text of its own, small enough for colours';
  return [
    item('netsetup.size', analyse, text, detail),
    ...(isLog ? [item('netsetup.lastOperation', openLast, 'The last operation alone', alone)] : []),
  ];
}

function statusBarItemsFor({ uri, text, detail, isLog }: Limit): readonly StatusBarItem[] {
  const commands = isLog ? [analyse, openLast] : [analyse];
  return commands.map((command, index) => {
    const item = window.createStatusBarItem(`netsetup.size.${index}`, StatusBarAlignment.Right, 100 - index);
    item.name = 'NetSetup Log: large file';
    item.text = command === analyse ? `${text}: ${command.title}` : command.title;
    item.tooltip = command === openLast ? 'Opens the last join alone, with all explanations' : detail;
    item.command = { ...command, arguments: [uri.toString()] };
    item.accessibilityInformation = { label: `${item.text}. ${item.tooltip}`, role: 'button' };
    item.show();
    return item;
  });
}
