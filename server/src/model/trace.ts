/** What a network trace that was exported as text tells: frames, conversations, exchanges, steps. */
import type { Service, StepId } from '../tables/steps';
import type { Code, LogRecord } from './log';

export type { Service, StepId };

/** The kinds of trace text that are read, one file for each in formats/trace/dialects. */
export type DialectId =
  | 'wiresharkTabs'
  | 'wiresharkColumns'
  | 'wiresharkDetails'
  | 'tsharkSummary'
  | 'tsharkTabs'
  | 'csv'
  | 'netmonGrid'
  | 'netmonDetails'
  | 'markdownTable'
  | 'pktmon';

/**
 * One packet: its row, its details, or both. `message` is the Info column. `time` counts milliseconds from the
 * beginning of the trace where the trace gives no date; `hasYear` tells which.
 */
export interface Frame extends LogRecord {
  readonly dialect: DialectId;
  /** As the trace numbers it. */
  readonly number: number | undefined;
  /** Address or name as printed; '' where the trace gives none. */
  readonly source: string;
  readonly destination: string;
  /** Where columns, the Info column or the details name them. */
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  /** As printed: "SMB2", "KerberosV5"; of a frame without a row, the innermost protocol of its details. */
  readonly protocol: string;
  /** First and last line of its details; undefined where the trace has only the row. */
  readonly details: readonly [first: number, last: number] | undefined;
  /** The same packet was printed before: it is read for hovers, and not counted. */
  readonly isPrintedAgain: boolean;
}

export type Transport = 'tcp' | 'udp';

/** What a client and a port of a server say to each other: one TCP connection, or datagrams of one UDP port pair. */
export interface Conversation {
  readonly transport: Transport;
  /** Addresses or names as printed. The client is who began. */
  readonly client: string;
  readonly server: string;
  /** Undefined where the trace does not tell. */
  readonly clientPort: number | undefined;
  readonly port: number | undefined;
  /** At least one, in the order of the trace. */
  readonly frames: readonly Frame[];
  /**
   * How the server took the SYN. `notSeen`: the trace begins later, leaves TCP out, or it is UDP. `unreachable`: an
   * ICMP message came in place of an answer, to a SYN or to a datagram. `cut`: the trace ends right behind it.
   */
  readonly opening: 'answered' | 'reset' | 'unanswered' | 'unreachable' | 'cut' | 'notSeen';
  /** The SYN and its repeats; empty for UDP and where none is seen. */
  readonly syns: readonly Frame[];
  /** The ICMP message that came in place of an answer. */
  readonly icmp: Frame | undefined;
  /** What it says: "Port unreachable". */
  readonly unreachable: string | undefined;
  /** Whether the client sent any data, and whether the server did. */
  readonly hasAsked: boolean;

  readonly hasData: boolean;
  /** What it is for: by its exchanges, else by its port; undefined where nothing tells. */
  readonly service: Service | undefined;
  /** Ports that the endpoint mapper named in its replies. */
  readonly mapped: readonly number[];
  /** Large segments that were repeated without an ACK for them, while smaller ones came through; empty if none. */
  readonly lostSegments: readonly Frame[];
  readonly exchanges: readonly Exchange[];
}

/** A request and what came back. */
export interface Exchange {
  readonly service: Service;
  readonly conversation: Conversation;
  /** What was asked: "SRV _ldap._tcp.dc._msdcs.fabrikam.test", "Session Setup", "AS-REQ", "DsCrackNames". */
  readonly operation: string;
  /** The authentication that it carries, or ends. */
  readonly login: 'ntlm' | 'kerberos' | undefined;
  /**
   * The account that is named, as printed: who signs in or asks for a ticket, which account is to be created.
   * "ALPINE\\joiner", "joiner@ALPINE.TEST", "wks07$".
   */
  readonly user: string | undefined;
  /** Undefined where the trace begins behind it. */
  readonly request: Frame | undefined;
  /** The request again, word for word. */
  readonly repeats: readonly Frame[];
  readonly reply: Frame | undefined;
  /** The records of a DNS reply, as far as they are printed. */
  readonly answers: readonly Answer[];
  /** All frames, in the order of the trace: at least one. */
  readonly frames: readonly Frame[];
  /**
   * `failed`: the reply is an error that is no normal step. `cut`: no reply, at the end of the trace, and the
   * request was not repeated. `reset`: the connection was cut, or ICMP came, in place of a reply.
   */
  readonly outcome: 'answered' | 'failed' | 'unanswered' | 'reset' | 'cut';
  /** The code of the reply, where it is not success; of a normal step too. */
  readonly code: Code | undefined;
  /** What a failing reply prints in place of a code: a name that no table has, "Provider rejection". */
  readonly codeText: string | undefined;
  /** A second code in the text of an error: Win32, of `data 52e` in that of a bind. */
  readonly subcode: Code | undefined;
  /** Why the code is a normal step: one sentence, Markdown. Undefined where there is no code, or a failure. */
  readonly harmlessBecause: string | undefined;
  /** The exchange that did what this one was refused or not answered, later and perhaps another way. */
  readonly overcomeBy: Exchange | undefined;
}

