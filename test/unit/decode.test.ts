import { test } from 'node:test';
import assert from 'node:assert/strict';
import { decode } from '../../server/src/tables/decode';

const names = (text: string, space?: Parameters<typeof decode>[1]) =>
  decode(text, space).map(each => `${each.space} 0x${each.value.toString(16)} ${each.name}`);

test('every space that a number fits, the likely one first', () => {
  assert.deepEqual(names('0x534'), ['win32 0x534 ERROR_NONE_MAPPED']);
  const small = names('0x35');
  assert.equal(small[0], 'win32 0x35 ERROR_BAD_NETPATH');
  assert.ok(small.includes('ldap 0x35 LDAP_UNWILLING_TO_PERFORM'), small.join(', '));
  assert.equal(names('0xc0000022')[0], 'ntstatus 0xc0000022 STATUS_ACCESS_DENIED');
});

test('one space only', () => {
  assert.deepEqual(names('0x35', 'ldap'), ['ldap 0x35 LDAP_UNWILLING_TO_PERFORM']);
  assert.deepEqual(names('25', 'krb5'), ['krb5 0x19 KDC_ERR_PREAUTH_REQUIRED', ...names('0x25', 'krb5')]);
});

test('decimal, hexadecimal without 0x, negative as signed 32 bits', () => {
  assert.equal(names('1332')[0], 'win32 0x534 ERROR_NONE_MAPPED');
  assert.ok(names('534').includes('win32 0x534 ERROR_NONE_MAPPED'));
  assert.equal(names('c0000022')[0], 'ntstatus 0xc0000022 STATUS_ACCESS_DENIED');
  assert.equal(names('-1073741790')[0], 'ntstatus 0xc0000022 STATUS_ACCESS_DENIED');
  assert.equal(names('80070005')[0]?.endsWith('ERROR_ACCESS_DENIED'), true);
});

test('what is no code has no meaning', () => {
  for (const text of [
    '',
    '0x',
    'x',
    '0x123456789',
    '99999999999',
    '-99999999999',
    '0xfff1',
    'ERROR',
    '1.5',
  ]) {
    assert.deepEqual(names(text), [], text);
  }
});

test('what was selected around a number does not count', () => {
  for (const text of ['0x534.', '(0x534)', "'0x534'", '[0x534]', '0x0534,', ' 1332. ', 'status: 0x534']) {
    assert.equal(names(text)[0]?.endsWith('ERROR_NONE_MAPPED'), true, text);
  }
});

test('names, as Windows, tools and protocols spell them', () => {
  for (const [text, meant] of [
    ['KDC_ERR_PREAUTH_FAILED', 'krb5 0x18 KDC_ERR_PREAUTH_FAILED'],
    ['KRB5KDC_ERR_PREAUTH_FAILED', 'krb5 0x18 KDC_ERR_PREAUTH_FAILED'],
    ['KDC_ERR_PREAUTH_FAILED (24)', 'krb5 0x18 KDC_ERR_PREAUTH_FAILED'],
    ['krb_ap_err_skew', 'krb5 0x25 KRB_AP_ERR_SKEW'],
    ['STATUS_LOGON_FAILURE', 'ntstatus 0xc000006d STATUS_LOGON_FAILURE'],
    ['NT_STATUS_LOGON_FAILURE', 'ntstatus 0xc000006d STATUS_LOGON_FAILURE'],
    ['Error: STATUS_LOGON_FAILURE,', 'ntstatus 0xc000006d STATUS_LOGON_FAILURE'],
    ['error_none_mapped', 'win32 0x534 ERROR_NONE_MAPPED'],
    ['ERROR_NOT_CONNECTED', 'win32 0x8ca NERR_UseNotFound'],
    ['NERR_UseNotFound', 'win32 0x8ca NERR_UseNotFound'],
    ['E_ACCESSDENIED', 'hresult 0x80070005 E_ACCESSDENIED'],
    ['invalidCredentials', 'ldap 0x31 LDAP_INVALID_CREDENTIALS'],
    ['LDAP_INVALID_CREDENTIALS', 'ldap 0x31 LDAP_INVALID_CREDENTIALS'],
    ['No such name', 'dns 0x3 NXDOMAIN'],
    ['nxdomain', 'dns 0x3 NXDOMAIN'],
    ['nca_s_unk_if', 'rpc 0x1c010003 nca_s_unk_if'],
  ] as const) {
    assert.deepEqual(names(text), [meant], text);
  }
  assert.deepEqual(names('busy'), ['win32 0xaa ERROR_BUSY', 'ldap 0x33 LDAP_BUSY']);
  assert.deepEqual(names('busy', 'ldap'), ['ldap 0x33 LDAP_BUSY']);
  for (const text of [
    'constructor',
    '__proto__',
    'STATUS_',
    'no_such_code',
    'STATUS_LOGON_FAILURE or STATUS_PENDING',
  ]) {
    assert.deepEqual(names(text), [], text);
  }
});

test('a number of RPC', () => {
  assert.deepEqual(names('0x1c010003'), ['rpc 0x1c010003 nca_s_unk_if']);
  assert.deepEqual(names('5', 'rpc'), ['rpc 0x5 nca_s_fault_access_denied']);
});
