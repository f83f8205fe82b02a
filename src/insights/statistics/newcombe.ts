import type { Interval } from './interval.js';
import type { Trials } from './trials.js';
import { checkTrials } from './trials.js';
import { wilson } from './wilson.js';

/**
 * The difference of two independent shares, treatment − control, and its hybrid score interval (Newcombe, "Interval
 * estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, method 10): the
 * distances to the bounds of both Wilson intervals, added as squares.
 * @param level 0.95 is 95 %
 * @throws RangeError when either had no trial
 */
export function newcombe(treatment: Trials, control: Trials, level = 0.95): Interval & { readonly value: number } {
  checkTrials('treatment', treatment);
  checkTrials('control', control);
  const t = treatment.k / treatment.n;
  const c = control.k / control.n;
  const ofTreatment = wilson(treatment.k, treatment.n, level);
  const ofControl = wilson(control.k, control.n, level);
  const value = t - c;
  return {
    value,
    low: value - Math.hypot(t - ofTreatment.low, ofControl.high - c),
    high: value + Math.hypot(ofTreatment.high - t, c - ofControl.low),
  };
}
