import { filled } from './holes';
import { briefFailedJoins, failedJoins, goodJoins, others, type Names, type Template } from './logTemplates';
import { randomFrom, type Random } from './random';

const sites = ['BER', 'LYON', 'OSL', 'LAB', 'FLD', 'KIOSK'];
const ous = ['OU=Clients', 'OU=Loan,OU=Clients', 'OU=Stage', 'OU=Site 3,OU=Field', 'OU=Kiosks'];

/**
 * Names for one run of lines: thousands of computers and accounts, some hundred domain controllers, as in the logs
 * of many machines behind one another. So few lines repeat, and no cache of lines or names flatters what is measured.
 */
function namesFor(random: Random): Names {
  const number = (count: number) => String(random.below(count)).padStart(String(count - 1).length, '0');
  const hex = (digits: number) => random.hex(digits);
  const part = number(40);
  return {
    computer: `${random.of(sites)}-${number(10_000)}`,
    domain: `corp${part}.wingtip.test`,
    netbios: `CORP${part}`,
    dc: `${random.of(sites).toLowerCase()}-dc${number(10)}`,
    account: random.next() < 0.5 ? `join${number(1000)}` : `t.${hex(5)}`,
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
 * NetSetup logs of years, in parts that follow each other without an end: of ten parts six are joins that go well,
 * one is a join that fails, three are name checks, renames and offline joins; minutes to hours apart. Each part
 * ends with a line end.
 */
export function* ordinaryLog(eol = '\n'): Generator<string> {
  const random = randomFrom(7);
  const [good, failed, rest] = [goodJoins(), failedJoins(), others()];
  yield* written(eol, () => {
    const chance = random.next();
    return random.of(chance < 0.6 ? good : chance < 0.7 ? failed : rest);
  });
}

/** Joins that fail, in few lines each: the largest outline for its text. */
export function* failedJoinsInARow(): Generator<string> {
  const random = randomFrom(11);
  const failed = briefFailedJoins();
  yield* written('\n', () => random.of(failed));
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

function* written(eol: string, choose: () => Template): Generator<string> {
  const random = randomFrom(13);
  const stamp = stamper();
  let time = Date.UTC(2016, 0, 5, 8, 30);
  for (;;) {
    const { times, lines } = choose();
    const names = namesFor(random);
    let part = '';
    for (let line = 0; line < lines.length; line++) {
      part += stamp(time + times[line]!) + filled(lines[line]!, names) + eol;
    }
    yield part;
    // Five minutes to five hours.
    time += times.at(-1)! + Math.floor(300_000 * 2 ** (random.next() * 6));
  }
}
