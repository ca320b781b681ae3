import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { adviceFor, advice } from '../../server/src/tables/advice';
import { apOptions } from '../../server/src/tables/apOptions';
import { builds } from '../../server/src/tables/builds';
import { dcAddressTypes } from '../../server/src/tables/dcAddressTypes';
import { dcFlags } from '../../server/src/tables/dcFlags';
import { dnsFlags } from '../../server/src/tables/dnsFlags';
import { dsDomain } from '../../server/src/tables/dsDomain';
import { dsGetDcFlags } from '../../server/src/tables/dsGetDcFlags';
import { etypes } from '../../server/src/tables/etypes';
import { joinOptions } from '../../server/src/tables/joinOptions';
import { joinStatus } from '../../server/src/tables/joinStatus';
import { kdcOptions } from '../../server/src/tables/kdcOptions';
import { kerberosMessageTypes } from '../../server/src/tables/kerberosMessageTypes';
import { kerberosNameTypes } from '../../server/src/tables/kerberosNameTypes';
import { ldap } from '../../server/src/tables/ldap';
import { nameTypes } from '../../server/src/tables/nameTypes';
import { netlogonNegotiate } from '../../server/src/tables/netlogonNegotiate';
import { ntlmFlags } from '../../server/src/tables/ntlmFlags';
import { ntVer } from '../../server/src/tables/ntVer';
import { provisionOptions } from '../../server/src/tables/provisionOptions';
import { renameOptions } from '../../server/src/tables/renameOptions';
import { rids } from '../../server/src/tables/rids';
import { samAccountControl } from '../../server/src/tables/samAccountControl';
import { sku } from '../../server/src/tables/sku';
import { smb2Capabilities } from '../../server/src/tables/smb2Capabilities';
import { smb2Dialects } from '../../server/src/tables/smb2Dialects';
import { smb2HeaderFlags } from '../../server/src/tables/smb2HeaderFlags';
import { smb2SecurityMode } from '../../server/src/tables/smb2SecurityMode';
import * as codeTables from '../../server/src/tables/status';
import { supportedEncTypes } from '../../server/src/tables/supportedEncTypes';
import { flags, type Table } from '../../server/src/tables/table';
import { ticketFlags } from '../../server/src/tables/ticketFlags';
import { trustAttributes } from '../../server/src/tables/trustAttributes';
import { trustDirections } from '../../server/src/tables/trustDirections';
import { trustTypes } from '../../server/src/tables/trustTypes';
import { userAccountControl } from '../../server/src/tables/userAccountControl';
import { wellKnownSidOf } from '../../server/src/tables/wellKnownSids';

const { dnsRcode, hresult, kerberos, ldapResult, ntstatus, otherNameOf, rcodeOf, spaceOf, status, win32 } =
  codeTables;
const tablesFolder = 'server/src/tables';
const knowledge = '../shared/knowledge';
const reference = (file: string) => JSON.parse(readFileSync(path.join(knowledge, file), 'utf8'));
const isThere = (file: string) => existsSync(path.join(knowledge, file));
const namesIn = (table: Table, value: number) =>
  table
    .describe(value)
    ?.bits?.map(bit => bit.name ?? '?')
    .join(' ');

test('names of status codes', () => {
  assert.equal(win32.describe(0x534)?.name, 'ERROR_NONE_MAPPED');
  assert.equal(win32.describe(0xa99)?.name, 'NERR_JoinPerformedMustRestart');
  assert.equal(win32.describe(0xaac)?.name, 'NERR_AccountReuseBlockedByPolicy');
  assert.equal(win32.describe(0x2746)?.name, 'WSAECONNRESET');
  assert.ok(win32.describe(0x1b96)?.text.startsWith('The user %s\\%s is currently'));
  assert.equal(win32.describe(0xfff1), undefined);
  assert.equal(ntstatus.describe(0xc0000022)?.name, 'STATUS_ACCESS_DENIED');
  assert.equal(ldapResult.describe(0x35)?.name, 'LDAP_UNWILLING_TO_PERFORM');
  assert.equal(kerberos.describe(37)?.name, 'KRB_AP_ERR_SKEW');
  assert.equal(dnsRcode.describe(3)?.name, 'NXDOMAIN');
  assert.equal(hresult.describe(0x8009030c)?.name, 'SEC_E_LOGON_DENIED');
});

