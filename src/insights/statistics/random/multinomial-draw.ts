import { binomialDraw } from './binomial-draw.js';
import type { Random } from './random.js';

/**
 * Deals n out to cells in proportion to their weights, one binomial draw after the other: what a resample of single
 * viewers does to their cells, without touching the viewers.
 * @param total sum of the weights
 * @param dealt gets each cell's count
 */
export function multinomialDraw(
  n: number,
  weights: ArrayLike<number>,
  total: number,
  random: Random,
  dealt: Float64Array,
): void {
  let left = n;
  let weight = total;
  for (let cell = 0; cell < weights.length; cell++) {
    const count = left === 0 ? 0 : binomialDraw(left, weights[cell]! / weight, random);
    dealt[cell] = count;
    left -= count;
    weight -= weights[cell]!;
  }
}
