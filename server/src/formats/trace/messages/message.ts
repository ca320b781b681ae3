import type { Code, Frame, Service, Transport } from '../../../model';

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
   * `segment`: TCP alone. `data`: a piece of a message, or one that is sealed: it says nothing of what was asked.
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
  /** The part of an NTLM or Kerberos authentication that it carries. */
  readonly login: 'ntlmNegotiate' | 'ntlmChallenge' | 'ntlmAuthenticate' | 'kerberos' | undefined;
  /** Ports that the endpoint mapper names in its reply. */
  readonly mapped: readonly number[];
  /** The records of a DNS reply, as far as the row shows them. */
  readonly answers: readonly { readonly type: string; readonly value?: string; readonly port?: number }[];
  /** Encrypted: its content cannot be read. */
  readonly isSealed: boolean;
  /** Of an ICMP message: "Port unreachable", as printed without "Destination unreachable". */
  readonly unreachable: string | undefined;
  /** The packet that it is about, where the details show it. */
  readonly about:
    | {
        readonly source: string;
        readonly destination: string;
        readonly destinationPort: number | undefined;
      }
    | undefined;
}
