import { checkCount, checkInside, checkNumber, checkSome } from './check.js';
import type { Interval } from './interval.js';
import { percentileInterval } from './percentile.js';
import { seeded } from './random/random.js';
import { resampler } from './random/resample.js';

/** `n` viewers who have the same values: watched milliseconds, say, or revenue and orders. */
export interface ValueCell {
  readonly n: number;
  readonly values: readonly number[];
}

export interface BootstrapOptions {
  /** The same seed and cells give the same interval. */
  readonly seed: number;
  /** Default 200. */
  readonly draws?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * The percentile interval of whatever can be made of the sums over viewers (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, 13.3). Viewers are resampled by the cell, so that the cost is that of the cells: give equal viewers as
 * one.
 * @param cells with as many values each
 * @param statistic of the sums of each value, and of the number of viewers: `([watched], n) => watched / n` is a mean,
 * `([value]) => value` a sum, `([revenue, orders]) => revenue / orders` a ratio of sums
 * @returns the statistic of the cells themselves with its interval; null where there is none, as of a ratio to 0. Draws
 * without a value are left out.
 * @throws RangeError for no viewer, or a value that is no number
 */
export function bootstrap(
  cells: readonly ValueCell[],
  statistic: (sums: readonly number[], n: number) => number,
  { seed, draws = 200, level = 0.95 }: BootstrapOptions,
): (Interval & { readonly value: number }) | null {
  checkCells(cells);
  checkCount('draws', draws, 1);
  checkInside('level', level);
  const counts = Float64Array.from(cells, ({ n }) => n);
  const columns = cells[0]!.values.map((_, column) => Float64Array.from(cells, ({ values }) => values[column]!));
  const n = counts.reduce((sum, count) => sum + count, 0);
  checkCount('viewers of all cells', n, 1);
  const of = (weights: Float64Array) =>
    statistic(
      columns.map((column) => dot(column, weights)),
      n,
    );

  const value = of(counts);
  if (!Number.isFinite(value)) return null;
  const resampled = resampler(counts, seeded(seed));
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const again = of(resampled());
    if (Number.isFinite(again)) drawn.push(again);
  }
  return drawn.length ? { value, ...percentileInterval(drawn, level) } : { value, low: value, high: value };
}

function dot(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < values.length; cell++) sum += values[cell]! * weights[cell]!;
  return sum;
}

function checkCells(cells: readonly ValueCell[]): void {
  checkSome('cells', cells);
  const width = cells[0]!.values.length;
  for (const [cell, { n, values }] of cells.entries()) {
    checkCount(`cells[${cell}].n`, n);
    checkCount(`the number of values of cells[${cell}]`, values.length, width, width);
    for (const [at, value] of values.entries()) checkNumber(`cells[${cell}].values[${at}]`, value, -Number.MAX_VALUE);
  }
}
