import { codes } from './table';

/** LDAP result codes: RFC 4511 up to 0x50, client side (winldap.h) from 0x51. Names from winldap.h, sentences ours. */
export const ldap = codes(
  'LDAP result',
  'ldap',
  `
0	LDAP_SUCCESS	The operation succeeded.
1	LDAP_OPERATIONS_ERROR	The directory server met an internal error, or the request came in the wrong order.
2	LDAP_PROTOCOL_ERROR	The directory server could not read the request.
3	LDAP_TIMELIMIT_EXCEEDED	The time allowed for the search ran out.
4	LDAP_SIZELIMIT_EXCEEDED	More entries were found than may be returned.
5	LDAP_COMPARE_FALSE	The compared value is different.
6	LDAP_COMPARE_TRUE	The compared value is the same.
7	LDAP_AUTH_METHOD_NOT_SUPPORTED	The directory server does not support this way of authentication.
8	LDAP_STRONG_AUTH_REQUIRED	The directory server requires signing or a stronger authentication.
9	LDAP_REFERRAL_V2	Another directory server may hold the object (old form of a referral).
a	LDAP_REFERRAL	Another directory server holds the object.
b	LDAP_ADMIN_LIMIT_EXCEEDED	A limit set by the administrator was reached.
c	LDAP_UNAVAILABLE_CRIT_EXTENSION	The directory server does not support a control that the request requires.
d	LDAP_CONFIDENTIALITY_REQUIRED	The directory server requires encryption.
e	LDAP_SASL_BIND_IN_PROGRESS	The bind is not finished: another step follows.
10	LDAP_NO_SUCH_ATTRIBUTE	The object does not have this attribute or value.
11	LDAP_UNDEFINED_TYPE	The schema does not have this attribute.
12	LDAP_INAPPROPRIATE_MATCHING	The attribute cannot be searched this way.
13	LDAP_CONSTRAINT_VIOLATION	The value breaks a rule of the directory.
14	LDAP_ATTRIBUTE_OR_VALUE_EXISTS	The attribute already has this value.
15	LDAP_INVALID_SYNTAX	The value does not have the form that the attribute requires.
20	LDAP_NO_SUCH_OBJECT	The directory has no such object.
21	LDAP_ALIAS_PROBLEM	An alias points to no object.
22	LDAP_INVALID_DN_SYNTAX	The distinguished name is not well formed.
23	LDAP_IS_LEAF	The object cannot contain others.
24	LDAP_ALIAS_DEREF_PROBLEM	An alias could not be followed.
30	LDAP_INAPPROPRIATE_AUTH	The account cannot authenticate this way.
31	LDAP_INVALID_CREDENTIALS	The directory server did not accept the account or its password.
32	LDAP_INSUFFICIENT_RIGHTS	The account does not have the right to do this.
33	LDAP_BUSY	The directory server is too busy.
34	LDAP_UNAVAILABLE	The directory server cannot answer now.
35	LDAP_UNWILLING_TO_PERFORM	The directory server refused the request.
36	LDAP_LOOP_DETECT	Referrals or aliases lead back to where they began.
3c	LDAP_SORT_CONTROL_MISSING	The request asks for a window of a list but does not say how the list is sorted.
3d	LDAP_OFFSET_RANGE_ERROR	The window of the list lies outside the list.
40	LDAP_NAMING_VIOLATION	The object cannot have this name or stand in this place.
41	LDAP_OBJECT_CLASS_VIOLATION	The attributes do not fit the class of the object.
42	LDAP_NOT_ALLOWED_ON_NONLEAF	Not possible for an object that contains others.
43	LDAP_NOT_ALLOWED_ON_RDN	Not possible for the attribute that names the object.
44	LDAP_ALREADY_EXISTS	An object of this name already exists.
45	LDAP_NO_OBJECT_CLASS_MODS	The class of the object cannot be changed.
46	LDAP_RESULTS_TOO_LARGE	The answer is too large.
47	LDAP_AFFECTS_MULTIPLE_DSAS	The change would concern several directory servers.
4c	LDAP_VIRTUAL_LIST_VIEW_ERROR	The directory server could not return the window of the list.
50	LDAP_OTHER	An error that LDAP has no code for.
51	LDAP_SERVER_DOWN	The LDAP server could not be reached, or the connection broke.
52	LDAP_LOCAL_ERROR	The LDAP client met an error of its own.
53	LDAP_ENCODING_ERROR	The LDAP client could not write the request.
54	LDAP_DECODING_ERROR	The LDAP client could not read the answer.
55	LDAP_TIMEOUT	The LDAP server did not answer in time.
56	LDAP_AUTH_UNKNOWN	The LDAP client does not know this way of authentication.
57	LDAP_FILTER_ERROR	The search filter is not well formed.
58	LDAP_USER_CANCELLED	The operation was cancelled.
59	LDAP_PARAM_ERROR	A parameter of the call is not valid.
5a	LDAP_NO_MEMORY	The LDAP client ran out of memory.
5b	LDAP_CONNECT_ERROR	The LDAP client could not connect.
5c	LDAP_NOT_SUPPORTED	The LDAP server or client does not support the operation.
5d	LDAP_CONTROL_NOT_FOUND	The answer lacks an expected control.
5e	LDAP_NO_RESULTS_RETURNED	The answer holds no result.
5f	LDAP_MORE_RESULTS_TO_RETURN	More results are to come.
60	LDAP_CLIENT_LOOP	The LDAP client found a referral loop.
61	LDAP_REFERRAL_LIMIT_EXCEEDED	Too many referrals in a row.
`,
);
