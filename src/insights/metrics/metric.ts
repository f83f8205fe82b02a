/**
 * A metric is data. Its SQL stays within what DuckDB and ClickHouse read alike, and leaves rounding, strings and
 * quantiles to JavaScript, where they are the same for every engine.
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
  /**
   * One row per `dimension` with its `n`, its `k` when the interval needs it, and fields to show beside them.
   * `{by}` stands for the column, `{selection}` for a condition on `events`.
   */
  readonly sql: string;
  /** `wilson`: the value is k / n with its 95 % interval. `none`: the value is n, a full count that has no sampling error. */
  readonly interval: 'wilson' | 'none';
}
