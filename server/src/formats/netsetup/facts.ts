import type { Facts, LogRecord } from '../../model';
import { patternOf } from './patterns';

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

/**
 * Gathers what the records say about one operation. What comes first counts; "(NULL)" is nothing.
 *
 * @param cause where the operation failed: of several domain controllers, the one it dealt with there counts
 */
export function readFacts(records: readonly LogRecord[], cause: LogRecord | undefined): Facts {
  const facts: Mutable<Facts> = { ...noFacts };
  const set = (key: keyof Facts, value: string | undefined) => {
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
      set('domainController', domainController);
    } else if (key !== 'nameType' && key !== 'accountExists' && key !== 'domainFound') facts[key] = value;
  };

  let controller: string | undefined;
  let mention: string | undefined;
  /** What is found of the account from here on, the operation made itself. */
  let isCreated = false;
  for (const record of records) {
    // What stands below the last line of an operation was not passed to it.
    const parameters = patternOf(record)?.ends ? [] : record.parameters;
    for (const { key, value } of parameters) {
      const fact = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (fact) set(fact, value);
    }
    if (record.function === undefined) continue;
    const message = record.message.replace(otherQuotes, "'");
    for (const pattern of messages) {
      const groups = pattern.exec(message)?.groups;
      for (const [key, value] of Object.entries(groups ?? {})) set(key as keyof Facts, value);
    }
    if (!cause || record.line <= cause.line) {
      isCreated ||= created.test(message);
      const found = isCreated ? undefined : accountLines.find(([pattern]) => pattern.test(message));
      if (found) facts.accountExists = found[1];
      if (domainExists.test(message)) facts.domainFound = true;
      controller = firstGroup(controllers, message) ?? controller;
      mention = firstGroup(mentions, message) ?? mention;
    }
    const checked = nameCheck.exec(message);
    if (checked && facts.nameType === undefined) {
      const type = Number(checked[2]);
      facts.nameType = type;
      set(type === 1 || type === 5 ? 'computer' : type === 2 ? 'workgroup' : 'domain', checked[1]);
    }
  }
  facts.domainController = controller ?? facts.domainController ?? mention;
  return facts;
}

function firstGroup(patterns: readonly RegExp[], message: string): string | undefined {
  for (const pattern of patterns) {
    const group = pattern.exec(message)?.[1];
    if (group !== undefined) return group;
  }
  return undefined;
}
