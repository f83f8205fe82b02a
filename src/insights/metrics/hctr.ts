import { ranked } from '../rows/ranked.js';
import { shares } from '../rows/shares.js';
import { shrunken } from '../rows/shrunken.js';
import { ARM } from '../sql/arm.js';
import type { Metric } from './metric.js';

/** Hotspot click-through rate. The player records an exposure with a click that had none, so nobody clicks unexposed. */
export const hctr: Metric = {
  name: 'hctr',
  unit: 'share',
  definition:
    'Viewers who saw a hotspot and clicked one, divided by the viewers who saw one; ' +
    'a viewer without an id is counted by session, and list and chip clicks stand beside it. `shrunken` is the value pulled ' +
    'towards that of all, the more the fewer saw it, and `rank`, which it surpasses with 95 %, is what rows are ranked by.',
  basis: 'viewers',
  by: { product: 'product_id', video: 'video_id', surface: 'surface', arm: ARM, day: 'at_ms' },
  sql: {
    viewers: () => `
      SELECT dimension,
        sum(exposed * clicked) AS k,
        sum(exposed) AS n,
        sum(listed) AS "listClickers",
        sum(chipped) AS "chipClickers"
      FROM (
        SELECT {by} AS dimension, site, viewer,
          max(CASE WHEN type = 'hotspot_exposure' THEN 1 ELSE 0 END) AS exposed,
          max(CASE WHEN type = 'hotspot_click' AND via = 'hotspot' THEN 1 ELSE 0 END) AS clicked,
          max(CASE WHEN type = 'hotspot_click' AND via = 'list' THEN 1 ELSE 0 END) AS listed,
          max(CASE WHEN type = 'hotspot_click' AND via = 'chip' THEN 1 ELSE 0 END) AS chipped
        FROM events
        WHERE type IN ('hotspot_exposure', 'hotspot_click') AND NOT bot AND {by} IS NOT NULL AND {selection}
        GROUP BY {by}, site, viewer
      ) AS viewers
      GROUP BY dimension`,
  },
  rows: ({ viewers }, { by }) => ranked(shrunken(shares(viewers!, by)), by),
};
