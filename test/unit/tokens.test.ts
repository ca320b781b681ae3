import { test } from 'node:test';
import assert from 'node:assert/strict';
import { labels } from '../../server/src/formats/netsetup/labels';
import { readTokens } from '../../server/src/parser/tokens';
import { checkTokens } from './checks';

test('every label reads its own samples', () => {
  for (const label of labels) {
    for (const sample of label.samples) {
      assert.ok(
        readTokens([label], sample, 0, 'Blob version: 1').length > 0,
        `${label.match} does not read: ${sample}`,
      );
    }
  }
});

test('the label in front of a number decides what it is', () => {
  checkTokens(
    "NetpValidateName: checking to see if 'WKS07' is valid as type 1 name",
    '                                                              ^ nameType NetSetupMachine',
    'NetpChangeMachineName: SetComputerNameEx() returned 0x1',
    '                                                    ^^^ bool TRUE',
    'NetpDoDomainJoin: status: 0x1',
    '                          ^^^ status ERROR_INVALID_FUNCTION',
    '  Options: 0x27',
    '           ^^^^ joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE NETSETUP_ACCT_DELETE NETSETUP_DOMAIN_JOIN_IF_JOINED',
    '  dwJoinOptions: 0x3',
    '                 ^^^ joinOptions NETSETUP_JOIN_DOMAIN NETSETUP_ACCT_CREATE',
    '  dwOptions: 0x40000003',
    '             ^^^^^^^^^^ provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER',
  );
});

test('one bit value means four things behind four labels', () => {
  checkTokens(
    "NetpChangeMachineName: from 'A' to 'A' using 'B' [0x1000]",
    '                                                  ^^^^^^ renameOptions NETSETUP_DNS_NAME_CHANGES_ONLY',
    '  Options: 0x1000',
    '           ^^^^^^ joinOptions NETSETUP_AMBIGUOUS_DC',
    "NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: 0x1000",
    '                                                                     ^^^^^^ dsGetDcFlags DS_WRITABLE_REQUIRED',
    '    userAccountControl  =  0x1000',
    '                           ^^^^^^ userAccountControl UF_WORKSTATION_TRUST_ACCOUNT',
    '    Flags: 0x1000',
    '           ^^^^^^ dcFlags DS_FULL_SECRET_DOMAIN_6_FLAG',
  );
});

test('two codes on a line are two', () => {
  checkTokens(
    'NetpModifyComputerObjectInDs: ldap_add_s failed: 0x35 0x216d',
    '                                                 ^^^^ ldapResult LDAP_UNWILLING_TO_PERFORM',
    '                                                      ^^^^^^ status ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED',
    "NetpDsGetDcName: failed to find a DC having account 'WKS07$': 0x525, last error is 0x0",
    '                                                              ^^^^^ status ERROR_NO_SUCH_USER',
    '                                                                                   ^^^ status ERROR_SUCCESS',
    'NetpCheckForDomainSIDCollision: returning 0x0(0).',
    '                                          ^^^ status ERROR_SUCCESS',
    '                                              ^ status ERROR_SUCCESS',
    'NetpDsValidateComputerAccountReuseAttempt: returning NtStatus: c0000022, NetStatus: 5',
    '                                                               ^^^^^^^^ ntstatus STATUS_ACCESS_DENIED',
    '                                                                                    ^ status ERROR_ACCESS_DENIED',
  );
});

