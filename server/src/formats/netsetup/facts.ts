import type { Facts, LogRecord } from '../../model';
import type { NetsetupRecord } from './phrases';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Which fact a continuation line gives. */
const keys: Readonly<Record<string, keyof Facts>> = {
  HostName: 'computer',
  NetbiosName: 'computer',
  Machine: 'computer',
  lpHostName: 'computer',
  lpMachineName: 'computer',
  Domain: 'domain',
  lpDomain: 'domain',
  Account: 'account',
  lpAccount: 'account',
  MachineAccountOU: 'ou',
  lpMachineAccountOU: 'ou',
  lpDcName: 'domainController',
  Options: 'options',
  dwJoinOptions: 'options',
  dwOptions: 'provisionOptions',
  ProvisionOptions: 'provisionOptions',
  'Build number': 'build',
  SKU: 'sku',
};

/** Which facts a message gives: each named group is one. */
const messages: readonly RegExp[] = [
  // An author's short form of the parameters, on one line.
  /^NetpJoinDomain\s+(?:(?:HostName|Machine): ?(?<computer>\S+)\s+)?Domain: ?(?<domain>\S+)(?:\s+Account: ?(?<account>\S+))?(?:\s+Options: ?(?<options>0x[0-9a-f]+))?/,
  /^NetpMachineValidToJoin: '(?<computer>[^']+)'/,
  /^NetpDsGetDcName: failed to find a DC having account '(?<computer>[^'$]+)\$'/,
  /^NetpDsGetDcName: trying to find DC in domain '(?<domain>[^']+)'/,
  /^NetpJoinWorkgroup: joining computer '(?<computer>[^']+)' to workgroup '(?<workgroup>[^']+)'/,
  /^NetpUnJoinDomain: unjoin from '(?<domain>[^']+)' using '(?<account>[^']+)'(?: creds)?(?:, options: (?<options>0x[0-9a-f]+))?/,
  /^NetpChangeMachineName: from '(?<computer>[^']+)' to '(?<newName>[^']+)' using '(?<account>[^']+)' \[(?<options>0x[0-9a-f]+)\]/,
];

/** Lines that name the domain controller that is worked with: found, or connected to. */
const controllers: readonly RegExp[] = [
  /^NetpDsGetDcName: found DC '?\\\\([^']+?)'? in /,
  /^Netp\w+: status of connecting to +dc '?\\\\([^']+?)'?: 0x/,
  /^NetUseAdd to \\\\(.+?)\\IPC\$/,
];

/** Lines that name a domain controller too: they count where no other line does. */
const mentions: readonly RegExp[] = [
  /: status of verifying DNS A record name resolution for '([^']+?)'?: 0x/,
  /: (?:LsaOpenPolicy on|Unable to bind to DS on) '?\\\\([^']+?)'?(?: failed)?: 0x/,
  /: ldap_bind failed on '?([^':]+)'?: /,
];

/** What a line says of the computer account: whether it was there before. */
const accountLines: readonly (readonly [line: RegExp, exists: boolean])[] = [
  [/: Crack results:\s+Account does not exist/, false],
  [/: Crack results:\s+\(Account already exists\)/, true],
  [/: NetUserAdd on .{0,300} failed: 0x8b0\b/, true],
  // Another failure is one to create it.
  [/: NetUserAdd on .{0,300} failed: 0x[1-9a-f]/, false],
];
const created = /^NetpQueryAccountAttributes succeeded|\bstatus of creating account: 0x0\b/;

/** The check of a domain name looks for a domain controller. */
const domainExists = /^NetpCheckDomainNameIsValid \[ Exists \] for .* returned 0x0\b/;

const nameCheck = /^NetpValidateName: checking to see if '(.+?)'\*{0,2} is valid as type (\d+) name/;

