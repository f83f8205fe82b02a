import type { Cell, InsightRow } from '../metrics/metric.js';
import { normalQuantile } from '../statistics/distributions/normal.js';

const Z = normalQuantile(0.975);

/**
 * Totals of money with their 95 % interval: how many buy is as much chance as for how much, so that the variance of a total is
 * the sum of each buyer's square (compound Poisson). One buyer alone shows no spread, and gets no bounds.
 * @param cells each with its `dimension`, `currency`, `buyers`, `value` and `squares`, and what is shown beside them
 */
export const totals = (cells: readonly Cell[], by: string): InsightRow[] =>
  cells.map(({ dimension, buyers, squares, ...counted }) => {
    const n = Number(buyers);
    const value = n ? Number(counted.value) : null;
    const half = n > 1 ? Z * Math.sqrt(Number(squares)) : null;
    return {
      [by]: dimension,
      ...counted,
      n,
      value,
      low: half === null ? null : value! - half,
      high: half === null ? null : value! + half,
    };
  });