test('decimal and hexadecimal spellings', () => {
  checkTokens(
    'NetUseAdd to \\\\DC1.fabrikam.test\\IPC$ returned 1326',
    '                                               ^^^^ status ERROR_LOGON_FAILURE',
    'NetpGetADObjectOwnerAttributes: Ldap Search failed: 8240',
    '                                                    ^^^^ ldapResult ERROR_DS_NO_SUCH_OBJECT',
    'NetpLdapBind: ldap_bind failed on DC1.fabrikam.test: 81: Server Down',
    '                                                     ^^ ldapResult LDAP_SERVER_DOWN',
    'NetpJoinCreatePackagePart: status:0x534.',
    '                                  ^^^^^ status ERROR_NONE_MAPPED',
    'NetpJoinWorkgroup: status:  0x0',
    '                            ^^^ status ERROR_SUCCESS',
    'NetpDeleteMachineAccountKey: returning Status: 0 ',
    '                                               ^ status ERROR_SUCCESS',
    'NetpJoinDomain: NetpCompleteOfflineDomainJoin SUCCESS: Requested a reboot :0x0',
    '                                                                           ^^^ status ERROR_SUCCESS',
    'NetpLsaOpenSecret: status: 0xc0000034',
    '                           ^^^^^^^^^^ ntstatus STATUS_OBJECT_NAME_NOT_FOUND',
    'NetpDoDomainJoin: status: 0x80072030',
    '                          ^^^^^^^^^^ status ERROR_DS_NO_SUCH_OBJECT',
  );
});

test('a number without a known label has no meaning', () => {
  checkTokens(
    '03/09/2026 11:28:14:530 [000004e8] NetpDoDomainJoin',
    '  OS Version: 10.0',
    '  Context: 0',
    'NetpConvertBlobToJoinState: Selecting version 1',
    'NetpAddPartCollectionToRegistry: 4/4 part(s) installed.',
    'NetpChangeMachineName: DsrIsDeviceJoinedEx returned false. dsrInstance = 0',
    'Blob pickling result: 0',
    'cbPackageBinData: 0x534',
  );
});

test('values that are no numbers of Windows have no meaning', () => {
  checkTokens(
    'NetpDoDomainJoin: status: 0x',
    'NetpDoDomainJoin: status: -1',
    'NetpDoDomainJoin: status: 0x1234567890',
    'NetpDoDomainJoin: status: <status>',
    'NetUseAdd to \\\\DC1\\IPC$ returned 99999999999',
    'NetpDoDomainJoin: status: 0x534ERROR',
    'NetpDoDomainJoin: NetStatus: 52e',
    'NetpDoDomainJoin: status: 0x0x5',
  );
});

test('a code without a name is still a code', () => {
  checkTokens('NetpDoDomainJoin: status: 0xfff1', '                          ^^^^^^ status ?');
});

test('numbers that name something are no codes', () => {
  checkTokens(
    'NetpQueryAccountAttributes succeeded: got RID=0x643 objectSid=S-1-5-21-1-2-3-1603',
    '                                              ^^^^^ rid',
    '                                                                             ^^^^ rid',
    '  Build number: 26100 (26100.ge_release.240331-1435)',
    '                ^^^^^ build Windows 11 24H2',
    '    DomainControllerAddressType: 1',
    '                                 ^ addressType DS_INET_ADDRESS',
    'Blob version: 1',
    '    Options: 0x40000003',
    '             ^^^^^^^^^^ provisionOptions NETSETUP_PROVISION_DOWNLEVEL_PRIV_SUPPORT NETSETUP_PROVISION_REUSE_ACCOUNT NETSETUP_PROVISION_ONLINE_CALLER',
  );
});

test('every LDAP call has an LDAP result, however the line is worded', () => {
  checkTokens(
    "NetpGetNCData: ldap_search_s on 'DC1' returned 0x20",
    '                                               ^^^^ ldapResult LDAP_NO_SUCH_OBJECT',
    'NetpModifyComputerObjectInDs: ldap_modify_s: status: 0x32',
    '                                                     ^^^^ ldapResult LDAP_INSUFFICIENT_RIGHTS',
    'NetpModifyComputerObjectInDs: ldap_modify_s failed: 53 8557',
    '                                                    ^^ ldapResult LDAP_UNWILLING_TO_PERFORM',
    '                                                       ^^^^ status ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED',
    'NetpGetADObjectOwnerAttributes: Ldap Search failed: 0x20',
    '                                                    ^^^^ ldapResult LDAP_NO_SUCH_OBJECT',
    'NetpJoinDomainOnDs: ldap_connect succeeded, status of binding: 0x5',
    '                                                               ^^^ status ERROR_ACCESS_DENIED',
  );
});
