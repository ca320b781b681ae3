/** A packet of one of the protocols of a join, or TCP, between two addresses, in any layout. */
const packet =
  /(?:→|->|\t|  |,|\|).{0,80}\b(?:TCP|UDP|DNS|CLDAP|LDAP|KRB5|KerberosV5|SMB2?|DCERPC|MSRPC|EPM|ICMP|NBNS)\b/;

/** Whether the lines are of a network trace that was exported as text. */
export function isNetworkTrace(head: readonly string[]): boolean {
  return head.filter(line => packet.test(line)).length * 2 > head.length;
}
