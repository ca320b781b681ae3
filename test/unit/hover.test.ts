import { test } from 'node:test';
import assert from 'node:assert/strict';
import { hoverAt } from './checks';

const join = (options: string, ...lines: readonly string[]) => [
  'NetpDoDomainJoin',
  'NetpJoinDomain',
  '  HostName: WKS07',
  '  Domain: fabrikam.test',
  `  Options: ${options}`,
  ...lines,
];

test('a status code: hex, decimal, name, what it says', () => {
  assert.equal(
    hoverAt('NetpDoDomainJoin: status: 0█x54b')?.split('\n\n').slice(0, 2).join('\n\n'),
    '**`0x54b` · 1355 · ERROR_NO_SUCH_DOMAIN** · Win32\n\nThe specified domain either does not exist or could not be contacted.',
  );
});

test('a code that looks bad and is not says why', () => {
  const hover = hoverAt(
    "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0█x525, last error is 0x0",
    "NetpDsGetDcName: found DC '\\\\DC1.fabrikam.test' in the specified domain",
  );
  assert.match(hover ?? '', /^\*\*`0x525` · 1317 · ERROR_NO_SUCH_USER\*\* · Win32/);
  assert.match(hover ?? '', /\*\*Harmless here\.\*\* .*A new computer has none/);
});

test('the same code is not called harmless where no domain controller follows', () => {
  const hover = hoverAt(
    "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0█x525, last error is 0x0",
  );
  assert.doesNotMatch(hover ?? '', /Harmless/);
});

test('0x534 of a first pass is harmless, and says which pass may create the account', () => {
  const failing = 'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0█x534';
  const end = 'NetpDoDomainJoin: status: 0x534';
  const hover = hoverAt(...join('0x25', failing, end), ...join('0x27', 'NetpDoDomainJoin: status: 0x0'));
  assert.match(
    hover ?? '',
    /`Options: 0x25` is without `NETSETUP_ACCT_CREATE`.*The second try \(line 8\) may create it, and did/,
  );
});

test('0x534 without a second pass is the cause', () => {
  const hover = hoverAt(
    ...join(
      '0x25',
      'NetpCreateComputerObjectInDs: NetpGetComputerObjectDn failed: 0█x534',
      'NetpDoDomainJoin: status: 0x534',
    ),
  );
  assert.match(
    hover ?? '',
    /\*\*The cause of this failure\.\*\* The domain controller has no account for WKS07/,
  );
});

test('what repeats a failure points to where it begins', () => {
  const hover = hoverAt(
    ...join('0x3', 'NetUseAdd to \\\\DC1\\IPC$ returned 64', 'NetpDoDomainJoin: status: 0█x40'),
  );
  assert.match(hover ?? '', /The same failure as in line 6, where it begins\./);
});

test('a cause with another number than the end says under which the operation ends', () => {
  const hover = hoverAt(
    'NetpLdapBind: ldap_bind failed on DC1: 8█1: Server Down',
    'NetpDoDomainJoin: status: 0x3a',
  );
  assert.match(hover ?? '', /^\*\*`0x51` · 81 · LDAP_SERVER_DOWN\*\* · LDAP result/);
  assert.match(hover ?? '', /The operation ends with it as `0x3a` ERROR_BAD_NET_RESP\./);
});

test('an LDAP result is not taken for the Win32 code of the same number', () => {
  const hover = hoverAt('NetpModifyComputerObjectInDs: ldap_add_s failed: 0█x35 0x216d');
  assert.match(hover ?? '', /LDAP_UNWILLING_TO_PERFORM\*\* · LDAP result/);
  assert.match(hover ?? '', /The second number, `0x216d`, is the Win32 code for it\./);
  assert.match(hover ?? '', /As a Win32 code 0x35 would be ERROR_BAD_NETPATH/);
});

test('0xa99 is success', () => {
  const hover = hoverAt('NetpProvContinueProvisioningPackageInstall: status: 0█xa99.');
  assert.match(hover ?? '', /2713 · NERR_JoinPerformedMustRestart/);
  assert.match(hover ?? '', /This is success: the computer is joined and has to be restarted\./);
});

test('flags, bit by bit, with the bit whose absence matters', () => {
  assert.equal(
    hoverAt('  Options: 0█x25'),
    [
      '**`0x25`** · join options (NETSETUP_*)',
      '',
      '| bit | name | |',
      '|---|---|---|',
      '| 0x1 | `NETSETUP_JOIN_DOMAIN` | join a domain; without it: a workgroup |',
      '| 0x4 | `NETSETUP_ACCT_DELETE` | on leaving another domain for this one: disable the account there |',
      '| 0x20 | `NETSETUP_DOMAIN_JOIN_IF_JOINED` | allowed although already joined to a domain |',
      '',
      'Not set: `NETSETUP_ACCT_CREATE` (0x2). The computer account must exist already.',
    ].join('\n'),
  );
});

