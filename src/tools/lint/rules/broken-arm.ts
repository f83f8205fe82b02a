import { checkArm } from '../../../experiment/check-arm.js';
import { experimentFaults } from '../../../experiment/faults.js';
import { checkManifest } from '../../../schema/check-manifest.js';
import { showPlace } from '../../../schema/place.js';
import type { Film, Rule } from '../finding.js';

export const brokenArm: Rule = {
  code: 'broken-arm',
  severity: 'error',
  finds:
    'An experiment in which nobody can take part, or an arm whose patch breaks the manifest: its viewers are shown the first arm, uncounted.',
  cure: 'Mend the arm; a patch names hotspots, products and segments by their ids.',
  *check({ manifest: { experiment }, input, baseUrl }: Film) {
    if (!experiment) return;
    const wrong = experimentFaults(experiment);
    yield* wrong.map(({ place, rule }) => ({ path: showPlace(place), message: rule }));
    // the player does not look at patches then
    if (wrong.length) return;
    const { faults: own } = checkManifest(input, baseUrl);
    for (const [index, arm] of experiment.arms.entries()) {
      for (const { place, rule } of checkArm(arm, input, baseUrl, own, checkManifest).faults) {
        const path = showPlace(['experiment', 'arms', index, 'patch']);
        yield {
          path,
          message: `of the arm ${JSON.stringify(arm.id)} breaks ${showPlace(place) || 'the manifest'}, which ${rule}`,
        };
      }
    }
  },
};
