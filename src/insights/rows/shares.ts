import type { Cell, InsightRow } from '../metrics/metric.js';
import { wilson } from '../statistics/wilson.js';

/**
 * Shares with their 95 % Wilson interval.
 * @param cells each with its `dimension`, `k` of `n`, and what is shown beside them
 */
export const shares = (cells: readonly Cell[], by: string): InsightRow[] =>
  cells.map(({ dimension, ...counted }) => {
    const { k, n } = counted as { k: number; n: number };
    return {
      [by]: dimension,
      ...counted,
      ...(n ? { n, value: k / n, ...wilson(k, n) } : { n, value: null, low: null, high: null }),
    };
  });
