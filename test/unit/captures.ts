// Captures of joins, made frame by frame as tshark prints them: who says what, on which connection, and how long after
// the frame before. The flows are those of Samba's `net ads join` and of adcli.

/** A frame: what its row shows, and the ports that rows of applications do not print. */
export interface Row {
  readonly number: number;
  /** Seconds since the first frame. */
  readonly time: number;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly length: number;
  readonly info: string;
}

/** The computers: client, domain controllers, DNS servers, router, another client, broadcast. */
export const hosts = {
  C: '10.20.1.7',
  D: '10.20.2.10',
  E: '10.20.2.11',
  N: '192.0.2.53',
  O: '192.0.2.54',
  R: '10.20.1.1',
  P: '10.20.1.8',
  B: '10.20.1.255',
} as const;

export type Host = keyof typeof hosts;

/** How an end of a connection closes it. */
type Flags = 'SYN' | 'ACK' | 'SYN, ACK' | 'FIN, ACK' | 'RST' | 'RST, ACK' | 'PSH, ACK';

const tail = ' TSval=1021655536 TSecr=3019091756';

/** Frames in the order in which they are captured. */
export class Capture {
  readonly rows: Row[] = [];
  time = 0;
  #port = 40000;
  #id = 0x1000;

  /** Adds a frame, so many seconds after the one before. */
  row(from: Host, to: Host, protocol: string, info: string, after = 0.0004, length = 120): this {
    this.time += after;
    this.rows.push({
      number: this.rows.length + 1,
      time: this.time,
      source: hosts[from],
      destination: hosts[to],
      protocol,
      length,
      info,
    });
    return this;
  }

  wait(seconds: number): this {
    this.time += seconds;
    return this;
  }

  id(): string {
    this.#id += 0x357;
    return `0x${(this.#id & 0xffff).toString(16).padStart(4, '0')}`;
  }

  /** A question to DNS and, unless it is false, what is answered: the rcode in front of the question, records behind. */
  dns(
    question: string,
    answer: string | false = '',
    { to = 'D', by = 'C', rcode = '', id = this.id() }: DnsMore = {},
  ): this {
    this.row(by, to, 'DNS', `Standard query ${id} ${question}`);
    if (answer === false) return this;
    return this.row(
      to,
      by,
      'DNS',
      `Standard query response ${id}${rcode && ` ${rcode}`} ${question}${answer && ` ${answer}`}`,
    );
  }

  ping(to: Host = 'D', isAnswered = true, by: Host = 'C', after = 0.0004): this {
    const id = parseInt(this.id(), 16);
    this.row(by, to, 'CLDAP', `searchRequest(${id}) "<ROOT>" baseObject `, after);
    if (!isAnswered) return this;
    return this.row(
      to,
      by,
      'CLDAP',
      `searchResEntry(${id}) "<ROOT>" searchResDone(${id}) success  [1 result]`,
    );
  }

  connection(to: Host, port: number, by: Host = 'C'): Connection {
    this.#port += 17;
    return new Connection(this, by, to, this.#port, port);
  }

  open(to: Host, port: number, by: Host = 'C'): Connection {
    return this.connection(to, port, by).handshake();
  }

  text(): string {
    return this.rows
      .map(
        ({ number, time, source, destination, protocol, length, info }) =>
          `${String(number).padStart(5)} ${time.toFixed(9)} ${source.padStart(12)} → ${destination.padEnd(12)} ${protocol} ${length} ${info}`,
      )
      .join('\n');
  }
}

interface DnsMore {
  readonly to?: Host;
  readonly by?: Host;
  readonly rcode?: string;
  readonly id?: string;
}

/** One TCP connection with its numbers. */
export class Connection {
  readonly #next: Record<'client' | 'server', number> = { client: 0, server: 0 };

  constructor(
    private readonly capture: Capture,
    private readonly client: Host,
    private readonly server: Host,
    private readonly own: number,
    private readonly port: number,
  ) {}

