import type { Facts, LogRecord } from '../../model';

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
};

/** Which facts a message gives: each named group is one. */
const messages: readonly RegExp[] = [
  /^NetpMachineValidToJoin: '(?<computer>[^']+)'/,
  /^NetpDsGetDcName: trying to find DC in domain '(?<domain>[^']+)'/,
  /^NetpDsGetDcName: found DC '?\\\\(?<domainController>[^']+?)'? in /,
  /^Netp\w+: status of connecting to +dc '?\\\\(?<domainController>[^']+?)'?: 0x/,
  /^NetUseAdd to \\\\(?<domainController>.+?)\\IPC\$/,
  /^NetpJoinWorkgroup: joining computer '(?<computer>[^']+)' to workgroup '(?<workgroup>[^']+)'/,
  /^NetpUnJoinDomain: unjoin from '(?<domain>[^']+)' using '(?<account>[^']+)'/,
  /^NetpChangeMachineName: from '(?<computer>[^']+)' to '(?<newName>[^']+)' using '(?<account>[^']+)' \[(?<options>0x[0-9a-f]+)\]/,
];

/** Lines that name a domain controller too: they count where none was found or connected to. */
const mentions: readonly RegExp[] = [
  /: status of verifying DNS A record name resolution for '(?<domainController>[^']+?)'?: 0x/,
  /: (?:LsaOpenPolicy on|Unable to bind to DS on) '?\\\\(?<domainController>[^']+?)'?(?: failed)?: 0x/,
  /: ldap_bind failed on '?(?<domainController>[^':]+)'?: /,
];

const nameCheck = /^NetpValidateName: checking to see if '(.+?)'\*{0,2} is valid as type (\d+) name/;

/** How an article may have turned the quotation marks of Windows. */
const otherQuotes = /[‘’`]/g;

/** Gathers what the records say about one operation. What comes first counts; "(NULL)" is nothing. */
export function readFacts(records: readonly LogRecord[]): Facts {
  const facts: Mutable<Facts> = {
    computer: undefined,
    newName: undefined,
    domain: undefined,
    workgroup: undefined,
    account: undefined,
    ou: undefined,
    options: undefined,
    domainController: undefined,
    nameType: undefined,
  };
  const set = (key: keyof Facts, value: string | undefined) => {
    if (!value || facts[key] !== undefined || /^\((?:null|non-null)\)$/i.test(value)) return;
    if (key === 'options') {
      const options = /^0x[0-9a-f]{1,8}$/i.test(value) ? Number(value) : undefined;
      if (options !== undefined) facts.options = options;
    } else if (key === 'domain') {
      // "Domain: fabrikam.test\dc1.fabrikam.test" names the domain controller to use.
      const [domain, domainController] = value.split('\\');
      facts.domain = domain;
      set('domainController', domainController);
    } else if (key !== 'nameType') facts[key] = value;
  };

  const setAll = (groups: Readonly<Record<string, string>> | undefined) => {
    for (const [key, value] of Object.entries(groups ?? {})) set(key as keyof Facts, value);
  };

  let mentioned: Record<string, string> | undefined;
  for (const record of records) {
    for (const { key, value } of record.parameters) {
      const fact = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (fact) set(fact, value);
    }
    if (record.function === undefined) continue;
    const message = record.message.replace(otherQuotes, "'");
    for (const pattern of messages) setAll(pattern.exec(message)?.groups);
    for (const pattern of mentions) mentioned ??= pattern.exec(message)?.groups;
    const checked = nameCheck.exec(message);
    if (checked && facts.nameType === undefined) {
      const type = Number(checked[2]);
      facts.nameType = type;
      set(type === 1 || type === 5 ? 'computer' : type === 2 ? 'workgroup' : 'domain', checked[1]);
    }
  }
  setAll(mentioned);
  return facts;
}
