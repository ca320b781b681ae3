import type { Answer, Code, Frame, Service } from '../../model';
import type { ConversationDraft } from './conversationDrafts';
import type { Message } from './messages/message';
import { serviceOfPort } from './services';

/** An exchange before it is known what came of it. */
export interface ExchangeDraft {
  service: Service;
  readonly operation: string;
  login: 'ntlm' | 'kerberos' | undefined;
  user: string | undefined;
  readonly request: Frame | undefined;
  readonly id: string | undefined;
  readonly repeats: Frame[];
  reply: Frame | undefined;
  readonly frames: Frame[];
  code: Code | undefined;
  codeText: string | undefined;
  subcode: Code | undefined;
  /** The reply was read and says nothing wrong, but holds none of what was asked for. */
  isEmpty: boolean;
  /** The same, in a row that repeats the question and nothing else: what the client does next tells. */
  isBare: boolean;
  /** The server sent data behind the request, in pieces that this text does not put together. */
  hasData: boolean;
  /** The server cut the connection in place of a reply. */
  isCut: boolean;
  /** What ICMP said in place of a reply. */
  unreachable: string | undefined;
  /** The server took the request without a word. */
  isTaken: boolean;
  /** The client ended the connection without having a reply. */
  isGivenUp: boolean;
  answers: readonly Answer[];
  /** What the server answered, where it names ports. */
  mapped: readonly number[];
}

/** A reply is looked for among so many open requests: more are never open at once. */
const mostOpen = 50;

/** STATUS_PENDING: the reply itself follows. */
const pending = 0x103;

/** The requests of a conversation with their replies. */
export function readExchanges(draft: ConversationDraft): ExchangeDraft[] {
  const exchanges: ExchangeDraft[] = [];
  let open: ExchangeDraft[] = [];
  /** The last one that carries an authentication. */
  let signingIn: ExchangeDraft | undefined;
  let bound: Service | undefined;

  const begin = (message: Message, service: Service, isRequest: boolean): ExchangeDraft => {
    const exchange: ExchangeDraft = {
      service,
      operation: message.operation,
      login: loginOf(message),
      user: isRequest ? message.user : undefined,
      request: isRequest ? message.frame : undefined,
      id: message.id,
      repeats: [],
      reply: undefined,
      frames: [],
      code: undefined,
      codeText: undefined,
      subcode: undefined,
      isEmpty: false,
      isBare: false,
      hasData: false,
      isCut: false,
      unreachable: undefined,
      isTaken: false,
      isGivenUp: false,
      answers: [],
      mapped: [],
    };
    exchanges.push(exchange);
    if (exchange.login) signingIn = exchange;
    return exchange;
  };

  for (const message of draft.messages) {
    const { kind, frame, segment, operation, code } = message;
    if (operation === 'Bind' && message.service) bound = message.service;
    const service = message.service ?? (message.isRpc ? bound : undefined);
    const fromServer = frame.source === draft.server;
    if (kind === 'unreachable') {
      for (const exchange of open) {
        exchange.frames.push(frame);
        exchange.unreachable ??= message.unreachable;
      }
    } else if (kind === 'request' && service) {
      const again = open.find(
        each =>
          isSame(each, message, service) &&
          (message.id !== undefined || draft.transport === 'udp' || segment?.isRepeat),
      );
      // Who asks for a service ticket has the first ticket, whatever the text shows of it.
      if (service === 'kerberos' && operation.startsWith('TGS'))
        open = settle(open, each => each.operation.startsWith('AS'));
      if (again) {
        again.repeats.push(frame);
        again.frames.push(frame);
      } else {
        const exchange = begin(message, service, true);
        exchange.frames.push(frame);
        open = [...open.slice(-mostOpen), exchange];
      }
    } else if (kind === 'reply') {
      const answered = replied(open, message, service);
      if (code?.space === 'ntstatus' && code.value === pending) {
        answered?.frames.push(frame);
        continue;
      }
      // A reply to a part of something larger, such as a write to a pipe, says nothing of its own.
      const own = service ?? (message.isRpc && code ? serviceOfPort(draft.port, draft.transport) : undefined);
      if (!answered && (!own || (own === 'smb' && !code))) continue;
      const exchange = answered ?? begin(message, own!, false);
      exchange.reply = frame;
      exchange.frames.push(frame);
      exchange.code = code;
      exchange.codeText = message.codeText;
      exchange.subcode = message.subcode;
      exchange.login ??= loginOf(message);
      if (exchange.login) signingIn = exchange;
      exchange.mapped = message.mapped;
      exchange.answers = message.answers;
      exchange.isEmpty = isEmptyReply(exchange, message);
      exchange.isBare = isBareReply(exchange, message);
      open = open.filter(each => each !== exchange);
      // A reply of RPC is what the client waits for when it reads from the pipe.
      if (message.isRpc) open = settle(open, each => each.service === 'smb');
      // A connection delivers in order: replies to what was asked before stand elsewhere, or are left out.
      if (draft.transport === 'tcp' && exchange.request) {
        open = settle(open, each => each.request !== undefined && each.request.line < exchange.request!.line);
      }
    } else {
      if (message.login === 'ntlmAuthenticate' && !fromServer && signingIn) {
        signingIn.frames.push(frame);
        signingIn.user ??= message.user;
      }
      const hasPayload = kind === 'data' || (segment?.length ?? 0) > 0;
      for (const exchange of open) {
        if (fromServer && hasPayload) exchange.hasData = true;
        else if (!fromServer && segment?.isRepeat && hasPayload) exchange.repeats.push(frame);
        if (fromServer && segment?.ack) exchange.isTaken = true;
        if (fromServer && segment?.rst && draft.closedBy.size === 0) exchange.isCut = true;
        if (!fromServer && (segment?.fin || segment?.rst)) exchange.isGivenUp = true;
      }
    }
  }
  return exchanges;
}