  segment(
    by: 'client' | 'server',
    flags: Flags,
    { after = 0.00002, length = 0, remark = '', back = 0, missing = 0 }: SegmentMore = {},
  ): this {
    const isClient = by === 'client';
    const [from, to] = isClient ? [this.client, this.server] : [this.server, this.client];
    const ports = isClient ? `${this.own} → ${this.port}` : `${this.port} → ${this.own}`;
    const sequence = this.#next[by] - back;
    const acknowledged = this.#next[isClient ? 'server' : 'client'] - missing;
    const ack = flags.includes('ACK') ? ` Ack=${acknowledged}` : '';
    const [win, options] = flags.includes('SYN')
      ? [64240, ' MSS=1460 SACK_PERM']
      : flags.includes('RST')
        ? [0, '']
        : [64512, ''];
    const end = flags.includes('RST') ? '' : tail;
    this.capture.row(
      from,
      to,
      'TCP',
      `${remark && `[TCP ${remark}] `}${ports} [${flags}] Seq=${sequence}${ack} Win=${win} Len=${length}${options}${end}`,
      after,
      66 + length,
    );
    if (flags.includes('SYN') || flags.includes('FIN'))
      this.#next[by] = Math.max(this.#next[by], sequence + 1);
    this.#next[by] = Math.max(this.#next[by], sequence + length);
    return this;
  }

  syn(after = 0.0001): this {
    return this.segment('client', 'SYN', { after });
  }

  /** The SYN again, so many seconds after each other. */
  again(...seconds: number[]): this {
    for (const after of seconds) this.segment('client', 'SYN', { after, remark: 'Retransmission', back: 1 });
    return this;
  }

  /** The SYN and all its repeats, as Linux sends them until somebody gives up. */
  dead(): this {
    return this.syn().again(1, 1, 1, 1, 1, 2, 4);
  }

  refused(): this {
    this.syn();
    return this.segment('server', 'RST, ACK');
  }

  handshake(): this {
    return this.syn().answer();
  }

  answer(): this {
    return this.segment('server', 'SYN, ACK').segment('client', 'ACK');
  }

  /** What the client sends, without the ACK of the server. */
  asks(protocol: string, info: string, length = 150, after = 0.0004): this {
    this.capture.row(this.client, this.server, protocol, info, after, 66 + length);
    this.#next.client += length;
    return this;
  }

  /** With a first piece in a full packet. */
  asksLong(protocol: string, info: string): this {
    this.capture.row(this.client, this.server, 'TCP', '[TCP segment of a reassembled PDU]', 0.0004, 1514);
    this.#next.client += 1448;
    return this.asks(protocol, info, 400, 0.000001).ack('server').ack('server');
  }

  says(protocol: string, info: string, length = 150, after = 0.002): this {
    this.capture.row(this.server, this.client, protocol, info, after, 66 + length);
    this.#next.server += length;
    return this;
  }

  saysLong(protocol: string, info: string): this {
    this.capture.row(this.server, this.client, 'TCP', '[TCP segment of a reassembled PDU]', 0.002, 1514);
    this.#next.server += 1448;
    return this.ack('client').says(protocol, info, 230, 0.000002).ack('client');
  }

  ack(by: 'client' | 'server', after = 0.00001): this {
    return this.segment(by, 'ACK', { after });
  }

