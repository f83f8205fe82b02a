import type { Dialect } from '../dialects/dialect.js';
import { bootstrapped } from '../rows/bootstrapped.js';
import { ranked } from '../rows/ranked.js';
import { credits } from '../sql/credits.js';
import { CREDIT_OPTIONS } from './attribution.js';
import type { Metric } from './metric.js';

/** Of an order all lines, whichever product is asked for: it would be worth less without the others. */
const wholeOrders = (dialect: Dialect) =>
  credits(dialect).replaceAll('$model', "'last'").replace('site, product, fromMs, toMs', 'site, fromMs, toMs');

/** Whether what goes together is bought together. */
export const basket: Metric = {
  name: 'basket',
  unit: 'minor units',
  definition:
    'Mean value of an order: with complements, where two products or more were put in the cart in one video; without, where one ' +
    'was; none, where no line was. An order is whole or not there: a product or video that is asked for is in one of its lines. Who buys more may be another buyer: the difference is not what complements bring.',
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
            count(DISTINCT CASE WHEN kind = 'same' THEN product_id END) AS products,
            max(CASE WHEN {selection of product, video, segment, experiment, arm, surface} THEN 1 ELSE 0 END) AS selected
          FROM (${wholeOrders(dialect)}) AS credited
          GROUP BY site, order_id, currency, video_id
        ) AS videos
        GROUP BY site, order_id, currency
        HAVING max(selected) = 1
      ) AS orders
      GROUP BY {by}, currency, amount`,
  },
  rows: ({ orders }, { by }) =>
    ranked(
      bootstrapped(orders!, by, (sum, n) => sum / n),
      by,
    ),
};
