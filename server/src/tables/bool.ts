import { names } from './table';

/** The BOOL that a Windows function returns: not a status code, and 0 is the failure. */
export const bool = names('BOOL', [
  [0, 'FALSE', 'A truth value, not a status code: the call failed.'],
  [1, 'TRUE', 'A truth value, not a status code: the call succeeded.'],
]);
