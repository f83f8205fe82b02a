import type { Estimate } from './estimate.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';

/**
 * A share with its standard error √(p (1 − p) / n), to be compared between arms. On its own it is given with `wilson`.
 * @throws RangeError when there was no trial
 */
export function share({ k, n }: Trials): Estimate {
  checkTrials('trials', { k, n });
  const value = k / n;
  return { value, se: Math.sqrt((value * (1 - value)) / n), n };
}