/** A record of a DNS reply. */
export interface Answer {
  readonly type: string;
  /** Whose record it is; undefined where a row does not tell. */
  readonly name: string | undefined;
  /** An address; the target of SRV, CNAME, NS, PTR, as printed. */
  readonly value: string;
  /** Of SRV. */
  readonly port: number | undefined;
}

/** All that one client did in a step, whatever servers it asked. */
export interface Step {
  readonly id: StepId;
  /** What was asked: more exact than the id, which DNS updates share with password changes. */
  readonly service: Service | 'ntlm';
  readonly client: string;
  /** The server that decides the outcome; the first one where all came to the same. */
  readonly server: string;
  readonly port: number | undefined;
  /** At least one; they may be part of two steps: NTLM inside SMB. */
  readonly frames: readonly Frame[];
  readonly conversations: readonly Conversation[];
  readonly exchanges: readonly Exchange[];
  /**
   * `answered`: it went well in the end. `failed`: the server answered with an error that ends it. `unanswered`:
   * nothing useful came back. `reset`: refused. `partial`: some of it went well and some did not.
   */
  readonly outcome: 'answered' | 'failed' | 'unanswered' | 'reset' | 'partial';
  /** The code that decides; undefined where the outcome is no code. */
  readonly code: Code | undefined;
  /** Where the server cut a session before anybody could sign in. */
  readonly cut: Frame | undefined;
}

/** Whether a port of a server can be reached, as far as this trace shows. */
export interface Reach {
  readonly server: string;
  readonly port: number;
  readonly transport: Transport;
  /**
   * `answered`: the server sent data (or took the connection, and nothing was asked). `openNoReply`: it took the
   * connection, and the request stays without its whole reply. `reset`: it refused, by RST or ICMP port
   * unreachable. `unanswered`: nothing came back, or ICMP from a device on the way. `notTried`: no frame.
   */
  readonly result: 'answered' | 'openNoReply' | 'reset' | 'unanswered' | 'notTried';
  /** Frames that show it, at most the first and last of each conversation; empty for `notTried`. */
  readonly frames: readonly Frame[];
  /** A port that the endpoint mapper named, or that speaks RPC without being a known one. */
  readonly isDynamic: boolean;
}

/** Everything that is known about a network trace. */
export interface Trace {
  /** Those that occur, in the order of the text. */
  readonly dialects: readonly DialectId[];
  readonly frames: readonly Frame[];
  /** In the order of their first frames. */
  readonly conversations: readonly Conversation[];
  /** Those in which a join can be seen: what a server asks of its client is its own business. */
  readonly joinConversations: readonly Conversation[];
  /** Theirs, in the order of their first frames. */
  readonly joinExchanges: readonly Exchange[];
  /** The DNS name of the domain that each client looked for. */
  readonly domains: ReadonlyMap<string, string>;
  /** In the order of their first frames. */
  readonly steps: readonly Step[];
  /** By server, in the order in which they are asked, then by port. */
  readonly reachability: readonly Reach[];
  /** Lines that hold something and could not be read: torn rows, or another kind of export. */
  readonly unreadLines: readonly number[];
  /** An export that is known and not read: its first line, and what it is ("JSON (-T json)"). */
  readonly notRead: { readonly line: number; readonly what: string } | undefined;
  /**
   * Whether the text shows one direction only: nothing of any server, though a client goes on as if it had an
   * answer. A reply that is not there says nothing then.
   */
  readonly isOneSided: boolean;
  /** Whether rows are broken across lines, so that what they say is cut. */
  readonly isBroken: boolean;
  /** Whether LDAP is encrypted behind a bind, so that its content cannot be read. */
  readonly hasSealedLdap: boolean;
  /** What this trace cannot show, as sentences. */
  readonly limits: readonly string[];
}
