import { rids } from './rids';

/** SIDs that are the same everywhere. From [MS-DTYP] 2.4.2.4; those of built-in groups are in rids.ts. */
const sids = new Map([
  ['S-1-0-0', 'Nobody.'],
  ['S-1-1-0', 'Everyone.'],
  ['S-1-3-0', 'Creator Owner: whoever creates the object.'],
  ['S-1-5-2', 'Network: whoever is logged on over the network.'],
  ['S-1-5-4', 'Interactive: whoever is logged on at the computer.'],
  ['S-1-5-7', 'Anonymous.'],
  ['S-1-5-9', 'Enterprise Domain Controllers: all domain controllers of the forest.'],
  ['S-1-5-10', 'Self: the account that the rights are on.'],
  ['S-1-5-11', 'Authenticated Users.'],
  ['S-1-5-18', 'Local System: the computer itself.'],
  ['S-1-5-19', 'Local Service.'],
  ['S-1-5-20', 'Network Service.'],
]);

/** Whom a SID names; undefined for an account or group that a domain made for itself (1000 and above). */
export function wellKnownSidOf(sid: string): string | undefined {
  const found = /^S-1-5-(?:32|21(?:-\d+){3})-(\d+)$/.exec(sid);
  return found ? rids.describe(Number(found[1]))?.text : sids.get(sid);
}