test('a code carries another where its facility says so, and only there', () => {
  assert.equal(status.describe(0x80070005)?.name, 'ERROR_ACCESS_DENIED');
  assert.equal(status.describe(0xc0070005)?.name, 'ERROR_ACCESS_DENIED');
  assert.equal(status.describe(0x80090308)?.name, 'SEC_E_INVALID_TOKEN');
  assert.equal(status.describe(0x80090308)?.space, 'hresult');
  assert.equal(status.describe(0x80005000), undefined);
  assert.equal(status.describe(0xc002001c)?.name, 'RPC_NT_CALL_FAILED_DNE');
  assert.equal(ldapResult.describe(8240)?.name, 'ERROR_DS_NO_SUCH_OBJECT');
});

test('an HRESULT is in the list, or carries a Win32 code or an NTSTATUS', () => {
  assert.equal(hresult.describe(0x80070005)?.name, 'E_ACCESSDENIED');
  assert.equal(hresult.describe(0x800706ba)?.name, 'RPC_S_SERVER_UNAVAILABLE');
  assert.equal(hresult.describe(0x800706ba)?.space, 'win32');
  assert.equal(hresult.describe(0x800706ba)?.value, 0x800706ba);
  assert.equal(hresult.describe(0xc0000022), undefined);
  for (const table of [hresult, status]) {
    assert.equal(table.describe(0xd0000022)?.name, 'STATUS_ACCESS_DENIED');
    assert.equal(table.describe(0xd0000022)?.space, 'ntstatus');
    assert.equal(table.describe(0x90312)?.name, 'SEC_I_CONTINUE_NEEDED');
    assert.equal(table.describe(0xd00ffff1), undefined);
    assert.equal(table.describe(2 ** 33 + 2 ** 28), undefined);
  }
  assert.equal(status.describe(0xc0000022)?.name, 'STATUS_ACCESS_DENIED');
  assert.equal(status.describe(0x80000005)?.name, 'STATUS_BUFFER_OVERFLOW');
  assert.equal(spaceOf(hresult, 0x5), 'hresult');
  assert.equal(spaceOf(kerberos, 99), 'krb5');
  assert.equal(spaceOf(dnsRcode, 99), 'dns');
});

test('a Win32 code of DNS holds a response code', () => {
  for (const [code, rcode] of [
    [9001, 1],
    [9002, 2],
    [9003, 3],
    [9018, 18],
    [9000, undefined],
    [9501, undefined],
    [3, undefined],
  ] as const) {
    assert.equal(rcodeOf(code), rcode, `${code}`);
  }
});

test('every bit of a flag field is shown, named or not', () => {
  const table = flags('test', [[0x1, 'ONE', 'one']], { mask: 0x2, consequence: 'Two is missing.' });
  assert.deepEqual(
    table.describe(0x80000001)?.bits?.map(bit => bit.name),
    ['ONE', undefined],
  );
  assert.equal(table.describe(0x1)?.notSet?.[0]?.consequence, 'Two is missing.');
  assert.equal(table.describe(0x2)?.notSet, undefined);
  assert.equal(table.describe(2 ** 32), undefined);
});

test('npm run tables writes what is there', () => {
  const files = ['win32', 'ntstatus'].map(name => `server/src/tables/generated/${name}.ts`);
  const before = files.map(file => readFileSync(file, 'utf8'));
  execFileSync(process.execPath, ['server/generate/tables.mjs']);
  assert.deepEqual(
    files.map(file => readFileSync(file, 'utf8')),
    before,
  );
});

