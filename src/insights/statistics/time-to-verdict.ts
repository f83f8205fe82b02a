import { checkNumber } from './check.js';
import type { SequenceOptions } from './confidence-sequence.js';
import { sequenceHalfWidth } from './confidence-sequence.js';
import type { Estimate } from './estimate.js';
import { checkEstimate } from './estimate.js';

/**
 * The n at which the confidence sequence would leave out 0, were the effect what it is now.
 * @returns at most the present n when it does already; null when there is no effect, or one too small for any n
 */
export function viewersUntilVerdict(estimate: Estimate, options: SequenceOptions): number | null {
  checkEstimate('estimate', estimate);
  const tells = (n: number) => sequenceHalfWidth(estimate, options, n) < Math.abs(estimate.value);
  if (tells(estimate.n)) return estimate.n;
  let low = estimate.n;
  let high = low;
  while (!tells(high)) {
    low = high;
    high *= 2;
    if (high > Number.MAX_SAFE_INTEGER) return null;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (tells(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * How many days more until the sequence could tell, in whole days.
 * @param perDay new viewers of both arms
 * @returns 0 when it does already, null when it never would
 */
export function daysUntilVerdict(estimate: Estimate, perDay: number, options: SequenceOptions): number | null {
  checkNumber('perDay', perDay, 0);
  const n = viewersUntilVerdict(estimate, options);
  if (n === null) return null;
  if (n <= estimate.n) return 0;
  return perDay === 0 ? null : Math.ceil((n - estimate.n) / perDay);
}
