import type { InsightRow } from '../metrics/metric.js';

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function standing({ rank, low, value }: InsightRow): number {
  return (rank as number | null | undefined) ?? low ?? value ?? Number.NEGATIVE_INFINITY;
}

/**
 * The rows with the highest `rank` first (without one, the highest lower bound; without that, the highest value), then by the
 * name of their dimension. Days are in their order.
 */
export function ranked(rows: readonly InsightRow[], by: string): InsightRow[] {
  const byName = (a: InsightRow, b: InsightRow) => compareText(String(a[by]), String(b[by]));
  if (by === 'day') return [...rows].sort(byName);
  return [...rows].sort((a, b) => {
    const [first, second] = [standing(a), standing(b)];
    return first === second ? byName(a, b) : second - first;
  });
}
