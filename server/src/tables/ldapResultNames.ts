/** LDAP results by the names of RFC 4511 4.1.9 and its forerunners, as traces print them; in lower case. */
// prettier-ignore
const numbers: Readonly<Record<string, number>> = {
  success: 0, operationserror: 1, protocolerror: 2, timelimitexceeded: 3, sizelimitexceeded: 4, comparefalse: 5,
  comparetrue: 6, authmethodnotsupported: 7, strongauthrequired: 8, strongerauthrequired: 8, referral: 10,
  adminlimitexceeded: 11, unavailablecriticalextension: 12, confidentialityrequired: 13, saslbindinprogress: 14,
  nosuchattribute: 16, undefinedattributetype: 17, inappropriatematching: 18, constraintviolation: 19,
  attributeorvalueexists: 20, invalidattributesyntax: 21, nosuchobject: 32, aliasproblem: 33, invaliddnsyntax: 34,
  aliasdereferencingproblem: 36, inappropriateauthentication: 48, invalidcredentials: 49,
  insufficientaccessrights: 50, insufficientaccess: 50, busy: 51, unavailable: 52, unwillingtoperform: 53,
  loopdetect: 54, namingviolation: 64, objectclassviolation: 65, notallowedonnonleaf: 66, notallowedonrdn: 67,
  entryalreadyexists: 68, objectclassmodsprohibited: 69, affectsmultipledsas: 71, other: 80,
};

/** The number of an LDAP result: "saslBindInProgress", "Sasl Bind In Progress"; undefined for another name. */
export function ldapResultNamed(name: string): number | undefined {
  const key = name.replace(/[ _-]/g, '').toLowerCase();
  return Object.hasOwn(numbers, key) ? numbers[key] : undefined;
}
