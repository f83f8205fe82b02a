import type { Manifest } from '../schema/manifest.js';
import { murmur3 } from './murmur3.js';

export type Experiment = NonNullable<Manifest['experiment']>;
export type Arm = Experiment['arms'][number];

/** The arm of those who see the poster alone. */
export const HOLDOUT = 'holdout';

/**
 * The arm of a viewer: the same on every page, in every tab and on the server, because it comes of the ids alone.
 * The holdout is drawn first and by itself. Of the arms each gets a lot, and the best one wins (weighted rendezvous
 * hashing, Thaler and Ravishankar 1998): when weights change, or an arm comes or goes, no viewer moves who need not.
 * @param experiment its weights are not all 0
 * @returns the id of an arm, or `holdout`
 */
export function armOf({ id, arms, holdout = 0 }: Experiment, viewerId: string): string {
  /** Uniform in 0..1, neither of the ends. */
  const draw = (arm: string) => (murmur3(`${id}:${arm}:${viewerId}`) + 0.5) / 2 ** 32;
  if (draw(HOLDOUT) < holdout) return HOLDOUT;
  const lots = arms.map((arm) => -Math.log(draw(arm.id)) / arm.weight);
  return arms[lots.indexOf(Math.min(...lots))]!.id;
}
