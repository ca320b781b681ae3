/** What stands in a Source or Destination column, and between them. */

/** Also where a writer has masked a part: `10.**.**.31`. */
const ipv4 = /^(?:\d{1,3}|[*xX]{1,3})(?:\.(?:\d{1,3}|[*xX]{1,3})){3}$/;
const ipv6 = /^(?=[^:]*:[^:]*:|::)[0-9A-Fa-f:]{2,39}(?:\.\d{1,3}){0,3}(?:%\w{1,16})?$/;
const mac = /^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}$/;
/** `RealtekU_3c:3f:1c`: Wireshark names the vendor. */
const vendorMac = /^[\w-]{1,20}_[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){2}$/;

/** `DC1.fabrikam.test`, `<client>`, `WKS07$`; there is a letter in it, or it is masked. */
const name = /^(?=.{0,80}[\p{L}*])[\p{L}\d_*<[(][\p{L}\d_.*$<>[\]()@-]{0,80}$/u;

/** What tshark prints between source and destination; the last ones are `→` after a console of another code page. */
const rightArrows = new Set(['→', '->', '=>', 'â†’', 'ΓåÆ', 'ÔåÆ', '?']);
const leftArrows = new Set(['←', '<-', '<=', 'â†\u0090', 'ΓåÉ', 'ÔåÉ']);

const services: ReadonlyMap<string, number> = new Map([
  ['domain', 53],
  ['kerberos', 88],
  ['kerberos-sec', 88],
  ['epmap', 135],
  ['netbios-ns', 137],
  ['netbios-dgm', 138],
  ['netbios-ssn', 139],
  ['ldap', 389],
  ['microsoft-ds', 445],
  ['kpasswd', 464],
  ['ldaps', 636],
  ['msft-gc', 3268],
  ['msft-gc-ssl', 3269],
]);

export function isAddress(text: string): boolean {
  if (text.length > 60) return false;
  return ipv4.test(text) || isIpv6(text) || mac.test(text) || vendorMac.test(text);
}

/** A time of day has colons too: an IPv6 address has seven, or two that follow each other. */
function isIpv6(text: string): boolean {
  return ipv6.test(text) && (text.includes('::') || text.split(':').length === 8);
}

export function isName(text: string): boolean {
  return name.test(text);
}

export function isArrow(text: string | undefined): boolean {
  return text !== undefined && (rightArrows.has(text) || leftArrows.has(text));
}

export function isLeftArrow(text: string | undefined): boolean {
  return text !== undefined && leftArrows.has(text);
}

/** The number of a port: "49708", "microsoft-ds", "Microsoft-DS(445)", "kerberos (88)"; undefined for anything else. */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text.length > 60) return undefined;
  const last = text.charCodeAt(text.length - 1);
  const isNumber = (last >= 48 && last <= 57) || last === 41;
  if (!isNumber) return services.get(text);
  const digits = /^(?:[\w-]{1,40} ?\()?(\d{1,5})\)?$/.exec(text)?.[1];
  if (digits === undefined) return services.get(text);
  return Number(digits) <= 65535 ? Number(digits) : undefined;
}
