import { ranked } from '../rows/ranked.js';
import { shares } from '../rows/shares.js';
import { credits } from '../sql/credits.js';
import { soldLines } from '../sql/sold-lines.js';
import { CREDIT_OPTIONS } from './attribution.js';
import type { Metric } from './metric.js';

/** What came back. Orders too young to tell are left out: what came back of them early would look like all. */
export const returns: Metric = {
  name: 'returns',
  unit: 'share',
  definition:
    'Units that came back within the time allowed, divided by the units sold, of orders at least that old; by video it is that of ' +
    'the last in-video cart action, and null what has none. It says nothing of why.',
  basis: 'units',
  by: { product: 'product_id', video: 'video_id', day: 'at_ms' },
  options: {
    age: { days: [1, 365], default: 30, meaning: 'Within how many days of the order units may come back.' },
    within: CREDIT_OPTIONS.within,
  },
  sql: {
    units: (dialect) => `
      SELECT {by} AS dimension, sum(back) AS k, sum(units) AS n
      FROM (
        SELECT fates.product_id AS product_id, fates.at_ms AS at_ms, fates.back AS back, fates.quantity AS units, video_id,
          segment, experiment, arm, surface
        FROM (${soldLines('quantity', 'at_ms <= sold_ms + $ageMs')}) AS fates
        INNER JOIN (${credits(dialect).replaceAll('$model', "'last'")}) AS credited
          ON credited.site = fates.site AND credited.order_id = fates.order_id AND credited.line = fates.line
        WHERE fates.at_ms <= $nowMs - $ageMs
      ) AS lines
      WHERE {selection of video, segment, experiment, arm, surface}
      GROUP BY {by}`,
  },
  rows: ({ units }, { by }) => ranked(shares(units!, by), by),
};
