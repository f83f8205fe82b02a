import { checkNumber } from './check.js';

/** The sample's variance from its sums, not below 0 for all that rounding does. `name` is that of the sum of squares. */
export function variance(name: string, n: number, sum: number, sumSquares: number): number {
  checkNumber('sum', sum, -Number.MAX_VALUE);
  // equal values reach this bound, and rounding may leave them a crumb below
  checkNumber(name, sumSquares, ((sum * sum) / n) * (1 - 1e-9));
  return Math.max(0, sumSquares - (sum * sum) / n) / (n - 1);
}
