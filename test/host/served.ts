/** What is served besides the files of the extension, below its address. A web worker can write no file. */
export const SERVED = {
  /** GET: what was asked for, as a JSON array of paths. */
  list: 'served.json',
  /** POST: takes the report of the suite. */
  report: 'report.json',
} as const;
