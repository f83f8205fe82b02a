import { ranked } from '../rows/ranked.js';
import { shares } from '../rows/shares.js';
import { ARM } from '../sql/arm.js';
import { TOUCH } from '../sql/credits.js';
import type { Metric } from './metric.js';

const WAIT = `CASE $state WHEN 'open' THEN 1800000 WHEN 'lost' THEN 604800000 ELSE 86400000 END`;

/** Who wanted it and did not buy. */
export const abandoned: Metric = {
  name: 'abandoned',
  unit: 'share',
  definition:
    'Viewers who put something in the cart or bought it in the video and did not order within 30 minutes (open), 24 hours ' +
    '(abandoned) or 7 days (lost) of the last time, divided by all who did; who did so less long ago is pending, and in neither.',
  basis: 'viewers',
  by: { video: 'video_id', product: 'product_id', segment: 'segment', surface: 'surface', arm: ARM, day: 'at_ms' },
  options: {
    state: {
      values: ['open', 'abandoned', 'lost'],
      default: 'abandoned',
      meaning: 'How long is waited for the order: 30 minutes, 24 hours or 7 days.',
    },
  },
  sql: {
    viewers: () => `
      SELECT dimension, sum(1 - pending) AS n, sum((1 - pending) * (1 - bought)) AS k, sum(pending) AS pending
      FROM (
        SELECT dimension, wanted.site AS site, wanted.viewer AS viewer,
          max(CASE WHEN wanted_ms > $nowMs - ${WAIT} THEN 1 ELSE 0 END) AS pending,
          max(CASE WHEN ordered_ms >= wanted_ms AND ordered_ms <= wanted_ms + ${WAIT} THEN 1 ELSE 0 END) AS bought
        FROM (
          SELECT {by} AS dimension, site, viewer, max(at_ms) AS wanted_ms
          FROM events WHERE ${TOUCH} AND NOT bot AND {by} IS NOT NULL AND {selection}
          GROUP BY {by}, site, viewer
        ) AS wanted
        LEFT JOIN (
          SELECT site, viewer, at_ms AS ordered_ms FROM sales WHERE viewer IS NOT NULL AND {selection of site}
          UNION ALL
          SELECT carts.site AS site, carts.viewer AS viewer, named.at_ms AS ordered_ms
          FROM (SELECT site, token_view, at_ms FROM sales WHERE token_view IS NOT NULL AND {selection of site}) AS named
          INNER JOIN (
            SELECT site, viewer, view_id FROM events WHERE ${TOUCH} AND NOT bot AND {selection of site}
            GROUP BY site, viewer, view_id
          ) AS carts ON carts.site = named.site AND carts.view_id = named.token_view
        ) AS orders ON orders.site = wanted.site AND orders.viewer = wanted.viewer
        GROUP BY dimension, wanted.site, wanted.viewer
      ) AS viewers
      GROUP BY dimension`,
  },
  rows: ({ viewers }, { by }) => ranked(shares(viewers!, by), by),
};