test('a bit without a public name is shown as such', () => {
  assert.match(
    hoverAt('  Options: 0█x80000001') ?? '',
    /\| 0x80000000 \| \? \| not named in a public header \|/,
  );
});

test('name type, BOOL and rename options', () => {
  assert.match(
    hoverAt("NetpValidateName: checking to see if 'WKS07' is valid as type █5 name") ?? '',
    /NetSetupDnsMachine/,
  );
  assert.match(
    hoverAt('NetpChangeMachineName: SetComputerNameEx() returned 0█x1') ?? '',
    /TRUE\*\* · BOOL\n\nA truth value, not a status code: the call succeeded\./,
  );
  assert.match(
    hoverAt("NetpChangeMachineName: from 'A' to 'A' using 'B' [0█x1000]") ?? '',
    /NETSETUP_DNS_NAME_CHANGES_ONLY/,
  );
});

test('a function says in one sentence what it does', () => {
  assert.equal(
    hoverAt('NetpJoinDomainOnDs: NetpDsGet█DcName returned: 0x0'),
    '**`NetpDsGetDcName`**\n\nLooks for a domain controller that fits the flags.',
  );
});

test('nothing for a number or a word without a meaning', () => {
  assert.equal(hoverAt('cbPackageBinData: 0█x534'), undefined);
  assert.equal(hoverAt('02/10/2026 09:14:0█2:311 NetpDoDomainJoin'), undefined);
  assert.equal(hoverAt('NetpDoDomainJoin: using current computer na█mes'), undefined);
});

test('names of the log are not read as Markdown', () => {
  const hover = hoverAt(
    ...join(
      '0x3',
      '  Account: FABRIKAM\\_svc_',
      'NetUseAdd to \\\\DC1\\IPC$ returned 1█385',
      'NetpDoDomainJoin: status: 0x569',
    ),
  );
  assert.ok(hover?.includes('FABRIKAM\\\\\\_svc\\_'), hover);
});

test('the reason of an LDAP refusal stands in the error text of the server, where it differs', () => {
  const hover = hoverAt(
    'NetpMapGetLdapExtendedError: Parsed [0x21c7] from server extended error string: 000021C7: AtrErr: DSID-0312ABCD',
    'NetpModifyComputerObjectInDs: ldap_modify_s failed: 0█x13 0x57',
  );
  assert.match(hover ?? '', /The reason stands in line 1: `0x21c7`\./);
});

test('a step that failed in an operation that succeeded is not called harmless', () => {
  const hover = hoverAt(
    'NetpDoDomainJoin',
    'NetpJoinDomainLocal: Status of managing local groups: 0█x5',
    'NetpDoDomainJoin: status: 0x0',
  );
  assert.match(hover ?? '', /went on and ended with success\. What this step was to do may be missing\./);
});

test('a search that found nothing is not called harmless where the organizational unit does not exist', () => {
  const search = 'NetpGetADObjectOwnerAttributes: Ldap Search failed: 82█40';
  const allowed = 'NetpCheckIfAccountShouldBeReused:fReuseAllowed: TRUE, NetStatus:0x2030';
  const created = 'NetpProvisionComputerAccount: LDAP creation failed: 0x2';
  assert.match(hoverAt(search, allowed) ?? '', /Harmless here/);
  assert.doesNotMatch(hoverAt(search, allowed, created) ?? '', /Harmless here/);
});

test('a result alone says that what led to it is not there', () => {
  const hover = hoverAt('NetpDoDomainJoin: status: 0█x5b4');
  assert.match(hover ?? '', /What led to it is not in this log, or not under this code\./);
});

test('a zero has no role', () => {
  assert.equal(
    hoverAt(
      'NetpDoDomainJoin',
      'NetpJoinDomainOnDs: Function exits with status of: 0x40',
      'ldap_unbind status: 0█x0',
    ),
    '**`0x0` · LDAP_SUCCESS** · LDAP result\n\nThe operation succeeded.',
  );
});

test('a relative identifier is no code', () => {
  assert.equal(
    hoverAt('NetpQueryAccountAttributes succeeded: got RID=0█x643 objectSid=S-1-5-21-1-2-3-1603'),
    '**`0x643` · 1603** · relative identifier (RID)\n\nThe last part of the SID of the account, which its domain gave it. Not a status code.',
  );
});

test('a DNS error names the answer of the DNS server, and two names of one number are both shown', () => {
  assert.match(
    hoverAt('NetpDoDomainJoin: status: 0█x232b') ?? '',
    /The DNS server answered with code 3, NXDOMAIN\./,
  );
  assert.match(hoverAt('NetpDoDomainJoin: status: 0█x89a') ?? '', /NERR_BadUsername.*ERROR_BAD_USERNAME/);
});

test('a code without a part in the result says what it means in a join', () => {
  assert.match(
    hoverAt('NetpDsGetDcName: failed to find a DC in the specified domain: 0█x5b4') ?? '',
    /ERROR_TIMEOUT/,
  );
});
