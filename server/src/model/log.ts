/** What a text holds, whatever format it has, and what a NetSetup.log tells. */
import type { PhaseId } from '../tables/phases';
import type { CodeSpace } from '../tables/table';
import type { TokenKind } from '../tokenKinds';
import type { Trace } from './trace';

/** The languages of the extension, by their id in VS Code. */
export type LanguageId = 'netsetup-log' | 'network-trace';

/** A part of one line; `end` is exclusive. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The text of a document by lines, without their ends. Lines end with LF, CRLF or CR, as in LSP. */
export interface Lines {
  /** At least 1: an empty text is one empty line. */
  readonly count: number;
  /** '' for a line that does not exist. */
  at(line: number): string;
}

/** A continuation line of a record: `Domain: fabrikam.test` or `DnsHostName  =  WKS07.fabrikam.test`. */
export interface Parameter extends Span {
  readonly key: string;
  /** '' where nothing follows the key: a heading. Blanks around it are cut off. */
  readonly value: string;
}

/** One line of the log and its continuation lines. */
export interface LogRecord {
  /** Its first line. */
  readonly line: number;
  /** Its last line: that of its last continuation line. */
  readonly endLine: number;
  /** Milliseconds since 1970 of the clock in the log, no time zone; a log without years counts from 2000. */
  readonly time: number | undefined;
  /** False where the time stamp has no year, and where there is none. */
  readonly hasYear: boolean;
  /** The thread id in brackets behind the time stamp, hexadecimal as in the log. */
  readonly thread: string | undefined;
  /** The column at which the message begins, behind time stamp and thread. */
  readonly start: number;
  /** What follows time stamp and thread, without blanks and quotation marks of an article around it. */
  readonly message: string;
  /** The name in front of the message ("NetpDoDomainJoin"), where there is one. */
  readonly function: string | undefined;
  /** A line of dashes, or a time stamp whose dashes were lost: an operation begins after it. */
  readonly isSeparator: boolean;
  readonly parameters: readonly Parameter[];
}

/** A number in a line, with what it is. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly value: number;
}

/** A status code with its space: the same number means different things in different spaces. */
export interface Code {
  readonly value: number;
  readonly space: CodeSpace;
  /** ERROR_NONE_MAPPED; undefined where no table has the number. */
  readonly name: string | undefined;
}

export type OperationKind = 'nameCheck' | 'join' | 'workgroup' | 'rename' | 'unjoin' | 'provision';

/** A run of the records of an operation that do one step of it. */
export interface Phase {
  readonly id: PhaseId;
  /** At least one, in the order of the log. */
  readonly records: readonly LogRecord[];
}

/** A record of the log and what it tells, as one sentence or two. */
export interface Remark {
  readonly record: LogRecord;
  readonly text: string;
}

/** A way that failed before another one was tried. */
export interface FirstWay {
  readonly failure: Code;
  readonly cause: LogRecord;
  readonly phase: PhaseId | undefined;
}

/** What an operation came to. */
export interface Verdict {
  /**
   * `superseded`: a first pass that may only use an existing account found none, and a second pass that may
   * create it follows. `succeededWithDamage`: a join ended with success and left DNS host name or SPNs of the
   * account unwritten, as far as this text tells. `incomplete`: the text ends before the operation does, and
   * nothing failed so far that could not be done another way.
   */
  readonly outcome: 'succeeded' | 'succeededWithDamage' | 'failed' | 'superseded' | 'incomplete';
  /** The final code; undefined where the log gives none. */
  readonly code: Code | undefined;
  /**
   * The code that tells what went wrong: the final one, or the one that the directory server gave for it. Of a
   * success with damage, that of the step that failed. Undefined where nothing failed.
   */
  readonly failure: Code | undefined;
  /** Where the failing chain begins: its first record. Of a success with damage it may stand in the rename after it. */
  readonly cause: LogRecord | undefined;
  /** The later records that repeat the failure, in the order of the log. */
  readonly echoes: readonly LogRecord[];
  /** The phase in which the cause stands; undefined where the log does not tell. */
  readonly phase: PhaseId | undefined;
  /** Where another way failed before the one that decided: creating the account over LDAP before the older way (SAM). */
  readonly firstWay: FirstWay | undefined;
  /** What else the log tells about the failure: another way that failed before, a long wait, what a rollback did. */
  readonly remarks: readonly Remark[];
  /** The second try, where this first one is `superseded`. */
  readonly supersededBy: Operation | undefined;
}

/** What the codes of a record say about its operation. */
export type Role =
  /** They look like a failure and are none. */
  | { readonly kind: 'harmless'; readonly because: string }
  /** The failure of a first try, which a second try replaces. */
  | { readonly kind: 'superseded'; readonly because: string; readonly by: Operation }
  /** The failing chain begins here. */
  | { readonly kind: 'cause'; readonly operation: Operation }
  /** The failure again, on its way to the end. */
  | { readonly kind: 'echo'; readonly operation: Operation }
  /** The operation succeeded, and what this failure left undone may be missed later. */
  | { readonly kind: 'damage'; readonly operation: Operation }
  /** A failure, but not that of the operation, which succeeded: how, or what may be missing. */
  | { readonly kind: 'overcome'; readonly because: string; readonly wait: string | undefined }
  /** In a network trace: something went wrong here. Sentences that say what, and what it means. */
  | { readonly kind: 'failure'; readonly because: string };

