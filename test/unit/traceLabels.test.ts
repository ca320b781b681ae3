import { test } from 'node:test';
import assert from 'node:assert/strict';
import { labels, mayHoldToken } from '../../server/src/formats/trace/labels';
import { readTokens } from '../../server/src/parser/tokens';

/** Labels that enclose a line of details, one for each label that asks for them. */
const enclosing = [
  'Domain Name System (response)',
  'Connectionless Lightweight Directory Access Protocol\nPartialAttributeList item Netlogon',
  'Lightweight Directory Access Protocol\nPartialAttributeList item userAccountControl',
  'Lightweight Directory Access Protocol\nPartialAttributeList item msDS-SupportedEncryptionTypes',
  'SMB2 (Server Message Block Protocol version 2)\nSMB2 Header',
  'SMB2: R   SESSION SETUP (0x1)\nSMB2Header: R SESSION SETUP (0x1)',
  'SMB2 (Server Message Block Protocol version 2)\nSession Setup Request (0x01)',
  'Kerberos\nas-rep',
  'Distributed Computing Environment / Remote Procedure Call (DCE/RPC) Fault, Fragment: Single',
  'DCE/RPC Endpoint Mapper, Map',
  'DRSUAPI, DsCrackNames',
  'SAMR (pidl), CreateUser2',
  'Microsoft Network Logon, NetrServerAuthenticate3',
];

test('no line that a label reads is passed over', () => {
  for (const sample of labels.flatMap(label => label.samples)) assert.ok(mayHoldToken(sample), sample);
});

test('every label of a trace reads its own samples', () => {
  for (const label of labels) {
    for (const sample of label.samples) {
      assert.ok(
        enclosing.some(heading => readTokens([label], sample, 0, heading).length > 0),
        `${label.match} does not read: ${sample}`,
      );
    }
  }
});
