import type { Reach } from '../model';

/** What the words of the column Result say, in the order in which they are explained. */
export const legend: Readonly<Record<string, string>> = {
  Unanswered: 'requests were sent, and nothing came back to where the trace was taken.',
  Filtered: 'a device answered by ICMP that a rule forbids it.',
  Unreachable: 'a device answered by ICMP that it does not reach the address: no port rule is shown by that.',
  Refused: 'an RST, or ICMP port unreachable, came back.',
  'Large segments lost':
    'the connection works for small packets only: consistent with a packet size (MTU) on the way, not with a port rule.',
  'Open, then cut': 'the connection was opened, and cut in place of a reply.',
  'Open, no reply': 'the connection was opened, and a request stays without its whole reply.',
  Unclear: 'the trace ends too early to tell.',
  Answered: 'data came back, or the connection was opened and nothing was asked.',
  'Not tried': 'no frame in this trace. It says nothing about the port.',
};

/** The words that say the same as a result, but more exactly. */
export const wordsOf: Readonly<Record<Reach['result'], readonly string[]>> = {
  unanswered: ['Unanswered', 'Filtered', 'Unreachable', 'Unclear'],
  reset: ['Refused'],
  openNoReply: ['Large segments lost', 'Open, then cut', 'Open, no reply'],
  answered: ['Answered'],
  notTried: ['Not tried'],
};
