import type { Estimate } from './estimate.js';
import { checkEstimate } from './estimate.js';

/** treatment − control, of independent arms. */
export function difference(treatment: Estimate, control: Estimate): Estimate {
  checkEstimate('treatment', treatment);
  checkEstimate('control', control);
  return {
    value: treatment.value - control.value,
    se: Math.hypot(treatment.se, control.se),
    n: treatment.n + control.n,
  };
}
