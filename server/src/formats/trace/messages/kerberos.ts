import { kerberos as errors } from '../../../tables/status';
import type { Told } from './message';
import { result } from './results';

/** Names of MIT and Heimdal that are not those of RFC 4120. */
const otherNames: Readonly<Record<string, number>> = {
  KDC_ERR_NONE: 0,
  KDC_ERR_KEY_EXP: 23,
  KDC_ERR_CLIENT_NOT_TRUSTED: 62,
  KDC_ERR_KDC_NOT_TRUSTED: 63,
  KDC_ERR_INVALID_SIG: 64,
  KRB_AP_WRONG_PRINC: 36,
};

/** An error by its number, or else by its name in any spelling: KRB5KDC_ERR_…, KRB5KRB_AP_ERR_…, eRR-…. */
export function kerberosError(name: string, printed: string | undefined): Told {
  if (printed !== undefined) return result('krb5', Number(printed), name);
  const plain = name.replace(/^KRB5(?=KDC_|KRB_)/, '');
  const own = /^eRR-/i.test(plain)
    ? ['KDC_ERR_', 'KRB_AP_ERR_', 'KRB_ERR_'].map(
        each => each + plain.slice(4).replace(/-/g, '_').toUpperCase(),
      )
    : [plain];
  const value = own
    .map(each => (Object.hasOwn(otherNames, each) ? otherNames[each] : errors.numberOf?.(each)))
    .find(each => each !== undefined);
  return result('krb5', value, name);
}

const error = /^KRB[_ ]ERROR(?:: ?|\s{1,3}-\s{1,3}|\s{1,3})([\w-]{3,60})?(?: \((\d{1,3})\))?/i;
const kind = /^(AS|TGS|AP)[- _](REQ|REP|RES)(?:UEST|LY|PONSE)?\b/i;
const account = /\bCname: ?([^\s{,\]]{1,255})(?: Realm: ?([^\s{,\]]{1,255}))?/i;
const service = /\bSname: ?([^\s{,\]]{1,255})/i;

/** A row of Kerberos. */
export function kerberos(info: string): Told | undefined {
  const text = info.replace(/^Kerberos(?:V5)?:\s{0,8}/i, '');
  const failed = error.exec(text);
  if (failed) {
    return { kind: 'reply', service: 'kerberos', ...kerberosError(failed[1] ?? 'KRB-ERROR', failed[2]) };
  }
  const found = kind.exec(text);
  if (!found) return undefined;
  const [head, what, direction] = found;
  const isRequest = /^REQ/i.test(direction!);
  const rest = text.slice(head.length);
  // Behind the bare name of a message a tool may print the service.
  const name = service.exec(rest)?.[1] ?? /^ ([\w$-]{1,60}\/[\w.$-]{1,255})/.exec(rest)?.[1];
  const operation = `${what!.toUpperCase()}-REQ`;
  const isTicket = /^TGS/i.test(what!) && name !== undefined;
  const [, user, realm] = account.exec(rest) ?? [];
  return {
    kind: isRequest ? 'request' : 'reply',
    service: 'kerberos',
    operation: isTicket ? `${operation} ${name}` : operation,
    ...(/^AP/i.test(what!) && { login: 'kerberos' as const }),
    ...(isRequest && user !== undefined && { user: realm === undefined ? user : `${user}@${realm}` }),
  };
}

/** A row of the protocol that changes and sets passwords. */
export function kpasswd(info: string): Told | undefined {
  const found = /^(?:K\w{0,30}:)?\s{0,3}(Request|Reply|Response)\b/i.exec(info);
  if (found) {
    const isRequest = /^request/i.test(found[1]!);
    return { kind: isRequest ? 'request' : 'reply', service: 'kpasswd', operation: 'set password' };
  }
  const told = kerberos(info);
  return told && { ...told, service: 'kpasswd' };
}
