import { rids } from './rids';
import type { Table } from './table';

/** The last part of the SID of an account, whether well known or given out by the domain. */
export const rid: Table = {
  title: 'relative identifier (RID)',
  describe: value =>
    rids.describe(value) ?? {
      value,
      name: '',
      text: 'The last part of the SID of the account, which its domain gave it. Not a status code.',
    },
};
