/** What SARIF says of the rules and levels, the same for every file. */
import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { LanguageId, Severity } from '../model';
import { rules } from '../rules';
import type { Rule } from '../rules/rule';
import { capitalized } from '../words';

type Level = NonNullable<ReportingConfiguration['level']>;

/** What is merely worth knowing is a note. */
export function levelOf(severity: Severity): Level {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** The place of each rule in `ruleDescriptors`, by its code. */
export const ruleIndexes: ReadonlyMap<string, number> = new Map(
  rules.map(({ code }, index) => [code, index]),
);

/** Every rule, whatever was found: a reader sees what was looked for. */
export function ruleDescriptors(): ReportingDescriptor[] {
  return rules.map(descriptorOf);
}

/** What is read, as a tag and in words, and where more is told of a finding in it. */
const texts: Readonly<Record<LanguageId, { readonly tag: string; readonly more: string }>> = {
  'netsetup-log': {
    tag: 'NetSetup.log',
    more: 'what the steps before it show, what it is consistent with and what to check next',
  },
  'network-trace': {
    tag: 'network trace',
    more: 'which steps of the join went well and which ports answered',
  },
};

function descriptorOf({ code, languageId, severity, description }: Rule): ReportingDescriptor {
  const { tag, more } = texts[languageId];
  const help = (command: string) =>
    `${description}\n\nA result says what happened, at the line where it shows. For ${more}: ${command}, or the file in VS Code with this extension.`;
  return {
    id: code,
    name: code.split('-').map(capitalized).join(''),
    shortDescription: { text: firstSentence(description) },
    fullDescription: { text: description },
    help: { text: help('netsetup-log check FILE'), markdown: help('`netsetup-log check FILE`') },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ['domain join', tag] },
  };
}

/** Up to where a description goes into detail. */
function firstSentence(description: string): string {
  return `${description.split(/[:;.](?: |$)/)[0]!}.`;
}
