import { createSchedule } from '../../../timeline/schedule.js';
import type { Rule } from '../finding.js';

/**
 * Seconds that a practised person needs, by the keystroke-level model (Card, Moran and Newell, Communications of the
 * ACM 23(7), 1980): to take it in, to point and press, or to press a key once.
 */
const [TAKE_IN_S, POINT_S, PRESS_S, KEY_S] = [1.35, 1.1, 0.2, 0.28];

/** @param among how many hotspots are shown at that time: as often Tab may be pressed, and Enter once */
const reachableS = (among: number) => TAKE_IN_S + Math.max(POINT_S + PRESS_S, KEY_S * (among + 1));

export const shortCue: Rule = {
  code: 'short-cue',
  severity: 'warning',
  finds:
    'A hotspot that is gone before a shopper can have reached it: 2.65 s by pointer, 1.63 s and 0.28 s per hotspot of the scene by keyboard (keystroke-level model).',
  cure: 'Show it longer, from before to after its moment.',
  *check({ manifest: { hotspots }, places }) {
    const schedule = createSchedule(hotspots);
    for (const hotspot of hotspots) {
      const shownS = hotspot.end - hotspot.start;
      const neededS = reachableS(schedule.activeAt(hotspot.start).length);
      if (shownS < neededS)
        yield {
          path: places.hotspot(hotspot),
          message: `is shown for ${shownS.toFixed(2)} s, and to reach it takes ${neededS.toFixed(2)} s`,
        };
    }
  },
};
