import type { Beta } from './distributions/beta.js';
import { betaCdf, betaDensity, checkBeta } from './distributions/beta.js';
import { trigamma } from './distributions/polygamma.js';

/**
 * P(treatment's share > control's), to about 1e-12: the density of the one that is known better times the distribution of
 * the other, by the trapezoidal rule over the log odds, where both ends fall off exponentially and the rule is as exact
 * as its step is fine (Trefethen and Weideman, SIAM Review 56, 2014).
 */
export function chanceToWin(treatment: Beta, control: Beta): number {
  checkBeta('treatment', treatment);
  checkBeta('control', control);
  if (spread(treatment) > spread(control)) return 1 - chanceToWin(control, treatment);
  return Math.min(
    1,
    integrate(treatment, (share) => betaCdf(control, share)),
  );
}

/** Standard deviation of the log odds. */
function spread({ alpha, beta }: Beta): number {
  return Math.sqrt(trigamma(alpha) + trigamma(beta));
}

function integrate(known: Beta, value: (share: number) => number): number {
  const step = spread(known) / 6;
  const middle = Math.log(known.alpha / known.beta);
  const half = (direction: 1 | -1) => {
    let sum = 0;
    for (let at = direction === 1 ? 0 : 1; ; at++) {
      const share = 1 / (1 + Math.exp(-middle - direction * at * step));
      if (share <= 0 || share >= 1) return sum;
      const density = betaDensity(known, share) * share * (1 - share) * step;
      sum += density * value(share);
      if (density < 1e-18) return sum;
    }
  };
  return half(1) + half(-1);
}
