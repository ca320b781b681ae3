/**
 * The findings of many files as SARIF 2.1.0, for code scanning and for viewers. It is written piece by piece: what is
 * kept of a file is its name, and what could not be read. The order of the keys is ours to choose, so that what is known
 * last stands last.
 */
import type { Artifact, ArtifactLocation, Invocation, Notification, Run } from 'sarif';
import type { Log } from '../model';
import { resultsIn } from './sarifResults';
import { ruleDescriptors } from './sarifRules';

/** The program, as its package names it. */
export interface Program {
  readonly version: string;
  /** The address of its home page. */
  readonly home: string;
}

/** Where a file is, percent-encoded. */
export interface Place {
  /** From the working folder on where the file is below it; else absolute. "-" is standard input. */
  readonly uri: string;
  readonly isBelow: boolean;
}

/** A document of SARIF that is being written: `begin`, then each file, then `end`. */
export interface SarifDocument {
  begin(): string;
  /** What was found in a file, one text for each finding. */
  file(place: Place, log: Log): Generator<string>;
  /**
   * Says something of a file that is no finding in it.
   *
   * @param level `error`: it could not be read. `warning`: not all that is told of it is certain
   */
  tell(place: Place, level: 'error' | 'warning', text: string): void;
  end(): string;
}

/** The name that stands for the working folder. */
const folderId = 'WORKINGFOLDER';

/** @param folder the address of the working folder, with a slash at its end */
export function sarifDocument({ version, home }: Program, folder: string): SarifDocument {
  const artifacts: Artifact[] = [];
  const notifications: Notification[] = [];
  let count = 0;

  const locationOf = ({ uri, isBelow }: Place, index?: number): ArtifactLocation => ({
    uri,
    ...(isBelow && { uriBaseId: folderId }),
    ...(index !== undefined && { index }),
  });

  return {
    begin() {
      const driver = {
        name: 'NetSetup Log',
        semanticVersion: version,
        version,
        informationUri: home,
        rules: ruleDescriptors(),
      };
      const run: Omit<Run, 'results'> = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [folderId]: { uri: folder, description: { text: 'The working folder.' } } },
      };
      const head = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' };
      return `${open(head)},"runs":[\n${open(run)},\n"results":[`;
    },
    *file(place, log) {
      const index = artifacts.length;
      artifacts.push({
        location: {
          ...locationOf(place),
          ...(place.uri === '-' && { description: { text: 'Standard input.' } }),
        },
        roles: ['analysisTarget'],
        ...(log.languageId && { sourceLanguage: log.languageId }),
      });
      const artifactLocation = locationOf(place, index);
      const resultOf = resultsIn(log, artifactLocation);
      for (const finding of log.findings) {
        yield `${count++ > 0 ? ',' : ''}\n${JSON.stringify(resultOf(finding))}`;
      }
    },
    tell(place, level, text) {
      const locations = [{ physicalLocation: { artifactLocation: locationOf(place) } }];
      notifications.push({ level, message: { text }, locations });
    },
    end() {
      const invocation: Invocation = {
        executionSuccessful: notifications.every(({ level }) => level !== 'error'),
        toolExecutionNotifications: notifications,
        workingDirectory: { uri: folder },
      };
      const tail = { artifacts, invocations: [invocation] };
      return `\n],\n${JSON.stringify(tail).slice(1)}\n]}\n`;
    },
  };
}

/** An object as JSON, to be gone on with. */
function open(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}
