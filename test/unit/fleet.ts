/** Logs of a fleet that were never written by Windows: each has the names and the outcome that it is made with. */

/** What one attempt to join is made with. */
export interface Attempt {
  readonly computer: string;
  readonly dc?: string;
  readonly domain?: string;
  readonly account?: string;
  readonly ou?: string;
  readonly build?: number;
  /** "02/10/2026" */
  readonly date?: string;
  /** Minutes after nine, at which it begins. */
  readonly minute?: number;
  /** Seconds from its first line to its last. */
  readonly seconds?: number;
  /** The code with which the connection to the domain controller fails; none for a join that succeeds. */
  readonly connect?: number;
  /** The code with which the name of the domain is refused: the join does not begin, and no computer is named. */
  readonly nameCheck?: number;
  /** The code with which creating the computer account fails, on a connection that worked. */
  readonly create?: number;
}

/** The lines of an attempt as Windows writes them, with their ends. */
export function joinLog(attempt: Attempt): string {
  const {
    computer,
    dc = 'dc1.fabrikam.test',
    domain = 'fabrikam.test',
    account = 'FABRIKAM\\jdoe',
  } = attempt;
  const { ou = '(NULL)', build = 22631, date = '02/10/2026', minute = 0, seconds = 2 } = attempt;
  const failure = attempt.connect ?? attempt.create ?? 0;
  const code = `0x${failure.toString(16)}`;
  const stamp = (second: number) => {
    const at = 9 * 3600 + minute * 60 + second;
    const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
    return `${date} ${two(at / 3600)}:${two((at / 60) % 60)}:${two(at % 60)}:000 `;
  };
  const check = `NetpCheckDomainNameIsValid [ Exists ] for '${domain}' returned 0x${attempt.nameCheck?.toString(16)}`;
  const nameCheck = [
    '-----------------------------------------------------------------',
    `NetpValidateName: checking to see if '${domain}' is valid as type 3 name`,
    check,
  ];
  const join = [
    '-----------------------------------------------------------------',
    'NetpDoDomainJoin',
    `NetpMachineValidToJoin: '${computer}'`,
    '\tOS Version: 10.0',
    `\tBuild number: ${build} (${build}.made_up)`,
    '\tSKU: Windows 11 Pro',
    'NetpMachineValidToJoin: status: 0x0',
    'NetpJoinDomain',
    `\tHostName: ${computer}`,
    `\tNetbiosName: ${computer}`,
    `\tDomain: ${domain}`,
    `\tMachineAccountOU: ${ou}`,
    `\tAccount: ${account}`,
    '\tOptions: 0x23',
    `NetpDsGetDcName: found DC '\\\\${dc}' in the specified domain`,
    'NetpJoinDomainOnDs: NetpDsGetDcName returned: 0x0',
    `NetpJoinDomainOnDs: status of connecting to dc '\\\\${dc}': ${attempt.connect ? code : '0x0'}`,
    ...(attempt.create
      ? [
          `NetpModifyComputerObjectInDs: ldap_add_s failed: 0x35 ${code}`,
          `NetpCreateComputerObjectInDs: NetpModifyComputerObjectInDs failed: ${code}`,
          `NetpProvisionComputerAccount: LDAP creation failed: ${code}`,
        ]
      : []),
    `NetpJoinDomainOnDs: Function exits with status of: ${code}`,
    `NetpDoDomainJoin: status: ${code}`,
  ];
  const lines = attempt.nameCheck === undefined ? join : nameCheck;
  const last = lines.length - 1;
  return lines.map((line, at) => `${stamp(at === last ? seconds : 0)}${line}\r\n`).join('');
}
