import { bootstrapped } from '../rows/bootstrapped.js';
import { ranked } from '../rows/ranked.js';
import { credits } from '../sql/credits.js';
import { CREDIT_OPTIONS } from './attribution.js';
import type { Metric } from './metric.js';

/** Whether what goes together is bought together. */
export const basket: Metric = {
  name: 'basket',
  unit: 'minor units',
  definition:
    'Mean value of an order: with complements, where two products or more were put in the cart in one video; without, where one ' +
    'was; none, where no line was. Who buys more may be another buyer: the difference is not what complements bring.',
  basis: 'orders',
  by: { complements: 'complements' },
  options: { within: CREDIT_OPTIONS.within },
  sql: {
    orders: (dialect) => `
      SELECT {by} AS dimension, currency, amount, count(*) AS n
      FROM (
        SELECT site, order_id, currency, sum(amount) AS amount,
          CASE WHEN max(products) >= 2 THEN 'with' WHEN max(products) = 1 THEN 'without' ELSE 'none' END AS complements
        FROM (
          SELECT site, order_id, currency, video_id, sum(minor) AS amount,
            count(DISTINCT CASE WHEN kind = 'same' THEN product_id END) AS products
          FROM (${credits(dialect).replaceAll('$model', "'last'")}) AS credited
          GROUP BY site, order_id, currency, video_id
        ) AS videos
        GROUP BY site, order_id, currency
      ) AS orders
      GROUP BY {by}, currency, amount`,
  },
  rows: ({ orders }, { by }) =>
    ranked(
      bootstrapped(orders!, by, (sum, n) => sum / n),
      by,
    ),
};