  close(after = 0.0001): this {
    return this.segment('client', 'FIN, ACK', { after }).segment('server', 'FIN, ACK').ack('client');
  }
}

interface SegmentMore {
  readonly after?: number;
  readonly length?: number;
  readonly remark?: string;
  /** So far back in what was sent: what is sent again. */
  readonly back?: number;
  /** So much of what the other side sent has not arrived. */
  readonly missing?: number;
}

/** What differs from a join that goes well, and where the join ends. */
export interface Plan {
  /** Whom DNS is asked at. */
  readonly dns?: Host;
  readonly by?: Host;
  readonly dc?: Host;
}

const domain = 'alpine.test';
const nameOf: Partial<Record<Host, string>> = { D: `dc1.${domain}`, E: `dc2.${domain}` };

/** The domain controllers by DNS, their addresses, and an LDAP ping. */
export function locate(c: Capture, { dns = 'D', dc = 'D', by = 'C' }: Plan = {}): Capture {
  const name = nameOf[dc]!;
  return c
    .dns(`SRV _ldap._tcp.dc._msdcs.${domain.toUpperCase()}`, `SRV 0 100 389 ${name} SOA ${name}`, {
      to: dns,
      by,
    })
    .dns(`A ${name}`, `A ${hosts[dc]} SOA ${name}`, { to: dns, by })
    .dns(`AAAA ${name}`, `SOA ${name}`, { to: dns, by })
    .ping(dc, true, by)
    .dns(`A ${name}`, `A ${hosts[dc]} SOA ${name}`, { to: dns, by });
}

/** SMB to the end of a sign-in by NTLM. */
export function smbSession(s: Connection): Connection {
  return negotiate(s)
    .asks('SMB2', 'Session Setup Request, NTLMSSP_NEGOTIATE')
    .says('SMB2', 'Session Setup Response, Error: STATUS_MORE_PROCESSING_REQUIRED, NTLMSSP_CHALLENGE')
    .asks('SMB2', 'Session Setup Request, NTLMSSP_AUTH, User: ALPINE.TEST\\joiner')
    .says('SMB2', 'Session Setup Response');
}

export function negotiate(s: Connection): Connection {
  return s
    .asks('SMB2', 'Negotiate Protocol Request')
    .ack('server')
    .says('SMB2', 'Negotiate Protocol Response', 304, 0.01)
    .ack('client');
}

/** The domain by LSARPC. */
export function lsarpc(s: Connection): Connection {
  s.asks('SMB2', 'Tree Connect Request Tree: \\\\dc1.alpine.test\\IPC$').says(
    'SMB2',
    'Tree Connect Response',
  );
  pipe(s, 'lsarpc', 1, 'LSARPC V0.0 (32bit NDR)');
  s.asks('LSARPC', 'lsa_OpenPolicy request')
    .says('SMB2', 'Ioctl Response, Error: STATUS_PENDING')
    .says('LSARPC', 'lsa_OpenPolicy response')
    .ack('client');
  call(s, 'LSARPC', 'lsa_QueryInfoPolicy2');
  call(s, 'LSARPC', 'lsa_Close');
  return s.asks('SMB2', 'Close Request File: lsarpc').says('SMB2', 'Close Response');
}

export function pipe(s: Connection, name: string, id: number, bound: string): Connection {
  return s
    .asks('SMB2', `Create Request File: ${name}`)
    .says('SMB2', `Create Response File: ${name}`)
    .asks('DCERPC', `Bind: call_id: ${id}, Fragment: Single, 1 context items: ${bound}`)
    .says(
      'DCERPC',
      `Bind_ack: call_id: ${id}, Fragment: Single, max_xmit: 4280 max_recv: 4280, 1 results: Acceptance`,
    );
}

export function call(s: Connection, protocol: string, name: string, result = ''): Connection {
  return s.asks(protocol, `${name} request`).says(protocol, `${name} response${result}`);
}

/** DNS for the KDC, then a ping. */
export function findKdc(c: Capture, { dns = 'D' }: Plan = {}): Capture {
  const name = nameOf.D!;
  for (const at of ['Default-First-Site-Name._sites.', '']) {
    c.dns(`SRV _kerberos._tcp.${at}dc._msdcs.${domain}`, `SRV 0 100 88 ${name} SOA ${name}`, { to: dns });
    c.dns(`A ${name}`, `A ${hosts.D} SOA ${name}`, { to: dns });
    c.dns(`AAAA ${name}`, `SOA ${name}`, { to: dns });
  }
  return c.ping();
}

export function bindStart(c: Capture): Connection {
  return c
    .open('D', 389)
    .asks('LDAP', 'searchRequest(1) "<ROOT>" baseObject ', 52)
    .ack('server')
    .says('LDAP', 'searchResEntry(1) "<ROOT>"  | searchResDone(1) success  [1 result]', 61)
    .ack('client')
    .asks('LDAP', 'searchRequest(2) "<ROOT>" baseObject ', 64)
    .says('LDAP', 'searchResEntry(2) "<ROOT>"  | searchResDone(2) success  [2 results]', 80)
    .asks('LDAP', 'bindRequest(3) "<ROOT>" sasl ', 26)
    .says('LDAP', 'bindResponse(3) saslBindInProgress ', 112);
}

/** The first ticket over UDP, to the answer that is too long for it. */
export function askTicket(c: Capture, kdc: Host = 'D', by: Host = 'C'): Capture {
  return c
    .row(by, kdc, 'KRB5', 'AS-REQ')
    .row(kdc, by, 'KRB5', 'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED')
    .row(by, kdc, 'KRB5', 'AS-REQ', 0.01)
    .row(kdc, by, 'KRB5', 'KRB Error: KRB5KRB_ERR_RESPONSE_TOO_BIG');
}

export function ticketByTcp(c: Capture, kdc: Host = 'D', by: Host = 'C'): Capture {
  c.open(kdc, 88, by).asks('KRB5', 'AS-REQ', 265).ack('server').saysLong('KRB5', 'AS-REP').close();
  return serviceTicket(c, kdc, by);
}

export function serviceTicket(c: Capture, kdc: Host = 'D', by: Host = 'C'): Capture {
  c.open(kdc, 88, by).asksLong('KRB5', 'TGS-REQ').saysLong('KRB5', 'TGS-REP').close();
  return c;
}

export function tickets(c: Capture): Capture {
  return ticketByTcp(askTicket(c));
}

/** The end of the bind, and what is done in the directory behind it. */
export function sealed(s: Connection, times = 6): Connection {
  s.asksLong('LDAP', 'bindRequest(4) "<ROOT>" sasl ').says('LDAP', 'bindResponse(4) success ', 205);
  for (let at = 0; at < times; at++) {
    s.asks('LDAP', 'SASL GSS-API Privacy: payload (283 bytes)', 347).says(
      'LDAP',
      'SASL GSS-API Privacy: payload (609 bytes)',
      673,
    );
  }
  return s;
}

/** The secure channel over SMB, signed in by Kerberos. */
export function netlogon(c: Capture): Capture {
  const s = negotiate(c.open('D', 445));
  tickets(c);
  s.asksLong('SMB2', 'Session Setup Request').says('SMB2', 'Session Setup Response').ack('client');
  s.asks('SMB2', 'Tree Connect Request Tree: \\\\dc1.alpine.test\\IPC$').says(
    'SMB2',
    'Tree Connect Response',
  );
  pipe(s, 'netlogon', 5, 'RPC_NETLOGON V1.0 (32bit NDR)');
  s.asks('RPC_NETLOGON', 'NetrServerReqChallenge request, WKS07').says(
    'RPC_NETLOGON',
    'NetrServerReqChallenge response',
  );
  call(s, 'RPC_NETLOGON', 'NetrServerAuthenticate3');
  s.asks('SMB2', 'Close Request File: netlogon').says('SMB2', 'Close Response').close();
  return c;
}

/** The record of the computer: refused without a signature, and then signed. */
export function dnsUpdate(c: Capture, isTaken = true): Capture {
  const first = c
    .open('D', 53)
    .asks('DNS', 'Dynamic update 0x9869 SOA alpine.test CNAME ANY A 10.20.1.7')
    .ack('server');
  first.says('DNS', 'Dynamic update response 0x9869 Refused SOA alpine.test CNAME ANY A 10.20.1.7');
  const key = c.open('D', 53);
  serviceTicket(c);
  key
    .asksLong('DNS', 'Standard query 0xcdec TKEY 7ff4b0f6-f164-4c25-b60b-89f8184250be TKEY')
    .says('DNS', 'Standard query response 0xcdec TKEY 7ff4b0f6-f164-4c25-b60b-89f8184250be TKEY TSIG')
    .close();
  first
    .asks('DNS', 'Dynamic update 0x4873 SOA alpine.test CNAME ANY A 10.20.1.7 TSIG')
    .says(
      'DNS',
      `Dynamic update response 0x4873 ${isTaken ? '' : 'Refused '}SOA alpine.test CNAME ANY A 10.20.1.7 TSIG`,
    )
    .close();
  return c;
}

/** DsCrackNames over a port that the endpoint mapper gives out. */
export function crackNames(c: Capture, port = 49153): Capture {
  map(c, 'DRSUAPI');
  const s = c.open('D', port);
  s.asks(
    'DCERPC',
    'Bind: call_id: 3, Fragment: Single, 1 context items: DRSUAPI V4.0 (32bit NDR), NTLMSSP_NEGOTIATE',
  )
    .ack('server')
    .says(
      'DCERPC',
      'Bind_ack: call_id: 3, Fragment: Single, max_xmit: 4280 max_recv: 4280, 1 results: Acceptance, NTLMSSP_CHALLENGE',
    )
    .asks('DCERPC', 'AUTH3: call_id: 3, Fragment: Single, NTLMSSP_AUTH, User: ALPINE\\joiner')
    .asks('DRSUAPI', 'DsBind request')
    .ack('server')
    .says('DRSUAPI', 'DsBind response');
  call(s, 'DRSUAPI', 'DsCrackNames').close();
  return c;
}

export function map(c: Capture, what: string): Capture {
  c.dns(`A ${nameOf.D}`, `A ${hosts.D}`);
  const m = c
    .open('D', 135)
    .asks('DCERPC', 'Bind: call_id: 1, Fragment: Single, 1 context items: EPMv4 V3.0 (32bit NDR)')
    .ack('server');
  m.says(
    'DCERPC',
    'Bind_ack: call_id: 1, Fragment: Single, max_xmit: 4280 max_recv: 4280, 1 results: Acceptance',
  ).ack('client');
  m.asks('EPM', `Map request, ${what}, 32bit NDR`).says('EPM', `Map response, ${what}, 32bit NDR`).close();
  return c;
}

/** `net ads join` that goes well, from the second search for a KDC to the DNS record of the computer. */
export function rest(c: Capture): Capture {
  findKdc(c);
  const s = bindStart(c);
  tickets(c);
  sealed(s);
  netlogon(c);
  tickets(c);
  dnsUpdate(c);
  s.close();
  return c;
}

export function netAdsJoin(c = new Capture()): Capture {
  locate(c);
  const s = lsarpc(smbSession(c.open('D', 445)));
  rest(c);
  s.close();
  return c;
}

/** What adcli does first: it asks for the root over TCP, and signs in where that is answered. */
export function adcliLocate(c: Capture, dns: Host = 'D'): Capture {
  c.dns(`SRV _ldap._tcp.${domain}`, `SRV 0 100 389 ${nameOf.D} SOA ${nameOf.D}`, { to: dns });
  c.dns(`A ${nameOf.D}`, `A ${hosts.D}`, { to: dns });
  const s = c.open('D', 389).asks('LDAP', 'searchRequest(1) "<ROOT>" baseObject ', 81).ack('server');
  s.says('LDAP', 'searchResEntry(1) "<ROOT>"  | searchResDone(1) success  [1 result]', 139).ack('client');
  s.asks('LDAP', 'unbindRequest(2) ', 7, 0.4).close();
  return c.dns(`A ${nameOf.D}`, `A ${hosts.D}`, { to: dns });
}

export function adcliRoot(c: Capture): Connection {
  return c
    .open('D', 389)
    .asks('LDAP', 'searchRequest(1) "<ROOT>" baseObject ', 139)
    .ack('server')
    .says('LDAP', 'searchResEntry(1) "<ROOT>"  | searchResDone(1) success  [1 result]', 355)
    .ack('client');
}

/** Sign-in, the account in the directory, its password by kpasswd, and a probe of what it can do. */
export function adcliJoin(c = new Capture()): Capture {
  adcliLocate(c);
  const s = adcliRoot(c);
  c.dns(`A ${nameOf.D}`, `A ${hosts.D}`);
  tickets(c);
  s.asksLong('LDAP', 'bindRequest(2) "<ROOT>" sasl ').says('LDAP', 'bindResponse(2) success ', 204);
  for (let at = 0; at < 5; at++)
    s.asks('LDAP', 'SASL GSS-API Privacy: payload (137 bytes)').says(
      'LDAP',
      'SASL GSS-API Privacy: payload (114 bytes)',
    );
  serviceTicket(c);
  setPassword(c);
  s.asks('LDAP', 'SASL GSS-API Privacy: payload (323 bytes)')
    .ack('server')
    .says('LDAP', 'SASL GSS-API Privacy: payload (437 bytes)');
  c.row('C', 'D', 'KRB5', 'AS-REQ')
    .row('D', 'C', 'KRB5', 'KRB Error: KRB5KDC_ERR_PREAUTH_REQUIRED')
    .row('C', 'D', 'KRB5', 'AS-REQ')
    .row('D', 'C', 'KRB5', 'KRB Error: KRB5KDC_ERR_PREAUTH_FAILED');
  askTicket(c);
  c.open('D', 88).asks('KRB5', 'AS-REQ', 272).ack('server').saysLong('KRB5', 'AS-REP').close();
  s.asks('LDAP', 'SASL GSS-API Privacy: payload (7 bytes)', 71).close();
  return c;
}

export function setPassword(c: Capture): Capture {
  const s = c.open('D', 464);
  c.row('C', 'D', 'TCP', '[TCP segment of a reassembled PDU]', 0.0001, 1514);
  s.asks('KPASSWD', 'Request', 173)
    .ack('server')
    .ack('server')
    .says('KPASSWD', 'Reply', 208, 0.1)
    .ack('client')
    .close();
  return c;
}