/**
 * A part of the text that stands for itself in an outline: an operation, a phase, a record with what it was given;
 * in a network trace a step, an exchange of it, a frame (a record), a line of its details (a parameter).
 */
export interface Section {
  readonly kind: 'operation' | 'phase' | 'record' | 'parameter' | 'step' | 'exchange';
  readonly name: string;
  /** What it came to and when; '' where nothing is to be said. */
  readonly detail: string;
  /** First and last line. */
  readonly lines: readonly [first: number, last: number];
  /** What is selected when the section is chosen: in its first line. */
  readonly at: Span;
  readonly children: readonly Section[];
}

/** What was asked for and found on the way; undefined where the log does not say. */
export interface Facts {
  readonly computer: string | undefined;
  readonly newName: string | undefined;
  readonly domain: string | undefined;
  readonly workgroup: string | undefined;
  readonly account: string | undefined;
  readonly ou: string | undefined;
  /** Join options (NETSETUP_*), or the rename options of a rename. */
  readonly options: number | undefined;
  readonly domainController: string | undefined;
  /** Provisioning options (NETSETUP_PROVISION_*). */
  readonly provisionOptions: number | undefined;
  /** The build number of Windows: 26100. */
  readonly build: number | undefined;
  /** The edition of Windows: "Windows 11 Enterprise". */
  readonly sku: string | undefined;
  /** Whether the computer account existed before the operation, by what it finds up to its failure. */
  readonly accountExists: boolean | undefined;
  /** Whether a name check inside the operation has found the domain. */
  readonly domainFound: boolean | undefined;
  /** What a name check is about: a value of NETSETUP_NAME_TYPE. */
  readonly nameType: number | undefined;
}

/** One join, name check, rename …: the records that belong to it and what they came to. */
export interface Operation {
  readonly kind: OperationKind;
  /** At least one, in the order of the log. */
  readonly records: readonly LogRecord[];
  /** Those of them with a code that is not zero and not harmless wherever it stands. */
  readonly mayFail: readonly LogRecord[];
  readonly phases: readonly Phase[];
  readonly facts: Facts;
  readonly verdict: Verdict;
  /** What its earlier steps show, up to the cause of a failure: a port that answered, credentials that were accepted. */
  readonly shown: readonly Remark[];
  /** The join that this operation finishes: it is no attempt of its own. */
  readonly partOf: Operation | undefined;
}

/**
 * Operations from one to another: one alone, or the first to the last of those that failed the same way one after
 * the other, with what ran in between.
 */
export interface Series {
  /** At least one, in the order of the log. */
  readonly operations: readonly Operation[];
  /** Those of them that are the same failure again and again: at least two of each, or none. */
  readonly repeats: readonly (readonly Operation[])[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule saw, and where. */
export interface Finding extends Span {
  /** The code of the rule. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** How often it happened in a row: 1 for once. */
  readonly repeats: number;
  /** Other lines that belong to it, in the order of the log. */
  readonly related: readonly (Span & { readonly message: string })[];
  /** The address of an article about it. */
  readonly help: string | undefined;
}

/** Everything that is known about one text. The parts are worked out when first asked for. */
export interface Log {
  /** Undefined for a text of no known kind: it has no records then. */
  readonly languageId: LanguageId | undefined;
  readonly lines: Lines;
  readonly records: readonly LogRecord[];
  /** Lines of `//` notes, which a writer put into the log. */
  readonly notes: readonly number[];
  readonly operations: readonly Operation[];
  /** Every operation in exactly one, in the order of the log. */
  readonly series: readonly Series[];
  /** The outermost sections, in the order of the log; they may be made anew each time. */
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** Runs of lines that fold, besides the sections; first and last line. */
  readonly blocks: readonly (readonly [first: number, last: number])[];
  /** What a network trace shows; undefined for any other text. Its frames are the records. */
  readonly trace: Trace | undefined;
  /** What a newer version of the text may use again: handed back to the format that made it. */
  readonly kept: unknown;
  /** The tokens of a line, by column. */
  tokens(line: number): readonly Token[];
  /** The record that a line belongs to. */
  recordAt(line: number): LogRecord | undefined;
  /** The status codes in the first line of a record, by column. */
  codesOf(record: LogRecord): readonly Code[];
  /** The records that begin from one line to another, both included, and may have a role; by default all of them. */
  coded(first?: number, last?: number): readonly LogRecord[];
  /** The operation that a record belongs to. */
  operationOf(record: LogRecord): Operation | undefined;
  /** Undefined where a record has no code but zero, or where nothing is known of it. */
  roleOf(record: LogRecord): Role | undefined;
  /** Every place of the code or name at a position; none where neither stands. */
  occurrencesAt(line: number, column: number): readonly Span[];
  /** What is known of the name (of a function) at a position, as Markdown, with where it stands. */
  nameAt(line: number, column: number): (Span & { readonly about: string }) | undefined;
}

/** A Log before the rules have seen it. */
export type Reading = Omit<Log, 'findings'>;
