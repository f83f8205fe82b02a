import type { Rule } from '../finding.js';
import { type Pair, pairsNearer } from '../pairs.js';
import { PHONE_WIDTH, TARGET } from '../targets.js';

/** Products that pass one another touch for a moment, and nobody presses just then. Seconds. */
const MOMENT_S = 0.5;

export const overlap: Rule = {
  code: 'overlap',
  severity: 'warning',
  finds: 'Two hotspots whose 44 px targets overlap on a picture 360 px wide, for more than half a second.',
  cure: 'Move one of the two aside, or show them one after the other.',
  *check({ places, layouts }) {
    for (const layout of layouts) {
      // One line for each, of the worst: a crowd of hotspots must not become its square.
      const worst = new Map<string, Pair & { more: number }>();
      for (const pair of pairsNearer(layout, TARGET)) {
        if (pair.seconds <= MOMENT_S) continue;
        const known = worst.get(pair.lower.hotspot.id);
        const more = known ? known.more + 1 : 0;
        worst.set(pair.lower.hotspot.id, { ...(known && known.seconds >= pair.seconds ? known : pair), more });
      }
      for (const { lower, upper, seconds, more } of worst.values())
        yield {
          path: `${places.hotspot(lower.hotspot)}.${lower.frames}`,
          message: `overlaps ${places.hotspot(upper.hotspot)} for ${seconds.toFixed(1)} s at ${PHONE_WIDTH} px width${more ? `, and ${more} others` : ''}`,
        };
    }
  },
};
