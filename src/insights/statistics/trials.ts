import { checkCount } from './check.js';

/** `k` successes in `n` trials: clickers of those who saw, buyers of those who were in an arm. */
export interface Trials {
  /** Whole, 0..n. */
  readonly k: number;
  readonly n: number;
}

/** @throws RangeError unless n is whole and at least `least`, and k whole and from 0 to n */
export function checkTrials(name: string, { k, n }: Trials, least = 1): void {
  checkCount(`${name}.n`, n, least);
  checkCount(`${name}.k`, k, 0, n);
}
