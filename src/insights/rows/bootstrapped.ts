import type { Cell, InsightRow } from '../metrics/metric.js';
import { bootstrap } from '../statistics/bootstrap.js';
import { grouped } from './grouped.js';
import { SEED } from './resampled.js';

/**
 * A sum or mean of money by dimension and currency, with the interval of a bootstrap. One observation alone shows no spread, and
 * gets no bounds.
 * @param cells of `n` observations that have the same `amount`, with their `dimension` and `currency`
 */
export function bootstrapped(cells: readonly Cell[], by: string, of: (sum: number, n: number) => number): InsightRow[] {
  return [...grouped(cells).values()].flatMap((group) =>
    [...grouped(group, 'currency').values()].map((same) => {
      // engines find cells in any order, and the draws follow it
      const counted = same
        .map(({ n, amount }) => ({ n: Number(n), values: [Number(amount)] }))
        .sort((a, b) => a.values[0]! - b.values[0]!);
      const n = counted.reduce((sum, cell) => sum + cell.n, 0);
      const found = bootstrap(counted, ([sum], observed) => of(sum!, observed), { seed: SEED })!;
      const bounds = n > 1 ? { low: found.low, high: found.high } : { low: null, high: null };
      return { [by]: same[0]!.dimension, currency: same[0]!.currency, n, value: found.value, ...bounds };
    }),
  );
}
