/** What failures have in common, in words. */
import { count } from '../../words';
import type { Found, Group, Tally } from './found';
import { mostComputers, type TraitKind, type Traits } from './counts';
import type { Paint } from '../paint';
import { paragraph } from '../paragraphs';
import { fewest } from './telling';

/** Nobody reads more, of groups or of what one has in common. */
const mostGroups = 5;
const mostLines = 5;

export function groupsText(found: Found, paint: Paint): string {
  const { groups, ways, isUncompared, isFull } = found;
  const shown = groups.slice(0, mostGroups);
  const more = groups.length - shown.length;
  const nothing = `   nothing that is clear, among ${count(ways, 'kind', 'kinds')} of failure`;
  return [
    `${paint('heading', 'In common')}: ${headingText(found)}\n\n`,
    groups.length > 0 ? shown.map(group => groupBlock(group, found)).join('\n') : `${nothing}\n`,
    more > 0 ? `\n   ${count(more, 'smaller group is', 'smaller groups are')} not shown\n` : '',
    '\n',
    paragraph(
      [
        'A computer counts once, however often it failed.',
        isFull ? `Only the first ${mostComputers.toLocaleString('en')} computers are counted.` : '',
        groups.length > 0 ? 'What is common need not be the cause.' : '',
        isUncompared ? 'Joins that go well may have the same in common: too few are among these logs.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ].join('');
}

/** "40 computers failed to join, 110 joined, 3 of them did both". */
function headingText({ failed, succeeded, both }: Found): string {
  const twice = both > 0 ? `, ${both} of them did both` : '';
  return `${count(failed, 'computer', 'computers')} failed to join, ${succeeded} joined${twice}`;
}

function groupBlock({ first, more, files }: Group, found: Found): string {
  const { failed } = first;
  const part = `${failed} of ${found.failed}`;
  const indent = ' '.repeat(part.length + 5);
  const others = more.slice(0, mostLines).map(({ tally, both, ofBoth }) => {
    const who = both === failed ? (failed === 2 ? 'both' : `all ${both}`) : `${both} of these`;
    return `${indent}${who} ${usedText(tally, ofBoth, failed, found)}`;
  });
  const left = more.length - others.length;
  if (left > 0) others.push(`${indent}and have ${count(left, 'thing', 'things')} more in common`);
  const examples = `${indent}as in ${files.join(', ')}${failed > files.length ? ' …' : ''}`;
  const line = `${part}  ${usedText(first, first.ofFailed, found.failed, found)}`;
  return `   ${[line, ...others, examples].join('\n')}\n`;
}

/**
 * "used DC7.fabrikam.test; so did 3 of 110 that succeeded". Where not all name such a thing, both shares are of those
 * that do: "used dc7.fabrikam.test (of 8 that name a domain controller); so did 3 of 9 that succeeded and name one".
 *
 * @param named how many of those that it is said of name such a thing
 */
function usedText({ traits, others, ofOthers }: Tally, named: number, all: number, found: Found): string {
  const said = saying(traits);
  if (traits[0]!.kind === 'failure') return said;
  const thing = traits.length > 1 ? 'both' : things[traits[0]!.kind];
  const basis = named < all ? ` (of ${named} that name ${thing})` : '';
  if (ofOthers < fewest) return said + basis;
  const again = basis && traits.length === 1 ? 'one' : thing;
  const which = ofOthers < found.succeeded ? ` and name ${again}` : '';
  return `${said}${basis}; so did ${others === 0 ? 'none' : others} of ${ofOthers} that succeeded${which}`;
}

const things: Readonly<Record<TraitKind, string>> = {
  failure: 'a failure',
  domainController: 'a domain controller',
  ou: 'an OU',
  account: 'an account',
  build: 'a build',
};

const verbs: Readonly<Record<TraitKind, string>> = {
  failure: 'failed',
  domainController: 'used',
  ou: 'asked for',
  account: 'used the account',
  build: 'ran Windows build',
};

/** "used DC7.fabrikam.test and ran Windows build 26100". */
function saying(traits: Traits): string {
  return traits.map(({ kind, text }) => `${verbs[kind]} ${text}`).join(' and ');
}
