import type { StepId, Trace } from '../../model';
import { stepTitles } from '../../tables/steps';

/** The steps that a join cannot do without, whatever it does besides. */
const expected: readonly StepId[] = ['dns', 'ldapPing', 'smb', 'ldap'];

/** What a trace cannot show, as sentences. */
export function limitsOf(trace: Omit<Trace, 'limits'>): string[] {
  const { frames, conversations, steps } = trace;
  if (frames.length === 0) return [];
  const counted = frames.filter(each => !each.isPrintedAgain);
  const untimed = counted.filter(each => each.time === undefined).length;
  const tcp = conversations.filter(each => each.transport === 'tcp');
  const isSealed = trace.hasSealedLdap;
  const ids = new Set(steps.map(each => each.id));
  if (frames.every(({ source, destination }) => source === '' && destination === '')) {
    return ['No addresses: who asked whom cannot be told, and so no steps.'];
  }
  if (steps.length === 0) return ['No frame of a domain join: none of DNS, LDAP, Kerberos, SMB or RPC.'];
  const missing = expected.filter(id => !ids.has(id)).map(id => stepTitles[id as keyof typeof stepTitles]);
  const isOneSided = conversations.length > 0 && conversations.every(isOneWay);
  return [
    isSealed &&
      'LDAP is sealed after the bind: what was searched, created or refused in the directory cannot be read here. NetSetup.log on the client tells.',
    missing.length > 0 &&
      `Not in this export: ${missing.join(', ')}. It may have been filtered out, have happened before the trace began, or never have been tried.`,
    untimed === counted.length
      ? 'No time column: how long something took, and how long a reply was waited for, cannot be told.'
      : untimed > 0 && `${untimed} of ${counted.length} frames have no time.`,
    conversations.some(isBare) &&
      'The Kerberos rows show neither ports nor the connection: tickets are taken to have come over TCP 88.',
    isOneSided && 'Frames of one direction only: whether anything was answered cannot be told.',
    tcp.length > 0 &&
      tcp.every(each => each.opening === 'notSeen') &&
      'No connection is shown from its beginning: whether ports could be opened is known only from what was said on them.',
  ].filter(each => typeof each === 'string');
}

/** Whether tickets were given out in rows that do not tell how they came. */
function isBare({ service, transport, opening, clientPort }: Trace['conversations'][number]): boolean {
  return service === 'kerberos' && transport === 'tcp' && opening === 'notSeen' && clientPort === undefined;
}

/** Whether only one side speaks, and more than a try or two. */
function isOneWay({ frames, client }: Trace['conversations'][number]): boolean {
  return frames.length > 3 && frames.every(({ source }) => source === client);
}
