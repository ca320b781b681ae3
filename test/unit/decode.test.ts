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
