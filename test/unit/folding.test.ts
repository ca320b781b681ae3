import { test } from 'node:test';
import assert from 'node:assert/strict';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { context, netsetup, textDocument } from './checks';

test('operations, phases, records with parameters and notes fold', () => {
  const log = netsetup(
    /* 0 */ 'NetpDoDomainJoin',
    /* 1 */ "NetpMachineValidToJoin: 'WKS07'",
    /* 2 */ '  OS Version: 10.0',
    /* 3 */ '  SKU: Windows 11 Pro',
    /* 4 */ "NetpDsGetDcName: trying to find DC in domain 'fabrikam.test', flags: 0x40001010",
    /* 5 */ "NetpDsGetDcName: found DC '\\\\DC1' in the specified domain",
    /* 6 */ 'NetpDoDomainJoin: status: 0x0',
    /* 7 */ '// first note',
    /* 8 */ '// second note',
  );
  const ranges = foldingRanges.handle(log, { textDocument }, context) ?? [];
  assert.deepEqual(
    ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? 'section']),
    [
      [0, 6, 'section'],
      [0, 3, 'section'],
      [1, 3, 'section'],
      [4, 5, 'section'],
      [7, 8, 'comment'],
    ],
  );
});
