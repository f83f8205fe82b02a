import { checkCount, checkNumber, checkSome } from './check.js';
import type { Beta } from './distributions/beta.js';
import { checkBeta } from './distributions/beta.js';
import { betaDraw } from './random/beta-draw.js';
import { seeded } from './random/random.js';

/** What is known of a share, and what a success is worth: a margin, say. */
export interface Candidate extends Beta {
  /** Default 1, for all: then the highest share is best. */
  readonly worth?: number;
}

/**
 * P(best) of each candidate: how often its share times its worth is the highest when all are drawn together.
 * @param options the same `seed` gives the same chances; with 10,000 `draws`, the default, they are good to ±0.01 (95 %)
 * @returns in the order given; they add up to 1
 */
export function chanceBest(candidates: readonly Candidate[], options: { seed: number; draws?: number }): number[] {
  const { seed, draws = 10_000 } = options;
  checkSome('candidates', candidates);
  checkCount('draws', draws, 1);
  candidates.forEach((candidate, index) => {
    checkBeta(`candidates[${index}]`, candidate);
    checkNumber(`candidates[${index}].worth`, candidate.worth ?? 1, -Number.MAX_VALUE);
  });
  const random = seeded(seed);
  const wins = new Array<number>(candidates.length).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    let best = 0;
    let highest = -Infinity;
    candidates.forEach((candidate, index) => {
      const value = betaDraw(candidate, random) * (candidate.worth ?? 1);
      if (value > highest) [best, highest] = [index, value];
    });
    wins[best]! += 1;
  }
  return wins.map((won) => won / draws);
}
