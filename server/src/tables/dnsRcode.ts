import { codes } from './table';

/**
 * Response codes of DNS. Names from RFC 1035, RFC 2136 and the IANA list, sentences ours. Number 16 is BADSIG in a
 * signed update and BADVERS elsewhere.
 */
export const dnsRcode = codes(
  'DNS response code',
  'dns',
  `
0	NOERROR	The request was answered; the answer may still hold no record.
1	FORMERR	The DNS server could not read the request.
2	SERVFAIL	The DNS server could not answer; often it does not reach the server that holds the zone.
3	NXDOMAIN	There is no such name in DNS.
4	NOTIMP	The DNS server does not support this kind of request.
5	REFUSED	The DNS server refused the request.
6	YXDOMAIN	A name exists that must not exist for this update.
7	YXRRSET	A record exists that must not exist for this update.
8	NXRRSET	A record that must exist for this update does not exist.
9	NOTAUTH	The DNS server does not hold this zone, or the signature of the request was not accepted.
a	NOTZONE	A name of the update does not lie in the zone.
b	DSOTYPENI	The DNS server does not support this kind of session message.
10	BADSIG	The signature of the request does not verify (or, outside an update: version not supported, BADVERS).
11	BADKEY	The DNS server does not know the key of the signature.
12	BADTIME	The signature is too old or too new: compare the clocks.
13	BADMODE	The DNS server does not support this way of exchanging keys.
14	BADNAME	The name of the key is taken.
15	BADALG	The DNS server does not support this algorithm.
16	BADTRUNC	The signature is too short.
17	BADCOOKIE	The cookie of the request is missing or wrong.
`,
);

/** The response code in a Win32 code of DNS: 9002 DNS_ERROR_RCODE_SERVER_FAILURE stands for 2, SERVFAIL. */
export function rcodeOf(win32: number): number | undefined {
  const rcode = win32 - 9000;
  return rcode > 0 && dnsRcode.describe(rcode) ? rcode : undefined;
}
