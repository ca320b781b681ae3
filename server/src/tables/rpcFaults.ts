/**
 * Fault and reject codes of DCE/RPC: name, number in the packet, and the Win32 code that a Windows client makes of
 * it; undefined where that is not certain. Names and numbers from the DCE/RPC specification (C706) and [MS-RPCE].
 */
// prettier-ignore
const faults: readonly (readonly [name: string, value: number, win32: number | undefined])[] = [
  ['nca_s_fault_access_denied', 0x5, 5],
  ['nca_s_fault_cant_perform', 0x6d8, 1752],
  ['nca_s_fault_ndr', 0x6f7, 1783],
  ['nca_s_fault_sec_pkg_error', 0x721, 1825],
  ['nca_s_comm_failure', 0x1c010001, 1820],
  ['nca_s_op_rng_error', 0x1c010002, 1745],
  ['nca_op_rng_error', 0x1c010002, 1745],
  ['nca_s_unk_if', 0x1c010003, 1717],
  ['nca_unk_if', 0x1c010003, 1717],
  ['nca_s_wrong_boot_time', 0x1c010006, undefined],
  ['nca_s_you_crashed', 0x1c010009, undefined],
  ['nca_s_proto_error', 0x1c01000b, 1728],
  ['nca_proto_error', 0x1c01000b, 1728],
  ['nca_s_out_args_too_big', 0x1c010013, undefined],
  ['nca_s_server_too_busy', 0x1c010014, 1723],
  ['nca_server_too_busy', 0x1c010014, 1723],
  ['nca_s_unsupported_type', 0x1c010017, 1732],
  ['nca_unsupported_type', 0x1c010017, 1732],
  ['nca_s_fault_cancel', 0x1c00000d, 1818],
  ['nca_s_fault_context_mismatch', 0x1c00001a, 1775],
  ['ept_s_not_registered', 0x16c9a0d6, 1753],
];

/** The Win32 code that stands for a fault, by its name or number; undefined where none is certain. */
export function win32OfFault(fault: string | number): number | undefined {
  if (typeof fault === 'number' && fault > 0 && fault < 0x10000) return fault;
  const key = typeof fault === 'string' ? fault.toLowerCase() : fault;
  return faults.find(([name, value]) => name === key || value === key)?.[2];
}
