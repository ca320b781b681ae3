import { errorText, failureAdvice, plain } from '../explainTrace';
import { locatedDomain } from '../formats/trace/locatedDomains';
import { grouped } from '../grouped';
import type { Exchange, Severity } from '../model';
import { once } from '../once';
import { messageSpan } from '../parser/spans';
import { count, isShortName } from '../words';
import { failedSeen, isStanding, sameFailures } from './failedReplies';
import { controllerNames, isOfLocator, netbiosFallback } from './locator';
import type { Rule, Seen } from './rule';
import { plainText, relatedTo } from './silences';

export const dnsFailed: Rule = {
  code: 'dns-failed',
  languageId: 'network-trace',
  severity: 'error',
  description:
    'DNS gave no domain controllers for a domain, or no address for one of them: a warning where another domain was found.',
  *check({ trace }) {
    if (!trace) return;
    const fallbackOf = netbiosFallback(trace);
    const all = trace.joinExchanges.filter(each => each.service === 'dns');
    const found = foundDomains(all);
    const failed = all.filter(each => isStanding(each) && !isFound(each, found));
    for (const group of byDomain(failed.filter(each => locatedDomain(each) !== undefined))) {
      const [first] = group;
      const severity: Severity = found.size > 0 ? 'warning' : 'error';
      const fallback = fallbackOf(first!.conversation.client, first!.reply!);
      yield locatorSeen(group, severity, fallback);
    }
    const controllers = once(() => controllerNames(trace));
    const unnamed = failed.filter(
      each => locatedDomain(each) === undefined && isOfLocator(each, controllers()),
    );
    const { domains } = trace;
    for (const group of sameFailures(unnamed)) yield failedSeen(group, 'error', domains);
  },
};

/** The domains for which DNS gave domain controllers. */
function foundDomains(all: readonly Exchange[]): ReadonlySet<string> {
  const good = all.filter(each => each.outcome === 'answered' && !each.code);
  return new Set(good.flatMap(each => locatedDomain(each) ?? []));
}

/** Whether the domain was found all the same: by another query, or under the name without what a client appends. */
function isFound(exchange: Exchange, found: ReadonlySet<string>): boolean {
  const domain = locatedDomain(exchange);
  if (domain === undefined) return false;
  if (found.has(domain) || (found.size > 0 && isShortName(domain))) return true;
  let shorter = domain;
  for (let at = shorter.lastIndexOf('.'); at > 0; at = shorter.lastIndexOf('.')) {
    shorter = shorter.slice(0, at);
    if (found.has(shorter)) return true;
  }
  return false;
}

function byDomain(failed: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const domains = new Set(failed.map(each => locatedDomain(each)));
  const keyOf = (each: Exchange) =>
    `${each.conversation.client} ${withoutSuffix(locatedDomain(each)!, domains)}`;
  return [...grouped(failed, keyOf).values()];
}

/** The longest name that this one begins with and that was asked for too: a client appends its DNS suffixes. */
function withoutSuffix(domain: string, asked: ReadonlySet<string | undefined>): string {
  let shorter = domain;
  for (let at = shorter.lastIndexOf('.'); at > 0; at = shorter.lastIndexOf('.')) {
    shorter = shorter.slice(0, at);
    if (!isShortName(shorter) && asked.has(shorter)) return shorter;
  }
  return domain;
}

function locatorSeen(group: readonly Exchange[], severity: Severity, fallback: string): Seen {
  const [first] = group;
  const domain = locatedDomain(first!)!;
  const advice = failureAdvice(first!, new Map([[first!.conversation.client, domain]]));
  const servers = [...new Set(group.map(each => plain(each.conversation.server)))];
  const error = errorText(first!) ?? 'no SRV record';
  const others = group.slice(1);
  return {
    ...messageSpan(first!.reply!),
    severity,
    message: plainText([
      `DNS server ${servers.slice(0, 3).join(', ')} gave no domain controller of ${plain(domain)}: ${error}${others.length > 0 ? `, ${count(group.length, 'query', 'queries')}` : ''}.`,
      fallback,
      ...(advice.sentences.length > 0 ? advice.sentences : noRecord),
    ]),
    repeats: 1,
    related: relatedTo(
      others.map(each => each.reply!),
      'The same for another name or server',
    ),
    help: advice.url,
  };
}

const noRecord = [
  'The name is there and has no such record: consistent with domain controllers that did not register in DNS.',
  'Check next: the SRV records of the domain, which the Netlogon service of each domain controller registers.',
];
