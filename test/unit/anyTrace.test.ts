// No text may throw as a network trace either, and what is read of it keeps its own rules, whatever it holds.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analyze';
import { allTraces } from './checks';
import { checkTrace } from './everything';

/** Rows of ours, for where no collection is. */
const own = [
  '1 0.000000 10.20.0.7 → 10.20.0.5 DNS 94 Standard query 0x1a01 SRV _ldap._tcp.dc._msdcs.alpine.test',
  '2 0.001000 10.20.0.5 → 10.20.0.7 DNS 185 Standard query response 0x1a01 No such name SRV _ldap._tcp.dc._msdcs.alpine.test',
  '3 0.002000 10.20.0.7 → 10.20.0.5 TCP 74 50100 → 445 [SYN] Seq=0 Win=64240 Len=0',
  '4 0.003000 10.20.0.5 → 10.20.0.7 TCP 54 445 → 50100 [RST, ACK] Seq=1 Ack=1 Win=0 Len=0',
  '5 0.004000 10.20.0.7 → 10.20.0.5 KRB5 232 AS-REQ',
  '6 0.005000 10.20.0.5 → 10.20.0.7 KRB5 180 KRB Error: KRB5KRB_AP_ERR_SKEW',
  '10.20.0.7\t10.20.0.5\tSMB2\tSession Setup Request, NTLMSSP_NEGOTIATE',
  '7,0.006,10.20.0.5,10.20.0.7,SMB2,"Session Setup Response, Error: STATUS_ACCESS_DENIED"',
  'Frame 8: 93 bytes on wire (744 bits), 93 bytes captured (744 bits)',
  'Internet Protocol Version 4, Src: 10.20.0.5, Dst: 10.20.0.7',
  'User Datagram Protocol, Src Port: 53, Dst Port: 40001',
  'Domain Name System (response)',
  '    Transaction ID: 0x1a01',
  '        Flags: 0x8583 Standard query response, No such name',
  '- Ipv4: Src = 10.20.0.7, Dest = 10.20.0.5',
  '  + Versions: IPv4',
  '',
].join('\n');

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

test('odd texts are read as traces', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 97) % 256);
  const texts = [
    '',
    '\n',
    '\r',
    '\uFEFF',
    '\0\0\0',
    '→',
    '\t\t\t',
    '|||',
    ',,,',
    '+',
    '- ',
    'Frame 1:',
    '> > > >',
  ];
  for (const text of [...texts, new TextDecoder().decode(bytes), '→'.repeat(99_999), ' '.repeat(99_999)]) {
    checkTrace(text, JSON.stringify(text.slice(0, 20)));
  }
});

test('a trace cut anywhere is read', () => {
  for (let end = 0; end <= own.length; end++) checkTrace(own.slice(0, end), `our rows up to ${end}`);
  for (const { name, text } of allTraces()) {
    checkTrace(text, name);
    const step = Math.max(1, Math.floor(text.length / 3));
    for (let at = 37; at < text.length; at += step) {
      checkTrace(text.slice(0, Math.min(at, 40_000)), `${name} up to ${at}`);
      checkTrace(text.slice(at, at + 10_000), `${name} from ${at}`);
    }
  }
});

test('lines of all traces, put together in any order, are read', () => {
  const lines = [own, ...allTraces().map(({ text }) => text)].flatMap(text => text.split(/\r\n|\n|\r/));
  const below = generator(20_260_410);
  for (let count = 0; count < 250; count++) {
    const text: string[] = [];
    while (text.length < 40) {
      const start = below(lines.length);
      for (const line of lines.slice(start, start + 1 + below(8))) {
        text.push(below(10) > 0 ? line : line.slice(0, below(line.length + 1)));
      }
    }
    checkTrace(text.join('\n'), `mixture ${count}`);
  }
});

test('random characters are read', () => {
  const below = generator(7);
  const characters = '0123456789abcdefx.,:;→->|\t  []()"\'+-=\n\n\rÄ漢\u{1F600}SYNACKDNSTCPSMB2';
  for (let count = 0; count < 200; count++) {
    const text = Array.from({ length: 600 }, () => characters[below(characters.length)]).join('');
    checkTrace(text, `random ${count}`);
  }
});

test('the same text gives the same Log', () => {
  const values = (text: string) => {
    const log = analyze(text, 'network-trace');
    const { frames, steps, reachability, limits } = log.trace!;
    const told = steps.map(({ id, outcome, code, frames: own }) => [id, outcome, code, own.length]);
    return JSON.stringify([frames, told, reachability, limits, log.sections, log.blocks, log.findings]);
  };
  for (const { text } of [{ text: own }, ...allTraces().slice(0, 20)])
    assert.equal(values(text), values(text));
});
