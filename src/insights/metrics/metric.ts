import type { Dialect } from '../dialects/dialect.js';
import type { Question } from '../question.js';
import type { Selection } from '../selection.js';

/** A row of what the SQL counted, under the names that it gives. Whole numbers are numbers. */
export type Cell = Readonly<Record<string, unknown>>;

/** What each query of a metric found, by the query's name. */
export type Cells = Readonly<Record<string, readonly Cell[]>>;

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

/** What whoever asks may choose: one of some words, or a number of days. `meaning` is a sentence for people. */
export type Option = { readonly meaning: string } & (
  | { readonly values: readonly string[]; readonly default: string }
  /** The least and the most. */
  | { readonly days: readonly [number, number]; readonly default: number }
);

/**
 * A metric is data. Its SQL stays within what DuckDB and ClickHouse read alike, the `Dialect` apart, and leaves rounding,
 * strings and quantiles to JavaScript, where they are the same for every engine.
 */
export interface Metric {
  readonly name: string;
  readonly unit: 'share' | 'events' | 'views' | 'milliseconds' | 'minor units' | 'minor units per exposure' | 'ratio';
  /** One sentence, for people. */
  readonly definition: string;
  /** What one observation is. */
  readonly basis: 'viewers' | 'buyers' | 'views' | 'events' | 'orders' | 'units' | 'steps';
  /**
   * What the rows can be split by, and its column, or SQL in its place; the first is the default. For `day` it is the
   * column of the time, of which the local day is made.
   */
  readonly by: Readonly<Record<string, string>>;
  /** What must be chosen, because the answer means nothing without. */
  readonly needs?: readonly (keyof Selection)[];
  /** What it cannot be narrowed by, and why: a clause after "as". */
  readonly refuses?: Readonly<Partial<Record<keyof Selection, string>>>;
  /** By name. The SQL finds them as `$name`, days as milliseconds in `$nameMs` too, the rows in `question.options`. */
  readonly options?: Readonly<Record<string, Option>>;
  /**
   * Queries by name. `{by}` stands for the column of the dimension, `{selection}` for a condition on `events`, and
   * `{selection of site, product, fromMs}` for one of these keys alone, on a table that has their columns (`select`).
   * Parameters are `$site`, `$video`, …, `$fromMs`, `$toMs` when they are given, `$nowMs`, and the options always.
   */
  readonly sql: Readonly<Record<string, (dialect: Dialect) => string>>;
  /** Makes the answer's rows, in their order, of what each query found. */
  readonly rows: (cells: Cells, question: Question) => InsightRow[];
  /** What is said of all rows together. */
  readonly summary?: (cells: Cells, question: Question) => Readonly<Record<string, unknown>>;
}
