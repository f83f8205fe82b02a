import { multinomialDraw } from './multinomial-draw.js';
import type { Random } from './random.js';

/**
 * Draws as many viewers as there are, with replacement, and tells how many fell to each cell: by the cell, or, where
 * cells hold hardly more than one viewer each, viewer by viewer, which then is several times as quick.
 * @param counts viewers of each cell
 * @returns a function that deals anew; its array is the same at each call
 */
export function resampler(counts: Float64Array, random: Random): () => Float64Array {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const dealt = new Float64Array(counts.length);
  if (n > 4 * counts.length) {
    return () => {
      multinomialDraw(n, counts, n, random, dealt);
      return dealt;
    };
  }
  const cellOf = new Uint32Array(n);
  let viewer = 0;
  counts.forEach((count, cell) => {
    cellOf.fill(cell, viewer, (viewer += count));
  });
  return () => {
    dealt.fill(0);
    for (let draw = 0; draw < n; draw++) dealt[cellOf[Math.floor(random() * n)]!]! += 1;
    return dealt;
  };
}
