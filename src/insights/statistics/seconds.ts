import { checkCount } from './check.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';

/** What happened in one second of the film: of `n` exposed, `k` clicked. */
export interface Second extends Trials {
  readonly second: number;
}

/** Seconds taken together, both ends included. */
export interface Seconds extends Trials {
  readonly from: number;
  readonly to: number;
}

/**
 * Takes seconds with too few exposures together with their neighbours: the least first, with the smaller of the two next
 * to it, until each has `least` or only one is left. Seconds in which nothing was exposed are left out.
 * @param seconds in any order, none twice
 */
export function mergeSparse(seconds: readonly Second[], least = 30): Seconds[] {
  seconds.forEach((cell, index) => {
    checkCount(`seconds[${index}].second`, cell.second);
    checkTrials(`seconds[${index}]`, cell, 0);
  });
  const cells = seconds
    .filter(({ n }) => n > 0)
    .map(({ second, k, n }): Seconds => ({ from: second, to: second, k, n }))
    .sort((a, b) => a.from - b.from);
  const twice = cells.find((cell, at) => cell.from === cells[at - 1]?.from);
  if (twice) throw new RangeError(`seconds must not have second ${twice.from} twice.`);
  for (;;) {
    const at = leastOf(cells);
    if (cells.length < 2 || cells[at]!.n >= least) return cells;
    const before = cells[at - 1]?.n ?? Infinity;
    const after = cells[at + 1]?.n ?? Infinity;
    const first = before <= after ? at - 1 : at;
    cells.splice(first, 2, joined(cells[first]!, cells[first + 1]!));
  }
}

function leastOf(cells: readonly Seconds[]): number {
  let at = 0;
  for (let cell = 1; cell < cells.length; cell++) if (cells[cell]!.n < cells[at]!.n) at = cell;
  return at;
}

function joined(first: Seconds, second: Seconds): Seconds {
  return { from: first.from, to: second.to, k: first.k + second.k, n: first.n + second.n };
}