/** Takes those as answered that fit, although their reply is not shown, and leaves the others open. */
function settle(open: readonly ExchangeDraft[], fits: (each: ExchangeDraft) => boolean): ExchangeDraft[] {
  for (const exchange of open) if (fits(exchange)) exchange.hasData = true;
  return open.filter(each => !fits(each));
}

/** Whether a request is one that is open already, word for word. */
function isSame(exchange: ExchangeDraft, { id, operation }: Message, service: Service): boolean {
  return exchange.service === service && exchange.id === id && exchange.operation === operation;
}

/** The open request that a reply answers: by its id, else the first that asked for the same. */
function replied(
  open: readonly ExchangeDraft[],
  { id, operation, code }: Message,
  service: Service | undefined,
): ExchangeDraft | undefined {
  const fits = (each: ExchangeDraft) =>
    service === undefined ||
    each.service === service ||
    // Network Monitor repeats no question: whether it was one about keys the request tells.
    (operation === '' && service === 'dns' && each.service === 'dnsUpdate');
  if (id !== undefined) {
    const own = open.findLast(each => each.id === id && fits(each));
    if (own) return own;
  }
  const unnumbered = open.filter(each => fits(each) && (each.id === undefined || id === undefined));
  const isSame = (each: ExchangeDraft) => isSameWork(each.operation, operation);
  // Nobody waits for the answer to a ping or ticket request who has sent another one.
  if (service === 'kerberos') return unnumbered.findLast(isSame) ?? unnumbered.at(-1);
  const same = service === 'ldapPing' ? unnumbered.findLast(isSame) : unnumbered.find(isSame);
  // An error names no operation.
  return same ?? (operation === '' || (code && service !== 'smb') ? unnumbered[0] : undefined);
}

/** A reply may leave out what was named in the request: "Create Request File: NETLOGON" and "Create Response". */
function isSameWork(asked: string, answered: string): boolean {
  return answered !== '' && (asked.startsWith(answered) || answered.startsWith(asked));
}

function loginOf({ login }: Message): ExchangeDraft['login'] {
  return login === undefined ? undefined : login === 'kerberos' ? 'kerberos' : 'ntlm';
}

/** Whether a row of DNS, which prints records where there are any, repeats a question for a service and prints none. */
function isBareReply({ operation }: ExchangeDraft, { answers, code, operation: repeated }: Message): boolean {
  return !code && answers.length === 0 && operation.startsWith('SRV ') && repeated === operation;
}

/** Whether DNS answered a question for a service, or for an address, with no such record. */
function isEmptyReply({ service, operation }: ExchangeDraft, { answers, code, frame }: Message): boolean {
  const asked = /^(?:SRV|A)(?= )/.exec(operation)?.[0];
  if (service !== 'dns' || code || asked === undefined || answers.length === 0) return false;
  // A record whose address is printed as a name is there all the same.
  const behind = frame.message.slice(frame.message.indexOf(operation) + operation.length);
  if (new RegExp(`(?:^| )${asked} `).test(behind)) return false;
  return !answers.some(({ type }) => type === asked || (asked === 'A' && /^(?:AAAA|CNAME)$/.test(type)));
}
