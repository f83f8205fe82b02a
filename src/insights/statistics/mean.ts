import { checkCount } from './check.js';
import type { Estimate } from './estimate.js';
import { variance } from './variance.js';

/** What SQL sums up of one value per viewer. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/**
 * A mean with its standard error.
 * @throws RangeError for fewer than two viewers, who have no spread, and for squares that are smaller than the sum allows
 */
export function mean({ n, sum, sumSquares }: Sums): Estimate {
  checkCount('n', n, 2);
  return { value: sum / n, se: Math.sqrt(variance('sumSquares', n, sum, sumSquares) / n), n };
}
