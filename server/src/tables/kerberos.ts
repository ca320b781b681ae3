import { codes } from './table';

/** Kerberos error codes. Names from RFC 4120 7.5.9, RFC 4556 and [MS-KILE], sentences ours. */
export const kerberos = codes(
  'Kerberos error',
  'krb5',
  `
0	KDC_ERR_NONE	No error.
1	KDC_ERR_NAME_EXP	The client's account has expired.
2	KDC_ERR_SERVICE_EXP	The service's account has expired.
3	KDC_ERR_BAD_PVNO	The domain controller does not support this version of Kerberos.
4	KDC_ERR_C_OLD_MAST_KVNO	The client's key is protected by a master key that is no longer used.
5	KDC_ERR_S_OLD_MAST_KVNO	The service's key is protected by a master key that is no longer used.
6	KDC_ERR_C_PRINCIPAL_UNKNOWN	The domain has no account of the client's name.
7	KDC_ERR_S_PRINCIPAL_UNKNOWN	No account of the domain has this service principal name.
8	KDC_ERR_PRINCIPAL_NOT_UNIQUE	More than one account has this name or service principal name.
9	KDC_ERR_NULL_KEY	The account of the client or service has no key: set its password anew.
a	KDC_ERR_CANNOT_POSTDATE	The ticket cannot be issued for a later time.
b	KDC_ERR_NEVER_VALID	The ticket would end before it begins: compare the clocks.
c	KDC_ERR_POLICY	A policy of the domain controller refuses the request, such as logon hours or allowed computers.
d	KDC_ERR_BADOPTION	The domain controller cannot grant an option of the request; with delegation, it is not allowed.
e	KDC_ERR_ETYPE_NOSUPP	Client, account and domain controller have no encryption type in common.
f	KDC_ERR_SUMTYPE_NOSUPP	The domain controller does not support this type of checksum.
10	KDC_ERR_PADATA_TYPE_NOSUPP	The domain controller does not support this pre-authentication; with a smart card, it often lacks a certificate.
11	KDC_ERR_TRTYPE_NOSUPP	The domain controller does not support this list of domains passed through.
12	KDC_ERR_CLIENT_REVOKED	The client's account is disabled, locked out or expired.
13	KDC_ERR_SERVICE_REVOKED	The service's account is disabled.
14	KDC_ERR_TGT_REVOKED	The ticket-granting ticket is no longer accepted.
15	KDC_ERR_CLIENT_NOTYET	The client's account is not valid yet.
16	KDC_ERR_SERVICE_NOTYET	The service's account is not valid yet.
17	KDC_ERR_KEY_EXPIRED	The password has expired and must be changed.
18	KDC_ERR_PREAUTH_FAILED	The password is wrong.
19	KDC_ERR_PREAUTH_REQUIRED	The domain controller asks for pre-authentication: a normal step, the client sends the request again.
1a	KDC_ERR_SERVER_NOMATCH	The ticket is for another service than the one asked for.
1b	KDC_ERR_MUST_USE_USER2USER	The service accepts only tickets from user to user.
1c	KDC_ERR_PATH_NOT_ACCEPTED	The ticket came through a domain that is not accepted.
1d	KDC_ERR_SVC_UNAVAILABLE	The domain controller lacks a service that it needs for the answer.
1f	KRB_AP_ERR_BAD_INTEGRITY	Decrypted data did not check out: the key or the password is not the same on both sides.
20	KRB_AP_ERR_TKT_EXPIRED	The ticket has expired.
21	KRB_AP_ERR_TKT_NYV	The ticket is not valid yet: compare the clocks.
22	KRB_AP_ERR_REPEAT	The same request came twice.
23	KRB_AP_ERR_NOT_US	The ticket is not for this service.
24	KRB_AP_ERR_BADMATCH	Ticket and request are not of the same client.
25	KRB_AP_ERR_SKEW	The clocks differ by more than is allowed (five minutes by default).
26	KRB_AP_ERR_BADADDR	The request came from another address than the ticket names.
27	KRB_AP_ERR_BADVERSION	The message is of another version of Kerberos.
28	KRB_AP_ERR_MSG_TYPE	The message is of a type that does not belong here.
29	KRB_AP_ERR_MODIFIED	The service could not decrypt the ticket: it is for another account, or the password has changed since.
2a	KRB_AP_ERR_BADORDER	The message did not come in its turn.
2c	KRB_AP_ERR_BADKEYVER	The service no longer has the version of the key that the ticket was made with.
2d	KRB_AP_ERR_NOKEY	The service has no key for the ticket.
2e	KRB_AP_ERR_MUT_FAIL	The service did not prove its identity.
2f	KRB_AP_ERR_BADDIRECTION	The message goes in the wrong direction.
30	KRB_AP_ERR_METHOD	Another way of authentication is needed.
31	KRB_AP_ERR_BADSEQ	The number of the message is not the one expected.
32	KRB_AP_ERR_INAPP_CKSUM	The checksum of the message is missing or too weak.
33	KRB_AP_PATH_NOT_ACCEPTED	The service does not accept a domain that the ticket came through.
34	KRB_ERR_RESPONSE_TOO_BIG	The answer does not fit into UDP: a normal step, the client asks again over TCP.
3c	KRB_ERR_GENERIC	An error that Kerberos has no code for; the error text or data may say more.
3d	KRB_ERR_FIELD_TOOLONG	A field of the message is too long.
3e	KDC_ERROR_CLIENT_NOT_TRUSTED	The domain controller does not trust the client's certificate.
3f	KDC_ERROR_KDC_NOT_TRUSTED	The client does not trust the domain controller's certificate.
40	KDC_ERROR_INVALID_SIG	The signature of the request does not verify.
41	KDC_ERR_KEY_TOO_WEAK	The domain controller wants a stronger key.
42	KDC_ERR_CERTIFICATE_MISMATCH	The certificate is not that of the user.
43	KRB_AP_ERR_NO_TGT	There is no ticket-granting ticket for the exchange from user to user.
44	KDC_ERR_WRONG_REALM	The request belongs to another domain.
45	KRB_AP_ERR_USER_TO_USER_REQUIRED	The ticket must be one from user to user.
46	KDC_ERR_CANT_VERIFY_CERTIFICATE	The certificate could not be traced to a trusted root.
47	KDC_ERR_INVALID_CERTIFICATE	The certificate is not valid.
48	KDC_ERR_REVOKED_CERTIFICATE	The certificate was revoked.
49	KDC_ERR_REVOCATION_STATUS_UNKNOWN	Whether the certificate was revoked is not known.
4a	KDC_ERR_REVOCATION_STATUS_UNAVAILABLE	Whether the certificate was revoked could not be checked.
4b	KDC_ERR_CLIENT_NAME_MISMATCH	The certificate names another client.
4c	KDC_ERR_KDC_NAME_MISMATCH	The certificate names another domain controller.
`,
);
