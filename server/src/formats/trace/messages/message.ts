import type { Answer, Code, Frame, Service, Transport } from '../../../model';

/** The header of a TCP segment, as far as the trace shows it. */
export interface Segment {
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  /** Relative or absolute, as printed. */
  readonly sequence: number | undefined;
  readonly acknowledged: number | undefined;
  /** Bytes of payload. */
  readonly length: number | undefined;
  /** The tool says that the segment repeats an earlier one. */
  readonly isRepeat: boolean;
}

/** What a frame says, in whatever words its tool prints it. */
export interface Message {
  readonly frame: Frame;
  /**
   * `segment`: TCP alone. `data`: a piece of a message (a TCP row may be one), one that is sealed, or one that no
   * reply belongs to: it says nothing of what was asked.
   * `unreachable`: an ICMP message that something could not be delivered.
   */
  readonly kind: 'segment' | 'request' | 'reply' | 'data' | 'unreachable';
  /** Undefined where the frame does not tell. */
  readonly transport: Transport | undefined;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  /** Of TCP rows and details. */
  readonly segment: Segment | undefined;
  /**
   * What it belongs to; undefined for a segment, for what is not of a join, and for RPC messages that name no
   * interface (`isRpc`): what the conversation was bound to decides.
   */
  readonly service: Service | undefined;
  readonly isRpc: boolean;
  /** What is asked, the same words in request and reply where the reply repeats it; '' where nothing tells. */
  readonly operation: string;
  /** Request and reply with the same id belong together: DNS transaction, LDAP message, RPC call; undefined if none. */
  readonly id: string | undefined;
  /** The code that a reply gives, where it is not success. */
  readonly code: Code | undefined;
  /** What a failing reply prints in place of a code: a name that no table has, "Provider rejection". */
  readonly codeText: string | undefined;
  /** A second code in the text of an error: Win32, of `data 52e` in that of a bind, of the first digits in others. */
  readonly subcode: Code | undefined;
  /** It is encrypted. */
  readonly isSealed: boolean;
  /** The part of an NTLM or Kerberos authentication that it carries. */
  readonly login: 'ntlmNegotiate' | 'ntlmChallenge' | 'ntlmAuthenticate' | 'kerberos' | undefined;
  /** The account that it names, as printed: of a sign-in, a request for a ticket, an account to be created. */
  readonly user: string | undefined;
  /** Ports that the endpoint mapper names in its reply. */
  readonly mapped: readonly number[];
  /**
   * Of an ICMP message: "Port unreachable", as printed without "Destination unreachable". Where a packet was only too
   * large ("Fragmentation needed") the kind is `data`: the sender makes it smaller.
   */
  readonly unreachable: string | undefined;
  /** Of an ICMP message: what could not be delivered, where that is shown. */
  readonly about: Undelivered | undefined;
  /** The records of a DNS reply, additional ones too. */
  readonly answers: readonly Answer[];
}

/** The datagram or segment that an ICMP message is about. */
export interface Undelivered {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  readonly transport: Transport | undefined;
}

/** What the reader of one protocol found; what it does not mention is not told. */
export type Told = Partial<Omit<Message, 'frame'>>;
