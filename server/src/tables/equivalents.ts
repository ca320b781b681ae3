import { carriedWin32 } from './status';
import type { CodeSpace } from './table';

/**
 * One failure changes its code on the way up: what a function below prints as NTSTATUS or LDAP result, the one
 * above prints as Win32. Each row: the code below, and the Win32 code that a final status shows for it.
 */
const rows: readonly (readonly [space: CodeSpace, below: number, win32: number])[] = [
  // ldap_bind prints 81: Server Down, the join ends 0x3a ERROR_BAD_NET_RESP.
  ['ldap', 0x51, 0x3a],
  // The check of the A record fails with a socket error, the join ends 0xa8b NERR_SetupCheckDNSConfig.
  ['win32', 0x2746, 0xa8b],
  // By the mapping of RtlNtStatusToDosError.
  ['ntstatus', 0xc0000022, 0x5],
  ['ntstatus', 0xc0000034, 0x2],
  ['ntstatus', 0xc000005e, 0x51f],
  ['ntstatus', 0xc0000064, 0x525],
  ['ntstatus', 0xc000006d, 0x52e],
  ['ntstatus', 0xc000006e, 0x52f],
  ['ntstatus', 0xc000006f, 0x530],
  ['ntstatus', 0xc0000070, 0x531],
  ['ntstatus', 0xc0000071, 0x532],
  ['ntstatus', 0xc0000072, 0x533],
  ['ntstatus', 0xc0000073, 0x534],
  ['ntstatus', 0xc00000bb, 0x32],
  ['ntstatus', 0xc00000be, 0x35],
  ['ntstatus', 0xc00000cc, 0x43],
  ['ntstatus', 0xc00000df, 0x54b],
  ['ntstatus', 0xc0000133, 0x576],
  ['ntstatus', 0xc000015b, 0x569],
  ['ntstatus', 0xc0000193, 0x701],
  ['ntstatus', 0xc0000224, 0x773],
  ['ntstatus', 0xc0000234, 0x775],
  ['ntstatus', 0xc0020017, 0x6ba],
  ['ntstatus', 0xc002001c, 0x6bf],
];

/**
 * The Win32 code that a final status shows for a code, in whatever space and spelling it stands; undefined where
 * none is known.
 */
export function win32For(space: CodeSpace, value: number): number | undefined {
  const shown = rows.find(row => row[0] === space && row[1] === value)?.[2];
  return shown ?? (space === 'win32' ? (carriedWin32(value) ?? value) : undefined);
}
