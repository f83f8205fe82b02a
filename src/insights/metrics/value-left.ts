import { bootstrapped } from '../rows/bootstrapped.js';
import { ranked } from '../rows/ranked.js';
import { ARM } from '../sql/arm.js';
import type { Metric } from './metric.js';

/** What is still in carts. */
export const valueLeft: Metric = {
  name: 'value-left',
  unit: 'minor units',
  definition:
    'What viewers put in the cart in the video, less what they took out there, and have not ordered since, times its latest ' +
    'price; it says what was left, not what could be had of it.',
  basis: 'viewers',
  by: { video: 'video_id', product: 'product_id', surface: 'surface', arm: ARM },
  sql: {
    // each viewer's carts, emptied by the viewer's latest order; a variant is a thing of its own
    viewers: ({ argMax }) => `
      SELECT dimension, currency, amount, count(*) AS n
      FROM (
        SELECT dimension, currency, site, viewer, sum(units * price) AS amount
        FROM (
          SELECT {by} AS dimension, currency, carts.site AS site, carts.viewer AS viewer, product_id, variant_id,
            sum(quantity) AS units, ${argMax('unit_minor', 'at_ms * 100000 + seq')} AS price
          FROM (SELECT * FROM events WHERE type = 'cart_change' AND NOT bot AND {by} IS NOT NULL AND {selection}) AS carts
          LEFT JOIN (
            SELECT site, viewer, max(at_ms) AS ordered_ms
            FROM (
              SELECT site, viewer, at_ms FROM sales WHERE viewer IS NOT NULL AND {selection of site}
              UNION ALL
              SELECT seen.site AS site, seen.viewer AS viewer, named.at_ms AS at_ms
              FROM (SELECT site, token_view, at_ms FROM sales WHERE token_view IS NOT NULL AND {selection of site}) AS named
              INNER JOIN (
                SELECT site, viewer, view_id FROM events WHERE type = 'cart_change' AND NOT bot AND {selection of site}
                GROUP BY site, viewer, view_id
              ) AS seen ON seen.site = named.site AND seen.view_id = named.token_view
            ) AS told GROUP BY site, viewer
          ) AS orders ON orders.site = carts.site AND orders.viewer = carts.viewer
          WHERE ordered_ms IS NULL OR carts.at_ms > ordered_ms
          GROUP BY {by}, currency, carts.site, carts.viewer, product_id, variant_id
        ) AS things
        WHERE units > 0
        GROUP BY dimension, currency, site, viewer
      ) AS viewers
      GROUP BY dimension, currency, amount`,
  },
  rows: ({ viewers }, { by }) =>
    ranked(
      bootstrapped(viewers!, by, (sum) => sum),
      by,
    ),
};
