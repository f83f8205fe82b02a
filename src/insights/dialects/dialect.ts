/** Where the engines that answer spell the same thing differently. Everything else in a metric's SQL they read alike. */
export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse';
  /** Whole numbers divided, rounded down; the divisor is above 0. */
  divide(dividend: string, divisor: string): string;
  /** Of a group: `what` in the row where `by` is greatest, or least. Rows in which either is NULL are passed over. */
  argMax(what: string, by: string): string;
  argMin(what: string, by: string): string;
  /** In a SELECT list: one row for each whole number from `from` up to, and without, `to`. */
  each(from: string, to: string): string;
}
