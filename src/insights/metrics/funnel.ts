import { shares } from '../rows/shares.js';
import { ordered } from '../sql/ordered.js';
import type { Metric } from './metric.js';

/** From the first to the last, each with the events that tell of it; the last two are told of by pages and shops. */
const STAGES = [
  ['opportunity', "type = 'player_opportunity'"],
  ['view', "type IN ('view_start', 'playback')"],
  ['exposure', "type = 'hotspot_exposure'"],
  ['click', "type = 'hotspot_click'"],
  ['product', "type IN ('product_view', 'product_dwell')"],
  ['cart', "type = 'buy_now' OR type = 'cart_change' AND quantity > 0"],
  ['checkout', undefined],
  ['order', undefined],
] as const;

const stage = `CASE ${STAGES.flatMap(([, events], index) => (events ? [`WHEN ${events} THEN ${index + 1}`] : []))
  .reverse()
  .join(' ')} ELSE 0 END`;

/** Checkouts and orders are also of people who were near no video yet, and tell of none: what counts is that they came after. */
const last = `
  CASE WHEN ordered_ms >= began_ms THEN ${STAGES.length} WHEN checkout_ms >= began_ms THEN ${STAGES.length - 1} ELSE reached END`;

/** From the opportunity to the order. */
export const funnel: Metric = {
  name: 'funnel',
  unit: 'share',
  definition:
    'Viewers who reached a stage, divided by those who reached the one before; whoever got further counts for what comes ' +
    'before it. A checkout counts after the first event at a video, and so does an order that the viewer placed, or of which a line was put in the cart in the video.',
  basis: 'viewers',
  by: { stage: 'stage' },
  sql: {
    stages: () => `
      SELECT ${last} AS stage, count(*) AS viewers
      FROM (
        SELECT site, viewer, max(reached) AS reached, max(began_ms) AS began_ms, max(checkout_ms) AS checkout_ms,
          max(ordered_ms) AS ordered_ms
        FROM (
          SELECT site, viewer, max(${stage}) AS reached, min(at_ms) AS began_ms, NULL AS checkout_ms, NULL AS ordered_ms
          FROM events
          WHERE NOT bot AND ${stage} > 0 AND {selection by view}
          GROUP BY site, viewer
          UNION ALL
          SELECT site, viewer, NULL AS reached, NULL AS began_ms, max(at_ms) AS checkout_ms, NULL AS ordered_ms
          FROM events
          WHERE type = 'checkout_step' AND NOT bot AND {selection of site}
          GROUP BY site, viewer
          UNION ALL
          SELECT site, viewer, NULL AS reached, NULL AS began_ms, NULL AS checkout_ms, ordered_ms FROM (${ordered()}) AS ordered
        ) AS told
        GROUP BY site, viewer
      ) AS viewers
      WHERE reached > 0
      GROUP BY ${last}`,
  },
  rows({ stages }) {
    const reached = STAGES.map((_, index) =>
      stages!.reduce((sum, cell) => sum + (Number(cell.stage) > index ? Number(cell.viewers) : 0), 0),
    );
    if (!reached[0]) return [];
    const cells = STAGES.map(([dimension], index) => ({
      dimension,
      k: reached[index]!,
      n: reached[Math.max(0, index - 1)]!,
      ofFirst: reached[index]! / reached[0]!,
    }));
    return shares(cells, 'stage');
  },
};
