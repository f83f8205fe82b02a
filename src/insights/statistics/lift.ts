import type { Estimate } from './estimate.js';
import { checkEstimate } from './estimate.js';

/**
 * treatment / control − 1, of independent arms, with its standard error by the delta method: 0.1 is 10 % more.
 * @returns null when the control is not above 0, where "so much more than" says nothing
 */
export function lift(treatment: Estimate, control: Estimate): Estimate | null {
  checkEstimate('treatment', treatment);
  checkEstimate('control', control);
  if (control.value <= 0) return null;
  const times = treatment.value / control.value;
  return {
    value: times - 1,
    se: Math.hypot(treatment.se, times * control.se) / control.value,
    n: treatment.n + control.n,
  };
}
