/** A figure that does not reach its goal: what it is held to, and why. */
export interface Held {
  readonly held: number;
  readonly why: string;
}

const objects = 'Each line becomes a record with its tokens before anything is asked of it.';
const whole = 'Every version of a document is analysed from its beginning.';
const all = 'Every finding is sent: none is left out and none says so.';
const rows = 'Each row becomes cells and a frame before anything is asked of it.';

/**
 * The figures that miss their goal today, by "G1 name". They fail only where they get worse than `held` by more
 * than their noise. A row goes when its goal is reached; a figure is never taken off by forgetting it, since a row
 * that no figure belongs to fails.
 *
 * Those of G1 and G13 were taken while other work had most of the machine, which a sample of ten seconds suffers from
 * and REF does not: they are lax, and are to be measured anew.
 */
export const unreached: Readonly<Record<string, Held>> = {
  'G1 50 MB to REF': { held: 3800, why: objects },
  'G1 50 MB to TextDocument with lineCount': { held: 90, why: objects },
  'G1 50 MB with CRLF to REF': { held: 1600, why: objects },
  'G1 50 MB with CRLF to TextDocument with lineCount': { held: 125, why: objects },
  'G2 1 MB': { held: 100, why: objects },
  'G2 50 MB': { held: 110, why: objects },
  'G3 50 MB': { held: 42, why: objects },
  'G3 10 MB': { held: 50, why: objects },
  'G3 1 MB': { held: 60, why: objects },
  "G4 50 MB to EMPTY's own": { held: 260, why: whole },
  'G4 50 MB to the same at 1 MB': { held: 55, why: whole },
  'G7 to publish, to 1,000': { held: 130, why: all },
  'G7 findings that say how many are left out': { held: 0, why: all },
  'G8 kept besides the text, to the text': { held: 7.2, why: objects },
  "G8 peak after opening and 10 edits, to EMPTY's": { held: 5.5, why: objects },
  'G9 time to lnav': { held: 80, why: objects },
  'G9 time to ripgrep': { held: 250, why: objects },
  'G9 peak memory to lnav': { held: 13.6, why: objects },
  'G9 peak memory at 200 MB to 50 MB': {
    held: 3.5,
    why: 'The file is read as one string, and each line is kept.',
  },
  'G10 spawn to initialize, to a library-free server': {
    held: 1.6,
    why: 'The tables are half of the bundle, which is read as a whole.',
  },
  'G10 spawn to first diagnostics of 18 KB, to EMPTY': {
    held: 1.6,
    why: 'The first analysis runs code that was never compiled.',
  },
  'G13 tab-separated': { held: 1700, why: rows },
  'G13 fixed columns': { held: 2300, why: rows },
  'G13 details tree': { held: 580, why: rows },
};
