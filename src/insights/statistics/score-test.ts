import { normalCdf } from './distributions/normal.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';

/**
 * Whether two independent shares differ: the score test, which is Pearson's chi-square of the two by two table without
 * continuity correction.
 * @returns z of treatment − control, and the two-sided p; of shares that are both 0 or both 1, z 0 and p 1
 * @throws RangeError when either had no trial
 */
export function scoreTest(treatment: Trials, control: Trials): { z: number; p: number } {
  checkTrials('treatment', treatment);
  checkTrials('control', control);
  const pooled = (treatment.k + control.k) / (treatment.n + control.n);
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / treatment.n + 1 / control.n));
  const z = se === 0 ? 0 : (treatment.k / treatment.n - control.k / control.n) / se;
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}
