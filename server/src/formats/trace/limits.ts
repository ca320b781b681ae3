import { frameText } from '../../traceWords';
import type { Conversation, Exchange, StepId, Trace } from '../../model';
import { rpcServices } from './services';
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
  const open = conversations.flatMap(each => each.exchanges).find(isLeftOpen);
  return [
    trace.isBroken &&
      'Rows are broken across lines, as mail programs do it: what stands at their ends is not read, and silence is not judged. Attach the file in place of its text.',
    trace.isOneSided &&
      counted.length > 3 &&
      'Frames of one direction only: what was not answered cannot be told. Export again without a filter on source or destination.',
    open &&
      !trace.isOneSided &&
      !trace.isBroken &&
      `The text ends, or leaves frames out, before a reply to ${open.operation || 'a request'} (${frameText(open.request!)}).`,
    isSealed &&
      'LDAP is sealed after the bind: what was searched, created or refused in the directory cannot be read here. NetSetup.log on the client tells.',
    missing.length > 0 &&
      `Not in this export: ${missing.join(', ')}. It may have been filtered out, have happened before the trace began, or never have been tried.`,
    untimed === counted.length
      ? 'No time column: how long something took, and how long a reply was waited for, cannot be told.'
      : untimed > 0 && `${untimed} of ${counted.length} frames have no time.`,
    conversations.some(each => each.port === undefined && rpcServices.has(each.service)) &&
      'Rows of RPC show no port: whether they went over SMB (TCP 445) or a dynamic port cannot be told.',
    conversations.some(isBare) &&
      tcp.every(each => each.opening === 'notSeen') &&
      'The rows of Kerberos show neither ports nor a connection: whether they went over UDP or TCP 88 is taken from what they hold.',
    tcp.length > 0 &&
      tcp.every(each => each.opening === 'notSeen') &&
      'No connection is shown from its beginning: whether ports could be opened is known only from what was said on them.',
  ].filter(each => typeof each === 'string');
}

/** What Network Monitor says of the conversation of a row. */
const tagged = /\{(?:\w{1,20}:\d{1,9}, ){0,4}(?:TCP|UDP):\d/;

/** Whether rows of Kerberos tell neither a port nor a connection, where the text shows no connection at all. */
function isBare({ service, opening, clientPort, frames }: Conversation): boolean {
  const isTold = frames.some(({ message }) => tagged.test(message.slice(-80)));
  return service === 'kerberos' && opening === 'notSeen' && clientPort === undefined && !isTold;
}

/** A request whose reply may stand behind the end of the text, and that was not made again. */
function isLeftOpen({ outcome, request, overcomeBy, service }: Exchange): boolean {
  return outcome === 'cut' && request !== undefined && !overcomeBy && service !== 'netbios';
}
