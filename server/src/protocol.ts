/** What our client and server say to each other besides the Language Server Protocol. */

/** A request with DecodeParams, answered by DecodeRow[]: what a code means in every space that it fits. */
export const decodeMethod = 'netsetup/decode';

export interface DecodeParams {
  /** As typed or selected: 0x534, 1332, c0000022, -1073741790. */
  readonly text: string;
  /** Where the text stands, if it stands in a document: zero-based, as in LSP. */
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
}

/** One meaning, ready to be shown; the likely one comes first. */
export interface DecodeRow {
  /** "0x534 · 1332 · ERROR_NONE_MAPPED" */
  readonly code: string;
  /** "Win32" */
  readonly space: string;
  readonly text: string;
}
