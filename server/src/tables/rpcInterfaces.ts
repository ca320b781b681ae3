/** What the UUID of an RPC interface or encoding stands for. From the Windows protocol documents. */
// prettier-ignore
const interfaces: Readonly<Record<string, string>> = {
  'e1af8308-5d1f-11c9-91a4-08002b14a0fa': '**EPM**: the endpoint mapper (TCP 135), which names the ports of the other interfaces.',
  'e3514235-4b06-11d1-ab04-00c04fc2dcd2': '**DRSUAPI**: the directory. A join asks with it for the distinguished name of the computer account (DsCrackNames).',
  '12345678-1234-abcd-ef00-01234567cffb': '**Netlogon**: the secure channel of a computer to its domain controller.',
  '12345778-1234-abcd-ef00-0123456789ab': '**LSARPC**: the security policy, in a join the name and the SID of the domain.',
  '12345778-1234-abcd-ef00-0123456789ac': '**SAMR**: accounts, the older way to create the computer account.',
  '6bffd098-a112-3610-9833-46c3f87e345a': '**WKSSVC**: a join or rename that is run from another computer.',
  '4b324fc8-1670-01d3-1278-5a47bf6ee188': '**SRVSVC**: the server service. A join does not need it.',
  '338cd001-2244-31f1-aaaa-900038001003': '**WINREG**: the registry of another computer. A join does not need it.',
  '8a885d04-1ceb-11c9-9fe8-08002b104860': '**NDR32**: the older encoding of RPC data, not an interface. A server that also takes NDR64 refuses it, which is normal.',
  '71710533-beba-4937-8319-b5dbef9ccc36': '**NDR64**: the newer encoding of RPC data, not an interface.',
};

const features = [
  [0x1, 'several authentications in one connection'],
  [0x2, 'a connection that stays when a call is given up'],
] as const;

/** What a UUID in an RPC message stands for, as Markdown; undefined for one that is not known. */
export function rpcInterface(uuid: string): string | undefined {
  const key = uuid.toLowerCase();
  if (Object.hasOwn(interfaces, key)) return interfaces[key];
  const bits = /^6cb71c2c-9812-4540-([0-9a-f]{2})/.exec(key)?.[1];
  if (bits === undefined) return undefined;
  const asked = features.filter(([mask]) => parseInt(bits, 16) & mask).map(([, text]) => text);
  return `**Bind-time feature negotiation**, not an interface: the client asks for ${asked.join(', and for ') || 'nothing'}. "Negotiate ACK" is the answer to it.`;
}
