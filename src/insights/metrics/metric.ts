import type { Dialect } from '../dialects/dialect.js';
import type { Question } from '../question.js';

/** A row of what the SQL counted, under the names that it gives. Whole numbers are numbers. */
export type Cell = Readonly<Record<string, unknown>>;

/** One value of the dimension under the dimension's own name, then the figures. Shares are 0..1, money minor units. */
export interface InsightRow {
  readonly [dimensionOrCount: string]: unknown;
  readonly k?: number;
  readonly n: number;
  /** null when there was nobody to observe. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A metric is data. Its SQL stays within what DuckDB and ClickHouse read alike, the `Dialect` apart, and leaves rounding,
 * strings and quantiles to JavaScript, where they are the same for every engine.
 */
export interface Metric {
  readonly name: string;
  readonly unit: 'share' | 'events';
  /** One sentence, for people. */
  readonly definition: string;
  /** What one observation is. */
  readonly basis: 'viewers' | 'events';
  /** What the rows can be split by, and its column in `events`; the first is the default. */
  readonly by: Readonly<Record<string, string>>;
  /** Queries by name. `{by}` stands for the column of the dimension, `{selection}` for a condition on `events`. */
  readonly sql: Readonly<Record<string, (dialect: Dialect) => string>>;
  /** Makes the answer's rows, in their order, of what each query found. */
  readonly rows: (cells: Readonly<Record<string, readonly Cell[]>>, question: Question) => InsightRow[];
}
