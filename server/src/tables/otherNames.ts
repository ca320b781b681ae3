/**
 * Win32 codes that two headers name. The key is the code, the value the name that the table does not show: lmerr.h
 * and winerror.h number them alike.
 */
const otherNames: Readonly<Record<number, string>> = {
  2202: 'ERROR_BAD_USERNAME',
  2250: 'ERROR_NOT_CONNECTED',
  2401: 'ERROR_OPEN_FILES',
  2402: 'ERROR_ACTIVE_CONNECTIONS',
  2404: 'ERROR_DEVICE_IN_USE',
};

/** The second name of a Win32 code; undefined where it has one name only. */
export function otherNameOf(win32: number): string | undefined {
  return otherNames[win32];
}

/** The Win32 code that has a name as its second one. */
export function win32OfOtherName(name: string): number | undefined {
  const found = Object.entries(otherNames).find(([, each]) => each === name);
  return found && Number(found[0]);
}
