import { checkCount } from '../check.js';

/** A number of 0 < number < 1. */
export type Random = () => number;

/**
 * A seeded source of numbers: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, filled from the seed and mixed
 * by its first twelve rounds. The same seed gives the same numbers on every machine, so that an interval stays the same
 * until its data change.
 * @param seed a whole number; of one beyond 2^53 − 1 nothing is known
 */
export function seeded(seed: number): Random {
  checkCount('seed', seed, Number.MIN_SAFE_INTEGER);
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return () => (next() + 0.5) / 2 ** 32;
}
