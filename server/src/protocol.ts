/** What our client and server say to each other besides the Language Server Protocol. */
import type { Severity, Verdict } from './model';

/**
 * Commands of our client that answers of the server name. A client says in `initializationOptions.commands` which
 * of them it has, and is sent no other. Their arguments are the URI of a document and a line of an operation, or of
 * a trace.
 */
export const clientCommands = {
  goToCause: 'netsetup.goToCause',
  copySummary: 'netsetup.copySummary',
  copyCheckCommands: 'netsetup.copyCheckCommands',
  copyReachability: 'netsetup.copyReachability',
} as const;

/** A request with ReportParams, answered by Report: what the operations of a document, or a trace, came to. */
export const reportMethod = 'netsetup/report';

export interface ReportParams {
  readonly uri: string;
  /** The line whose operation is summed up, zero-based; without it the last join, else the last operation. A trace is summed up whole. */
  readonly line?: number;
}

export interface Report {
  /** Every operation, in the order of the log; none in a trace. */
  readonly operations: readonly ReportedOperation[];
  /** What was asked for; null where the line is in no operation, or the log has none. */
  readonly asked: AskedOperation | null;
  /** Where failures begin, in the order of the text: the causes of operations, the problems of a trace. */
  readonly failures: readonly Place[];
  /** Which ports of which server answered, as a Markdown table for the network team; null where none is known. */
  readonly reachability: string | null;
  readonly status: ReportedStatus;
}

export interface AskedOperation {
  /** Where its failure or damage begins, or the problem of a trace stands; null where it has none. */
  readonly cause: Place | null;
  /** Markdown, to be pasted into a ticket. */
  readonly summary: string;
  /** Commands that check what may be behind its failure, to be pasted into a shell. */
  readonly checkCommands: readonly string[];
}

export interface ReportedOperation {
  /** First and last line, zero-based. */
  readonly line: number;
  readonly endLine: number;
  /** "Join WKS07 → fabrikam.test" */
  readonly title: string;
  readonly outcome: Verdict['outcome'];
  /** "failed at Connect (IPC$): 0x40 ERROR_NETNAME_DELETED" */
  readonly outcomeText: string;
  /** Where the failure or damage begins; null where nothing failed, or where an outer operation tells it. */
  readonly cause: Place | null;
}

/** A place in a document, zero-based, as in LSP. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What the whole file came to. */
export interface ReportedStatus {
  /** "1 of 3 operations failed", "Trace: 1 problem" */
  readonly text: string;
  /** "at Connect (IPC$): 0x40", "TCP 445 of 10.20.0.5 unanswered"; '' where nothing failed. */
  readonly detail: string;
  /** An error where the last join failed, a warning where only what came before it did, or where it left something undone. Of a trace that of its worst finding. */
  readonly severity: Exclude<Severity, 'hint'>;
}

/** A request with DecodeParams, answered by DecodeRow[]: what a code means in every space that it fits. */
export const decodeMethod = 'netsetup/decode';

export interface DecodeParams {
  /** As typed or selected: 0x534, 1332, c0000022, -1073741790, STATUS_LOGON_FAILURE. */
  readonly text: string;
  /** Where the text stands, if it stands in a document. */
  readonly uri?: string;
  readonly position?: Place;
}

/** One meaning, ready to be shown; the likely one comes first. */
export interface DecodeRow {
  /** "0x534 · 1332 · ERROR_NONE_MAPPED" */
  readonly code: string;
  /** "Win32" */
  readonly space: string;
  readonly text: string;
  /** Whether what stands in front of the text, in its document, says that this is meant. */
  readonly isMeant: boolean;
}

/**
 * What our client takes from the core itself, for files that VS Code hands to no extension: the bundle of the server
 * exports it as `fileCore`. Both read on when they are asked for more, and say how many bytes they have read.
 */
export interface FileCore {
  /**
   * What a file came to, as a Markdown document.
   *
   * @param name of the file, without its folder
   */
  reportOnFile(name: string, bytes: Uint8Array): Generator<number, string>;
  /**
   * The text of a NetSetup.log from its last join or other operation to its end.
   *
   * @param name of the file, without its folder
   */
  lastOperationIn(name: string, bytes: Uint8Array): Generator<number, LastOperation>;
}

/** The last operation of a log as a text, or in a sentence why there is none. */
export type LastOperation = { readonly text: string } | { readonly why: string };

/**
 * Where no bundle can load another, in a browser, a worker of the server reads a file for our client. This as its first
 * message, in place of one of the Language Server Protocol, asks for it; each answer is a FileStep, and each message
 * after it asks for the next one.
 */
export interface FileQuestion {
  readonly ask: keyof FileCore;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `FileCore` gives for a step: how many bytes have been read, or, done, what was asked for. */
export type FileStep<T = string | LastOperation> = IteratorResult<number, T>;
