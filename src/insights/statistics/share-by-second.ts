import { checkCount, checkInside } from './check.js';
import { normalQuantile } from './distributions/normal.js';
import type { Interval } from './interval.js';
import { percentileInterval } from './percentile.js';
import { binomialDraw } from './random/binomial-draw.js';
import { multinomialDraw } from './random/multinomial-draw.js';
import { type Random, seeded } from './random/random.js';
import type { Second, Seconds } from './seconds.js';
import { mergeSparse } from './seconds.js';
import { scoreInterval } from './wilson.js';

/** A share in its bounds; those of all cells hold at once. */
export interface ShareCell extends Seconds, Interval {
  readonly value: number;
}

export interface ShareBySecond {
  /** In the order of time; those with too few exposures are taken together. */
  readonly cells: readonly ShareCell[];
  /** How often a flat curve reaches as high anywhere. */
  readonly p: number;
  /** Null unless p is at most 1 − level. */
  readonly peak: Peak | null;
}

/** The seconds that stand out most. */
export interface Peak {
  readonly from: number;
  readonly to: number;
  /** Where the peak was in the middle 95 % of resamples, seconds. */
  readonly place: Interval;
}

export interface ShareBySecondOptions {
  /** The same seed and cells give the same answer. */
  readonly seed: number;
  /** Exposures that a cell needs; default 30. */
  readonly least?: number;
  /** Permutations; default 999. */
  readonly permutations?: number;
  /** Resamples for the peak's place; default 200. */
  readonly draws?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * A share by second, and whether it has a peak or only looks like it: the highest of many noisy cells always does.
 *
 * Permutation test: the clicks are dealt out anew to the cells, in proportion to exposures, as if each second were like
 * any other; the statistic is the largest standardised excess of any cell, so that no correction for the number of cells
 * is due (Westfall and Young, Resampling-Based Multiple Testing, 1993). The same permutations say by how many standard
 * errors the cell that is furthest off strays; with them in the place of 1.96, Wilson's intervals hold in all cells at
 * once. As clicks are dealt independently, both err on the careful side by a factor of 1 − share in the variance.
 * @param seconds k viewers who clicked of n who were exposed in each second
 */
export function shareBySecond(seconds: readonly Second[], options: ShareBySecondOptions): ShareBySecond {
  const { seed, least = 30, permutations = 999, draws = 200, level = 0.95 } = options;
  checkCount('least', least, 1);
  checkCount('permutations', permutations, 19);
  checkCount('draws', draws, 1);
  checkInside('level', level);
  const cells = mergeSparse(seconds, least);
  if (cells.length === 0) return { cells: [], p: 1, peak: null };
  const random = seeded(seed);
  const { p, reach } = permuted(cells, permutations, level, random);
  return {
    cells: cells.map((cell) => ({ ...cell, value: cell.k / cell.n, ...scoreInterval(cell.k, cell.n, reach) })),
    p,
    peak: p <= 1 - level ? placed(cells, draws, level, random) : null,
  };
}

/** The p-value of the highest cell, and how many standard errors the furthest cell strays at most, with `level`. */
function permuted(cells: readonly Seconds[], permutations: number, level: number, random: Random) {
  const clicks = cells.reduce((sum, { k }) => sum + k, 0);
  // nothing to deal out, or nowhere else to deal it to
  if (clicks === 0 || cells.length === 1) return { p: 1, reach: normalQuantile(1 - (1 - level) / 2 / cells.length) };
  const exposures = Float64Array.from(cells, ({ n }) => n);
  const total = exposures.reduce((sum, n) => sum + n, 0);
  const strays = straysFrom(exposures, total);
  const observed = strays(Float64Array.from(cells, ({ k }) => k)).highest;
  const dealt = new Float64Array(cells.length);
  const furthest = new Float64Array(permutations);
  let asHigh = 1;
  for (let permutation = 0; permutation < permutations; permutation++) {
    multinomialDraw(clicks, exposures, total, random, dealt);
    const { highest, lowest } = strays(dealt);
    if (highest >= observed) asHigh++;
    furthest[permutation] = Math.max(highest, -lowest);
  }
  // the bound that leaves 1 − level above it, all on one side
  return { p: asHigh / (permutations + 1), reach: percentileInterval(furthest, 2 * level - 1).high };
}

/** The highest cell, and where it was when each cell's clickers are drawn anew. */
function placed(cells: readonly Seconds[], draws: number, level: number, random: Random): Peak {
  const exposures = Float64Array.from(cells, ({ n }) => n);
  const strays = straysFrom(
    exposures,
    exposures.reduce((sum, n) => sum + n, 0),
  );
  const { from, to } = cells[strays(Float64Array.from(cells, ({ k }) => k)).at]!;
  const places = Array.from(
    { length: draws },
    () => cells[strays(Float64Array.from(cells, ({ k, n }) => binomialDraw(n, k / n, random))).at]!,
  );
  const bounds = (ends: number[]) => percentileInterval(ends, level);
  return {
    from,
    to,
    place: {
      low: Math.floor(bounds(places.map((place) => place.from)).low),
      high: Math.ceil(bounds(places.map((place) => place.to)).high),
    },
  };
}

/** By how many standard errors the furthest cells are above and below their part of the clicks, and which is highest. */
function straysFrom(exposures: Float64Array, total: number) {
  const parts = exposures.map((n) => n / total);
  const errors = parts.map((part) => Math.sqrt(part * (1 - part)));
  return (counts: Float64Array): { at: number; highest: number; lowest: number } => {
    const clicks = counts.reduce((sum, count) => sum + count, 0);
    const root = Math.sqrt(clicks);
    let [at, highest, lowest] = [0, -Infinity, Infinity];
    for (let cell = 0; cell < counts.length; cell++) {
      const stray = clicks === 0 ? 0 : (counts[cell]! - clicks * parts[cell]!) / (root * errors[cell]!);
      if (stray > highest) [at, highest] = [cell, stray];
      if (stray < lowest) lowest = stray;
    }
    return { at, highest, lowest };
  };
}
