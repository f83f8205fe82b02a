import type { Metric } from './metrics/metric.js';
import { quality } from './quality.js';
import type { Query } from './query.js';
import { type Selection, where } from './selection.js';
import { wilson } from './statistics/wilson.js';

/** One value of the dimension under the dimension's own name, then the figures. Shares are 0..1. */
export interface InsightRow {
  readonly [dimensionOrCount: string]: unknown;
  readonly k?: number;
  readonly n: number;
  /** null when there was nobody to observe. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Insight extends Pick<Metric, 'unit' | 'definition' | 'basis'> {
  readonly metric: string;
  readonly rows: readonly InsightRow[];
  readonly botShare: number | null;
  readonly lossShare: number | null;
}

function figures({ interval }: Metric, k: number, n: number): Pick<InsightRow, 'value' | 'low' | 'high'> {
  if (interval === 'none') return { value: n, low: null, high: null };
  return n ? { value: k / n, ...wilson(k, n) } : { value: null, low: null, high: null };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Answers one question. The rows with the highest lower bound come first (of a count, the highest), then by name.
 * @param by a key of `metric.by`
 */
export async function insight(metric: Metric, by: string, selection: Selection, query: Query): Promise<Insight> {
  const { sql, parameters } = where(selection);
  const filled = metric.sql.replaceAll('{by}', metric.by[by]!).replaceAll('{selection}', sql);
  const [found, shares] = await Promise.all([query(filled, parameters), quality(selection, query)]);
  const rows = found.map(
    ({ dimension, ...counted }): InsightRow => ({
      [by]: dimension,
      ...(counted as { k?: number; n: number }),
      ...figures(metric, Number(counted.k), Number(counted.n)),
    }),
  );
  const nameOf = (row: InsightRow) => String(row[by]);
  const rank = (row: InsightRow) => row.low ?? row.value ?? -1;
  rows.sort((a, b) => rank(b) - rank(a) || compareText(nameOf(a), nameOf(b)));
  const { name, unit, definition, basis } = metric;
  return { metric: name, unit, definition, basis, rows, ...shares };
}
