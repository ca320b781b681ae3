import { repository, version } from '../../../package.json';
import { outputs } from '../outputs';

export { version };

/** Where the product is at home. */
export const home = repository.url.replace(/\.git$/, '');

const checkUsage = `netsetup-log check FILE|FOLDER|PATTERN|-… [--format ${Object.keys(outputs).join('|')}] [--last] [--quiet] [--no-color]`;
const decodeUsage = 'netsetup-log decode CODE [--in SPACE]';

/** What is said of wrong usage, by command. */
export const usages = {
  '': `usage: ${checkUsage}\n       ${decodeUsage}\n       netsetup-log --help | --version\n`,
  check: `usage: ${checkUsage}\n`,
  decode: `usage: ${decodeUsage}\n`,
} as const;

const general = `${usages['']}
check   says for each join, rename and name check of a NetSetup.log what it came to and why, and
        for a network trace that was exported as text which steps of a join went well and which
        ports answered.
decode  says what a status code means, the likely meaning first.

netsetup-log check --help and netsetup-log decode --help say more.

Examples
  netsetup-log check %windir%\\debug\\NetSetup.LOG
  netsetup-log check logs
  netsetup-log decode 0x534
`;

const check = `${usages.check}
Says what joins, renames and name checks of a NetSetup.log came to and why, and which steps of a
join went well and which ports answered in a network trace that was exported as text.

  FILE         a log or a trace, in UTF-8, UTF-16 or Windows-1252
  FOLDER       every log and trace in it and below; other files are passed over and counted
  PATTERN      the same with a pattern: *, ?, **, [ab], {a,b}; a file of that very name comes first
  -            standard input
  --           behind it, a name may begin with -

  --format     text (for people), json (one document: operations, steps, findings), ndjson (each
               operation of each NetSetup.log as a line of JSON), sarif (SARIF 2.1.0: findings)
  --last       the last join of each log decides: for the exit code and for --quiet; a join that is
               not finished in the log counts as an error there. Without a join the last other
               operation decides
  --quiet, -q  text: one line for each file with an error, and nothing else; other formats: the
               same; no notes and no progress
  --no-color   no colours; NO_COLOR and FORCE_COLOR are followed too

Exit code
  0  no error was found (a join that succeeded with damage is a warning), also where a join is not
     finished in the log
  1  an error was found
  2  wrong usage, or something that was asked for was not read: no such file, neither a log nor a
     trace, nothing in a folder or pattern. What was found in the other files is printed still.

Examples
  netsetup-log check NetSetup.LOG
  netsetup-log check --quiet "C:\\Collected\\**\\NetSetup*.LOG"
  netsetup-log check --format json NetSetup.LOG trace.txt > report.json
`;

const decode = `${usages.decode}
Says what a status code means, the likely meaning first.

  CODE   a number or a name: 0x534, 1332, c0000022, -1073741790, STATUS_LOGON_FAILURE,
         KDC_ERR_PREAUTH_FAILED
  --in   win32, ntstatus, hresult, ldap, krb5 (Kerberos), dns or rpc: that meaning alone

Exit code
  0  the code is known
  1  it is not
  2  wrong usage

Examples
  netsetup-log decode 0x35
  netsetup-log decode 0x35 --in ldap
`;

/** What --help prints, by command; '' is none. */
export const helps = { '': general, check, decode } as const;
