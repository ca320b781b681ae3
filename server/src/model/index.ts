/** The vocabulary that everything shares: types only. Lines and columns are zero-based, columns UTF-16, as in LSP. */
export type * from './log';
export type * from './trace';
