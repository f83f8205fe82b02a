import type { Fault } from '../schema/place.js';
import { type Experiment, HOLDOUT } from './arm-of.js';

/** What an arm must leave as it is: without them nothing could be compared with the other arms. */
const FIXED = ['version', 'id', 'experiment'];

/** What a schema cannot say of an experiment. With any of these nobody can take part. */
export function experimentFaults({ arms }: Experiment): Fault[] {
  const faults: Fault[] = [];
  const known = new Set<string>([HOLDOUT]);
  arms.forEach(({ id, patch = {} }, index) => {
    const place = ['experiment', 'arms', index];
    if (known.has(id))
      faults.push({
        place: [...place, 'id'],
        rule: id === HOLDOUT ? 'must not be "holdout"' : `must be unique, is "${id}"`,
      });
    known.add(id);
    for (const key of FIXED)
      if (Object.hasOwn(patch, key)) faults.push({ place: [...place, 'patch', key], rule: 'must not be patched' });
  });
  if (!arms.some(({ weight }) => weight > 0))
    faults.push({ place: ['experiment', 'arms'], rule: 'must have an arm whose weight is above 0' });
  return faults;
}
