import { filled } from './holes';
import { briefFailedJoins, failedJoins, goodJoins, others, type Names, type Template } from './logTemplates';
import { randomFrom, type Random } from './random';

const sites = ['BER', 'LYON', 'OSL', 'LAB', 'FLD', 'KIOSK'];
const ous = ['OU=Clients', 'OU=Loan,OU=Clients', 'OU=Stage', 'OU=Site 3,OU=Field', 'OU=Kiosks'];

/** Who may stand in a log: how many of each. */
interface Cast {
  readonly computers: number;
  readonly domains: number;
  readonly domainControllers: number;
  readonly accounts: number;
}

/** One computer, as in the log that Windows writes there: renamed a few times, joined by a few people. */
const oneComputer: Cast = { computers: 5, domains: 2, domainControllers: 4, accounts: 12 };

/** The logs of thousands of computers behind one another: few lines repeat, and nothing that is kept of them helps. */
const manyComputers: Cast = { computers: 10_000, domains: 40, domainControllers: 10, accounts: 1000 };

/** Names for one run of lines. */
function namesFor(random: Random, { computers, domains, domainControllers, accounts }: Cast): Names {
  const number = (count: number) => String(random.below(count)).padStart(String(count - 1).length, '0');
  const hex = (digits: number) => random.hex(digits);
  const site = () => random.of(computers < sites.length ? sites.slice(0, 1) : sites);
  const part = number(domains);
  return {
    computer: `${site()}-${number(computers)}`,
    domain: `corp${part}.wingtip.test`,
    netbios: `CORP${part}`,
    dc: `${site().toLowerCase()}-dc${number(domainControllers)}`,
    account: `join${number(accounts)}`,
    ou: random.of(ous),
    guid: [hex(8), hex(4), hex(4), hex(4), hex(12)].join('-'),
    rid: String(1000 + random.below(100_000)),
  };
}

const two = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** A time stamp as Windows prints it, with the blank behind it: "02/10/2026 09:14:02:123 ". */
function stamper(): (time: number) => string {
  let day = -1;
  let date = '';
  return time => {
    const today = Math.floor(time / 86_400_000);
    if (today !== day) {
      day = today;
      const [year, month, dayOfMonth] = new Date(time).toISOString().slice(0, 10).split('-');
      date = `${month}/${dayOfMonth}/${year} `;
    }
    const rest = time - today * 86_400_000;
    const seconds = Math.floor(rest / 1000);
    return `${date}${two[Math.floor(seconds / 3600)]}:${two[Math.floor(seconds / 60) % 60]}:${two[seconds % 60]}:${String(rest % 1000).padStart(3, '0')} `;
  };
}

/**
 * NetSetup logs of years of one computer, in parts that follow each other without an end: of ten parts six are joins that go well,
 * one is a join that fails, three are name checks, renames and offline joins; minutes to hours apart. Each part
 * ends with a line end.
 */
export function* ordinaryLog(eol = '\n', cast = oneComputer): Generator<string> {
  const random = randomFrom(7);
  const [good, failed, rest] = [goodJoins(), failedJoins(), others()];
  yield* written(eol, cast, () => {
    const chance = random.next();
    return random.of(chance < 0.6 ? good : chance < 0.7 ? failed : rest);
  });
}

/** The same of many computers. */
export const logOfMany = (): Generator<string> => ordinaryLog('\n', manyComputers);

/** Joins that fail, in few lines each: the largest outline for its text. */
export function* failedJoinsInARow(): Generator<string> {
  const random = randomFrom(11);
  const failed = briefFailedJoins();
  yield* written('\n', oneComputer, () => random.of(failed));
}

/** Joins of two lines that fail for one reason after another: the most findings for their text, one each. */
export function* shortestFailures(): Generator<string> {
  const stamp = stamper();
  const codes = ['0x5', '0x6', '0x54b', '0x6ba', '0x35', '0x40'];
  let time = Date.UTC(2016, 0, 5, 8, 30);
  for (let at = 0; ; at++) {
    time += 90_001;
    yield `${stamp(time)}NetpDoDomainJoin\n${stamp(time + 7)}NetpDoDomainJoin: status: ${codes[at % codes.length]}\n`;
  }
}

function* written(eol: string, cast: Cast, choose: () => Template): Generator<string> {
  const random = randomFrom(13);
  const stamp = stamper();
  let time = Date.UTC(2016, 0, 5, 8, 30);
  for (;;) {
    const { times, lines } = choose();
    const names = namesFor(random, cast);
    let part = '';
    for (let line = 0; line < lines.length; line++) {
      part += stamp(time + times[line]!) + filled(lines[line]!, names) + eol;
    }
    yield part;
    // Five minutes to five hours.
    time += times.at(-1)! + Math.floor(300_000 * 2 ** (random.next() * 6));
  }
}
