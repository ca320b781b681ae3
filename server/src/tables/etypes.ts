import { names, type Table } from './table';

const known = names('encryption type', [
  [1, 'des-cbc-crc', 'DES, broken.'],
  [3, 'des-cbc-md5', 'DES, broken.'],
  [16, 'des3-cbc-sha1-kd', 'Triple DES.'],
  [17, 'aes128-cts-hmac-sha1-96', 'AES with 128-bit keys.'],
  [18, 'aes256-cts-hmac-sha1-96', 'AES with 256-bit keys.'],
  [19, 'aes128-cts-hmac-sha256-128', 'AES with 128-bit keys and SHA-2.'],
  [20, 'aes256-cts-hmac-sha384-192', 'AES with 256-bit keys and SHA-2.'],
  [23, 'rc4-hmac', 'RC4, weak.'],
  [24, 'rc4-hmac-exp', 'RC4 with short keys, broken.'],
  [25, 'camellia128-cts-cmac', 'Camellia with 128-bit keys; Windows has it not.'],
  [26, 'camellia256-cts-cmac', 'Camellia with 256-bit keys; Windows has it not.'],
  [-128, 'rc4-md4', "RC4 with MD4, Microsoft's own."],
  [-133, 'rc4-hmac-old', "RC4 in an older form, Microsoft's own."],
  [-135, 'rc4-hmac-old-exp', "RC4 in an older form with short keys, Microsoft's own."],
]);

/**
 * Encryption types of Kerberos. From RFC 3961, RFC 3962, RFC 4757, RFC 6803 and RFC 8009; those below zero from ntsecapi.h.
 * A trace may print a number below zero as one of 32 bits without a sign: 4294967161 is -135.
 */
export const etypes: Table = {
  title: known.title,
  describe(value) {
    const meaning = known.describe(value > 0x7fffffff ? value - 2 ** 32 : value);
    return meaning && { ...meaning, value };
  },
};
