/** Numbers and names in a row, cut where nobody would read on. */

/** "53, 88, 389", with what is left out: "53, 88 and 7 more". */
export function listed(items: readonly (number | string)[], most: number): string {
  const shown = items.length > most ? items.slice(0, most - 1) : items;
  const rest = items.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** Numbers in order, each once, three or more neighbours together: "12", "40–42". */
export function runsOf(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([first, last]) => {
    if (last > first + 1) return [`${first}–${last}`];
    return first === last ? [`${first}`] : [`${first}`, `${last}`];
  });
}

/** "line 11", "lines 11, 14–16": lines as people count them, or frames. */
export function numbersText(what: 'line' | 'frame', numbers: readonly number[], most: number): string {
  const runs = runsOf(numbers);
  const isOne = runs.length === 1 && !runs[0]!.includes('–');
  return `${isOne ? what : `${what}s`} ${listed(runs, most)}`;
}
