import type { Rule } from '../finding.js';
import { pairsNearer } from '../pairs.js';
import { LEAST_TARGET, PHONE_WIDTH } from '../targets.js';

/** Shown all the time but for this is all the time, in seconds: key frames are seldom exact. */
const EXCEPT_S = 0.2;

export const covered: Rule = {
  code: 'covered',
  severity: 'error',
  finds: 'A hotspot that lies under another one for as long as it is shown: less than 24 px of it can be hit.',
  cure: 'Move one of the two aside, or show them one after the other.',
  *check({ places, layouts }) {
    for (const layout of layouts) {
      const told = new Set<string>();
      for (const { lower, upper, seconds } of pairsNearer(layout, LEAST_TARGET)) {
        if (told.has(lower.hotspot.id) || seconds < lower.hotspot.end - lower.hotspot.start - EXCEPT_S) continue;
        told.add(lower.hotspot.id);
        yield {
          path: `${places.hotspot(lower.hotspot)}.${lower.frames}`,
          message: `lies under ${places.hotspot(upper.hotspot)} all the time at ${PHONE_WIDTH} px width`,
        };
      }
    }
  },
};
