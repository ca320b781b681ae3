/** How steps, exchanges and ports of a network trace are put in words: the same in every place that shows them. */
import type { Code, Exchange, Frame, Reach, Step, Trace, Transport } from './model';
import { portUse } from './tables/ports';
import { stepTitles } from './tables/steps';
import { count, hex } from './words';

/** "Kerberos", "DNS update". */
export function stepTitle({ service }: Pick<Step, 'service'>): string {
  return stepTitles[service];
}

/**
 * What a step came to, to stand behind its title: "answered", "failed with STATUS_LOGON_FAILURE", "not answered",
 * "refused", "partly: KRB5KRB_AP_ERR_SKEW".
 */
export function stepText(step: Step): string {
  const { outcome, code } = step;
  switch (outcome) {
    case 'answered':
      return 'answered';
    case 'failed':
      return code ? `failed with ${codeName(code)}` : 'failed';
    case 'unanswered':
      return 'not answered';
    case 'reset':
      return step.conversations.some(isRefused) ? 'refused' : 'cut off';
    case 'partial':
      if (code) return `partly: ${codeName(code)}`;
      return step.cut ? `cut by the server (${frameText(step.cut)})` : 'partly answered';
  }
}

/** Whether the server, or a device in front of it, refused the connection; else a reply was cut off. */
function isRefused({ opening }: Step['conversations'][number]): boolean {
  return opening === 'reset' || opening === 'unreachable';
}

/** What an exchange came to, to stand behind its operation; of a normal step that looks like an error, its code. */
export function exchangeText({ outcome, code }: Exchange): string {
  switch (outcome) {
    case 'answered':
      return code ? codeName(code) : 'answered';
    case 'failed':
      return code ? `failed with ${codeName(code)}` : 'failed';
    case 'unanswered':
      return 'not answered';
    case 'reset':
      return 'cut off';
    case 'cut':
      return 'no reply in this trace';
  }
}

/** "STATUS_LOGON_FAILURE", or the number where it has no name. */
export function codeName({ value, name }: Code): string {
  return name ?? hex(value);
}

/** "TCP 445", "UDP 389". */
export function portText(port: number, transport: Transport): string {
  return `${transport.toUpperCase()} ${port}`;
}

/** What a port of a server is for: "SMB", "LDAP ping"; '' for one that is not known. */
export function useOfPort({
  port,
  transport,
  isDynamic,
}: Omit<Reach, 'result' | 'server' | 'frames'>): string {
  if (port === 389 && transport === 'udp') return stepTitles.ldapPing;
  return portUse(port)?.name ?? (isDynamic ? 'RPC, dynamic port' : '');
}

/** "10.20.0.5:445", "[2001:db8::5]:445"; what of it is not known is left out. */
export function endpointText(server: string, port: number | undefined): string {
  if (port === undefined) return server;
  if (server === '') return `port ${port}`;
  return server.includes(':') ? `[${server}]:${port}` : `${server}:${port}`;
}

/** Where a step went: "10.20.0.5:445", "10.20.0.5" where it used several ports, "2 servers". */
export function whereText({ conversations, server, port }: Step): string {
  const servers = new Set(conversations.map(each => each.server));
  if (servers.size > 1) return count(servers.size, 'server', 'servers');
  const ports = new Set(conversations.map(each => each.port));
  return endpointText(server, ports.size > 1 ? undefined : port);
}

/** What is known of a port, to stand behind it: "TCP 445 unanswered". */
export function reachText(result: Reach['result']): string {
  return {
    answered: 'answered',
    openNoReply: 'open, no reply',
    reset: 'refused',
    unanswered: 'unanswered',
    notTried: 'not tried',
  }[result];
}

/** "frame 12" where the trace numbers its frames, else "line 12", one-based. */
export function frameText({ number, line }: Frame): string {
  return number === undefined ? `line ${line + 1}` : `frame ${number}`;
}

/** What a kind of export is called on screen. */
export const dialectTitles: Readonly<Record<Trace['dialects'][number], string>> = {
  wiresharkTabs: 'Wireshark packet list (tabs)',
  wiresharkColumns: 'Wireshark packet list (columns)',
  wiresharkDetails: 'Wireshark or tshark packet details',
  tsharkSummary: 'tshark summary',
  tsharkTabs: 'tshark summary (tabs)',
  csv: 'tshark fields (CSV)',
  netmonGrid: 'Network Monitor frame summary',
  netmonDetails: 'Network Monitor frame details',
  markdownTable: 'rows in a Markdown table',
  pktmon: 'pktmon text',
};