/** Names of the headers that mark where a range begins or ends: no function returns them. */
const markers = [
  'DNS_ERROR_RESPONSE_CODES_BASE',
  'DNS_ERROR_DNSSEC_BASE',
  'DNS_ERROR_PACKET_FMT_BASE',
  'DNS_ERROR_GENERAL_API_BASE',
  'DNS_ERROR_ZONE_BASE',
  'DNS_ERROR_DATAFILE_BASE',
  'DNS_ERROR_DATABASE_BASE',
  'DNS_ERROR_OPERATION_BASE',
  'DNS_ERROR_SECURE_BASE',
  'DNS_ERROR_SETUP_BASE',
  'DNS_ERROR_DP_BASE',
  'WSABASEERR',
  'ERROR_IPSEC_IKE_NEG_STATUS_EXTENDED_END',
  'STATUS_TPM_ERROR_MASK',
  'STATUS_PCP_ERROR_MASK',
];

test(
  'names agree with the reference list, and no code of it is missing',
  { skip: !isThere('code-names.json') && 'the list is not here' },
  () => {
    const names = reference('code-names.json');
    const wrong: string[] = [];
    const missing: string[] = [];
    for (const [table, ...spaces] of [
      [win32, 'win32', 'nerr'],
      [ntstatus, 'ntstatus'],
      [ldap, 'ldap'],
      [kerberos, 'krb5'],
    ] as const) {
      for (const code of Object.keys(Object.assign({}, ...spaces.map(space => names[space])))) {
        const name = table.describe(Number(code))?.name;
        const known: string[] = spaces.map(space => names[space][code]).filter(Boolean);
        if (name === undefined) missing.push(...known);
        else if (!known.includes(name)) wrong.push(`${code} ${name}, not ${known.join(' or ')}`);
        const other = table === win32 ? otherNameOf(Number(code)) : undefined;
        assert.deepEqual(
          known.filter(each => each !== name && each !== other).length,
          name ? 0 : 1,
          `${code}`,
        );
      }
    }
    // The list is by value and has SEC_E_OK for 0.
    for (const [value, name] of hresultRows()) {
      if (value !== 0 && names.hresult[value] !== name) wrong.push(`${value} ${name}`);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(missing.sort(), markers.toSorted());
  },
);

/** Value and name of each row of the hand-kept list. */
function hresultRows(): [value: number, name: string][] {
  const source = readFileSync(path.join(tablesFolder, 'hresult.ts'), 'utf8');
  return [...source.matchAll(/^([0-9a-f]+)\t(\w+)\t/gm)].map(([, hex, name]) => [parseInt(hex!, 16), name!]);
}

test('rows of codes are well formed and in order', () => {
  for (const file of readdirSync(tablesFolder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const lines = readFileSync(path.join(tablesFolder, file), 'utf8').split('\n');
    const rows = lines.filter(line => line.includes('\t'));
    let last = -1;
    for (const row of rows) {
      assert.match(row, /^[0-9a-f]+\t\w+\t(?:|\S|\S.*\S)$/, file);
      if (!file.startsWith('generated')) assert.match(row, /\t[A-Z].*[.)]$/, file);
      const value = parseInt(row, 16);
      assert.ok(value > last, `${file}: ${row}`);
      last = value;
    }
  }
});

test('each flag is one bit, and no two are the same', () => {
  let sets = 0;
  for (const file of readdirSync(tablesFolder)) {
    const source = file.endsWith('.ts') ? readFileSync(path.join(tablesFolder, file), 'utf8') : '';
    if (!/ = flags\(/.test(source)) continue;
    sets++;
    const masks = [...source.matchAll(/^ +\[(0x[0-9a-f]+), '/gm)].map(match => Number(match[1]));
    assert.ok(masks.length > 0, file);
    assert.equal(new Set(masks).size, masks.length, file);
    for (const mask of masks)
      assert.ok(Number.isInteger(Math.log2(mask)) && mask < 2 ** 32, `${file}: ${mask}`);
    assert.deepEqual(
      masks.toSorted((a, b) => a - b),
      masks,
      file,
    );
    assert.doesNotMatch(source, /^ +\[0x[0-9a-f]+, '[^']+', '.*\.'\],$/m, file);
  }
  assert.ok(sets >= 20, `${sets}`);
});

test(
  'flags and enumerations agree with the reference list',
  { skip: !isThere('constants.json') && 'the list is not here' },
  () => {
    const constants = reference('constants.json');
    const tables: Readonly<Record<string, Table>> = {
      netsetupJoin: joinOptions,
      netsetupRename: renameOptions,
      netsetupProvision: provisionOptions,
      netsetupNameType: nameTypes,
      netJoinStatus: joinStatus,
      dsGetDcRequest: dsGetDcFlags,
      dsFlag: dcFlags,
      dsDomain,
      dcAddressType: dcAddressTypes,
      ntVer,
      userAccountControl,
      samAccountControl,
      supportedEncTypes,
      ntlmFlags,
      kdcOptions,
      apOptions,
      ticketFlags,
      etype: etypes,
      krbMsgType: kerberosMessageTypes,
      krbNameType: kerberosNameTypes,
      dnsFlags,
      dnsRcode,
      smb2SecurityMode,
      smb2Capabilities,
      smb2HeaderFlags,
      smb2Dialect: smb2Dialects,
      netlogonNegotiate,
      trustAttributes,
      trustDirection: trustDirections,
      trustType: trustTypes,
    };
    const wrong: string[] = [];
    const compare = (key: string, value: number, name: string, found: string | undefined) => {
      // One name for a reserved bit, for two meanings of 16, for the three bits of the priority.
      if (/\(reserved|BADSIG|PRIORITY_MASK$/.test(name)) return;
      if (found !== name) wrong.push(`${key} ${value}: ${found}, not ${name}`);
    };
    for (const [key, list] of Object.entries<any>(constants)) {
      if (Array.isArray(list)) continue;
      const table = tables[key];
      assert.ok(table, `there is no table for ${key}`);
      for (const [value, name] of list.rows) {
        const meaning = table.describe(value);
        compare(key, value, name, list.kind === 'flags' ? meaning?.bits?.[0]?.name : meaning?.name);
      }
    }
    for (const [value, name] of constants.sku) compare('sku', value, name, sku.describe(value)?.name);
    for (const [value, client, server] of constants.builds) {
      const meaning = builds.describe(value);
      for (const name of `${client} / ${server}`.split(/ \/ | \(.*?\)/).filter(Boolean)) {
        if (!`${meaning?.name} ${meaning?.text}`.includes(name.trim())) wrong.push(`${value} ${name}`);
      }
    }
    assert.deepEqual(wrong, []);
  },
);

test('values that logs and traces show are decoded', () => {
  for (const [table, value, expected] of [
    [joinOptions, 0x25, 'NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_DELETE NETSETUP_DOMAIN_JOIN_IF_JOINED'],
    [
      joinOptions,
      0x27,
      'NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE NETSETUP_ACCT_DELETE NETSETUP_DOMAIN_JOIN_IF_JOINED',
    ],
    [joinOptions, 0x3, 'NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE'],
    [joinOptions, 0x403, 'NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE NETSETUP_JOIN_WITH_NEW_NAME'],
    [
      provisionOptions,
      0x40000003,
      'NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER',
    ],
    [dsGetDcFlags, 0x40001010, 'DS_DIRECTORY_SERVICE_REQUIRED DS_WRITABLE_REQUIRED DS_RETURN_DNS_NAME'],
    [dsGetDcFlags, 0x1010, 'DS_DIRECTORY_SERVICE_REQUIRED DS_WRITABLE_REQUIRED'],
    [dsGetDcFlags, 0x40001020, 'DS_DIRECTORY_SERVICE_PREFERRED DS_WRITABLE_REQUIRED DS_RETURN_DNS_NAME'],
    [userAccountControl, 0x1000, 'UF_WORKSTATION_TRUST_ACCOUNT'],
    [renameOptions, 0x1000, 'NETSETUP_DNS_NAME_CHANGES_ONLY'],
    [
      dcFlags,
      0x1f15c,
      'DS_GC_FLAG DS_LDAP_FLAG DS_DS_FLAG DS_TIMESERV_FLAG DS_WRITABLE_FLAG DS_FULL_SECRET_DOMAIN_6_FLAG ' +
        'DS_WS_FLAG DS_DS_8_FLAG DS_DS_9_FLAG DS_DS_10_FLAG',
    ],
    [
      dcFlags,
      0xe00031fc,
      'DS_GC_FLAG DS_LDAP_FLAG DS_DS_FLAG DS_KDC_FLAG DS_TIMESERV_FLAG DS_CLOSEST_FLAG DS_WRITABLE_FLAG ' +
        'DS_FULL_SECRET_DOMAIN_6_FLAG DS_WS_FLAG DS_DNS_CONTROLLER_FLAG DS_DNS_DOMAIN_FLAG DS_DNS_FOREST_FLAG',
    ],
    [ntVer, 0x5, 'NETLOGON_NT_VERSION_1 NETLOGON_NT_VERSION_5EX'],
    [dnsFlags, 0x8580, 'RA RD AA QR'],
    [
      ntlmFlags,
      0xe2888215,
      'NTLMSSP_NEGOTIATE_UNICODE NTLMSSP_REQUEST_TARGET NTLMSSP_NEGOTIATE_SIGN NTLMSSP_NEGOTIATE_NTLM ' +
        'NTLMSSP_NEGOTIATE_ALWAYS_SIGN NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY NTLMSSP_NEGOTIATE_TARGET_INFO ' +
        'NTLMSSP_NEGOTIATE_VERSION NTLMSSP_NEGOTIATE_128 NTLMSSP_NEGOTIATE_KEY_EXCH NTLMSSP_NEGOTIATE_56',
    ],
    [apOptions, 0x20000000, 'mutual-required'],
    [
      netlogonNegotiate,
      0x612fffff,
      'NETLOGON_NEG_ACCOUNT_LOCKOUT NETLOGON_NEG_PERSISTENT_SAMREPL NETLOGON_NEG_ARCFOUR ' +
        'NETLOGON_NEG_PROMOTION_COUNT NETLOGON_NEG_CHANGELOG_BDC NETLOGON_NEG_FULL_SYNC_REPL ' +
        'NETLOGON_NEG_MULTIPLE_SIDS NETLOGON_NEG_REDO NETLOGON_NEG_PASSWORD_CHANGE_REFUSAL ' +
        'NETLOGON_NEG_SEND_PASSWORD_INFO_PDC NETLOGON_NEG_GENERIC_PASSTHROUGH NETLOGON_NEG_CONCURRENT_RPC ' +
        'NETLOGON_NEG_AVOID_ACCOUNT_DB_REPL NETLOGON_NEG_AVOID_SECURITYAUTH_DB_REPL NETLOGON_NEG_STRONG_KEYS ' +
        'NETLOGON_NEG_TRANSITIVE_TRUSTS NETLOGON_NEG_DNS_DOMAIN_TRUSTS NETLOGON_NEG_PASSWORD_SET2 ' +
        'NETLOGON_NEG_GETDOMAININFO NETLOGON_NEG_CROSS_FOREST_TRUSTS NETLOGON_NEG_RODC_PASSTHROUGH ' +
        'NETLOGON_NEG_SUPPORTS_AES NETLOGON_NEG_AUTHENTICATED_RPC_LSASS NETLOGON_NEG_AUTHENTICATED_RPC',
    ],
    [smb2SecurityMode, 0x2, 'SMB2_NEGOTIATE_SIGNING_REQUIRED'],
    [smb2Capabilities, 0x1, 'SMB2_GLOBAL_CAP_DFS'],
    [kdcOptions, 0x40810010, 'renewable-ok canonicalize renewable forwardable'],
    [kdcOptions, 0x40810000, 'canonicalize renewable forwardable'],
    [ticketFlags, 0x40e10000, 'enc-pa-rep pre-authent initial renewable forwardable'],
    [ticketFlags, 0x40a50000, 'enc-pa-rep ok-as-delegate pre-authent renewable forwardable'],
    [ticketFlags, 0x60a10000, 'enc-pa-rep pre-authent renewable forwarded forwardable'],
    [userAccountControl, 0x1020, 'UF_PASSWD_NOTREQD UF_WORKSTATION_TRUST_ACCOUNT'],
    [userAccountControl, 0x82000, 'UF_SERVER_TRUST_ACCOUNT UF_TRUSTED_FOR_DELEGATION'],
  ] as const) {
    assert.equal(namesIn(table, value), expected);
  }
  for (const [code, name] of [
    [0x525, 'ERROR_NO_SUCH_USER'],
    [0x534, 'ERROR_NONE_MAPPED'],
    [0x2030, 'ERROR_DS_NO_SUCH_OBJECT'],
    [0xa99, 'NERR_JoinPerformedMustRestart'],
    [0x2, 'ERROR_FILE_NOT_FOUND'],
  ] as const) {
    assert.equal(status.describe(code)?.name, name);
  }
  assert.equal(etypes.describe(4294967161)?.name, 'rc4-hmac-old-exp');
  assert.equal(etypes.describe(18)?.name, 'aes256-cts-hmac-sha1-96');
  assert.match(builds.describe(26100)?.text ?? '', /Windows Server 2025/);
});

test('a relative identifier that a domain gave out has no meaning', () => {
  assert.equal(rids.describe(0x643), undefined);
  for (let rid = 1000; rid < 1100; rid++) assert.equal(rids.describe(rid), undefined);
  assert.match(rids.describe(515)?.text ?? '', /Domain Computers/);
  assert.match(wellKnownSidOf('S-1-5-21-1-2-3-512') ?? '', /Domain Admins/);
  assert.match(wellKnownSidOf('S-1-5-32-544') ?? '', /Administrators/);
  assert.match(wellKnownSidOf('S-1-5-18') ?? '', /Local System/);
  assert.equal(wellKnownSidOf('S-1-5-21-1-2-3-1603'), undefined);
  assert.equal(wellKnownSidOf('S-1-5-21-1-2-3'), undefined);
  assert.equal(wellKnownSidOf('toString'), undefined);
});

test('some codes have two names', () => {
  assert.equal(win32.describe(2202)?.name, 'NERR_BadUsername');
  assert.equal(otherNameOf(2202), 'ERROR_BAD_USERNAME');
  assert.equal(otherNameOf(5), undefined);
});

test('advice is for codes that exist, and a row for a phase counts only there', () => {
  for (const { code } of advice()) assert.ok(win32.describe(code), `0x${code.toString(16)}`);
  assert.match(adviceFor(0x5, { phase: 'renameAccount' })?.likely?.join() ?? '', /SAM/);
  assert.match(adviceFor(0x5, { phase: 'connect' })?.happened ?? '', /IPC\$/);
  assert.equal(adviceFor(0x40, { phase: 'bind' }), undefined);
  assert.match(
    adviceFor(0x534, { phase: 'findAccount', options: 0x25 })?.likely?.join() ?? '',
    /without NETSETUP_ACCT_CREATE/,
  );
  assert.match(
    adviceFor(0x534, { phase: 'findAccount', options: 0x27 })?.likely?.join() ?? '',
    /another domain controller/,
  );
});
