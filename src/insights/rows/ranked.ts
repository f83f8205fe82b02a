import type { InsightRow } from '../metrics/metric.js';

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The rows with the highest lower bound first (without one, the highest value), then by the name of their dimension; days in
 * their order.
 */
export function ranked(rows: readonly InsightRow[], by: string): InsightRow[] {
  const rank = ({ low, value }: InsightRow) => (by === 'day' ? 0 : (low ?? value ?? -1));
  return [...rows].sort((a, b) => rank(b) - rank(a) || compareText(String(a[by]), String(b[by])));
}
