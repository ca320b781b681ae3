import { names } from './table';

/** The BOOL that a Windows function returns: not a status code, and 0 is the failure. */
export const bool = names('BOOL', [
  [0, 'FALSE', 'The call failed.'],
  [1, 'TRUE', 'The call succeeded.'],
]);
