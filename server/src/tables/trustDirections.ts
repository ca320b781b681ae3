import { names } from './table';

/** Who trusts whom. From ntsecapi.h. */
export const trustDirections = names('trust direction (TRUST_DIRECTION_*)', [
  [0, 'TRUST_DIRECTION_DISABLED', 'Neither trusts the other.'],
  [1, 'TRUST_DIRECTION_INBOUND', 'The other domain trusts this one.'],
  [2, 'TRUST_DIRECTION_OUTBOUND', 'This domain trusts the other one.'],
  [3, 'TRUST_DIRECTION_BIDIRECTIONAL', 'Each trusts the other.'],
]);