/** How an article may have turned the quotation marks of Windows. */
export const otherQuotes = /[‘’`]/g;

/** Where the log says nothing. */
export const noFacts: Facts = {
  computer: undefined,
  newName: undefined,
  domain: undefined,
  workgroup: undefined,
  account: undefined,
  ou: undefined,
  options: undefined,
  domainController: undefined,
  provisionOptions: undefined,
  build: undefined,
  sku: undefined,
  accountExists: undefined,
  domainFound: undefined,
  nameType: undefined,
};

/** What one message says, wherever it stands: most say nothing. */
export interface Told {
  readonly facts: readonly (readonly [key: keyof Facts, value: string])[];
  /** The domain controller that is worked with, and one that is only named. */
  readonly controller: string | undefined;
  readonly mention: string | undefined;
  /** Whether the computer account was there before. */
  readonly exists: boolean | undefined;
  /** What is found of the account from here on, the operation made itself. */
  readonly isCreated: boolean;
  readonly isDomainFound: boolean;
  /** The name that is checked, and as what: a value of NETSETUP_NAME_TYPE. The first check counts. */
  readonly checked: { readonly name: string; readonly type: number } | undefined;
}

/** What a message says; undefined where that is nothing. */
export function toldBy(original: string): Told | undefined {
  const message = original.replace(otherQuotes, "'");
  const [, name, type] = nameCheck.exec(message) ?? [];
  const facts = messages.flatMap(pattern => Object.entries(pattern.exec(message)?.groups ?? {}));
  const told: Told = {
    facts: facts as [keyof Facts, string][],
    controller: firstGroup(controllers, message),
    mention: firstGroup(mentions, message),
    exists: accountLines.find(([pattern]) => pattern.test(message))?.[1],
    isCreated: created.test(message),
    isDomainFound: domainExists.test(message),
    checked: name === undefined ? undefined : { name, type: Number(type) },
  };
  const { length } = told.facts;
  const isNothing =
    length === 0 &&
    !told.checked &&
    !told.controller &&
    !told.mention &&
    told.exists === undefined &&
    !told.isCreated;
  return isNothing && !told.isDomainFound ? undefined : told;
}

/**
 * Gathers what the records say about one operation. What comes first counts; "(NULL)" is nothing.
 *
 * @param records those that may say something: the mark `tellsFacts`
 * @param cause where the operation failed: of several domain controllers, the one it dealt with there counts
 */
export function readFacts(records: Iterable<NetsetupRecord>, cause: LogRecord | undefined): Facts {
  const facts: Mutable<Facts> = { ...noFacts };
  let controller: string | undefined;
  let mention: string | undefined;
  let isCreated = false;
  for (const record of records) {
    // What stands below the last line of an operation was not passed to it.
    const parameters = record.phrase.pattern?.ends ? [] : record.parameters;
    for (const { key, value } of parameters) {
      const fact = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (fact) setFact(facts, fact, value);
    }
    const { told } = record.phrase;
    if (!told) continue;
    for (const [key, value] of told.facts) setFact(facts, key, value);
    if (told.checked && facts.nameType === undefined) {
      const { name, type } = told.checked;
      facts.nameType = type;
      setFact(facts, type === 1 || type === 5 ? 'computer' : type === 2 ? 'workgroup' : 'domain', name);
    }
    if (cause && record.line > cause.line) continue;
    isCreated ||= told.isCreated;
    if (told.exists !== undefined && !isCreated) facts.accountExists = told.exists;
    if (told.isDomainFound) facts.domainFound = true;
    controller = told.controller ?? controller;
    mention = told.mention ?? mention;
  }
  facts.domainController = controller ?? facts.domainController ?? mention;
  return facts;
}

/** What comes first counts. */
function setFact(facts: Mutable<Facts>, key: keyof Facts, value: string | undefined): void {
  if (!value || facts[key] !== undefined || /^\((?:null|non-null)\)$/i.test(value)) return;
  if (key === 'options' || key === 'provisionOptions') {
    if (/^0x[0-9a-f]{1,8}$/i.test(value)) facts[key] = Number(value);
  } else if (key === 'build') {
    const build = /^\d{3,6}\b/.exec(value)?.[0];
    if (build !== undefined) facts.build = Number(build);
  } else if (key === 'domain') {
    // "Domain: fabrikam.test\dc1.fabrikam.test" names the domain controller to use.
    const [domain, domainController] = value.split('\\');
    if (domain) facts.domain = domain;
    setFact(facts, 'domainController', domainController);
  } else if (key !== 'nameType' && key !== 'accountExists' && key !== 'domainFound') facts[key] = value;
}

function firstGroup(patterns: readonly RegExp[], message: string): string | undefined {
  for (const pattern of patterns) {
    const group = pattern.exec(message)?.[1];
    if (group !== undefined) return group;
  }
  return undefined;
}
