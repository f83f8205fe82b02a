import { ranked } from '../rows/ranked.js';
import { totals } from '../rows/totals.js';
import { ARM } from '../sql/arm.js';
import { credits } from '../sql/credits.js';
import { soldLines } from '../sql/sold-lines.js';
import type { Metric, Option } from './metric.js';

/** Which action in the video gets the credit for a sale, wherever that is asked. */
export const CREDIT_OPTIONS = {
  model: {
    values: ['last', 'first', 'linear'],
    default: 'last',
    meaning: 'Which of several cart actions gets the credit: the last, the first, or all alike.',
  },
  within: { days: [1, 30], default: 7, meaning: 'How many days before the order a cart action may have been.' },
} satisfies Record<string, Option>;

/** Whose sale it was. */
export const attribution: Metric = {
  name: 'attribution',
  unit: 'minor units',
  definition:
    'Revenue, less what was given back, by the in-video cart action before the order: of the same product, of another by the ' +
    'same viewer (halo), or unattributed; a line’s own token beats the viewer. In each currency all rows sum to the ' +
    'revenue, to the minor unit. Credit is no proof that the video caused the sale.',
  basis: 'buyers',
  by: {
    video: 'video_id',
    product: 'product_id',
    segment: 'segment',
    source: 'campaign_source',
    medium: 'campaign_medium',
    arm: ARM,
    surface: 'surface',
    day: 'at_ms',
  },
  options: CREDIT_OPTIONS,
  sql: {
    credits: (dialect) => `
      SELECT dimension, currency, kind, count(*) AS buyers, sum(orders) AS k, sum(minor) AS gross, sum(back) AS refunded,
        sum(minor - back) AS value, sum(CAST(minor - back AS DOUBLE) * CAST(minor - back AS DOUBLE)) AS squares
      FROM (
        SELECT {by} AS dimension, currency, kind, site, buyer, count(DISTINCT order_id) AS orders, sum(minor) AS minor,
          sum(back) AS back
        FROM (${credits(dialect)}) AS credited
        WHERE {selection of video, segment, experiment, arm, surface}
        GROUP BY {by}, currency, kind, site, buyer
      ) AS buyers
      GROUP BY dimension, currency, kind`,
    refunds: () => `
      SELECT currency, sum(minor) AS minor, sum(CASE WHEN known IS NULL THEN minor ELSE 0 END) AS orphaned
      FROM (
        SELECT given.currency AS currency, given.minor AS minor, placed.order_id AS known
        FROM (SELECT site, order_id, currency, minor FROM returns WHERE {selection of site, product}) AS given
        LEFT JOIN (SELECT site, order_id, min(at_ms) AS at_ms FROM sales GROUP BY site, order_id) AS placed
          ON placed.site = given.site AND placed.order_id = given.order_id
        WHERE placed.order_id IS NULL OR {selection of fromMs, toMs}
      ) AS refunds
      GROUP BY currency`,
    // of all lines: those of the rows may be of one video alone
    returned: () => `SELECT currency, sum(back) AS minor FROM (${soldLines('minor')}) AS sold GROUP BY currency`,
  },
  rows: ({ credits: cells }, { by }) => {
    const rows = totals(cells!, by);
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return ranked(
      rows.sort((a, b) => compare(`${a.currency} ${a.kind}`, `${b.currency} ${b.kind}`)),
      by,
    );
  },
  /** Of all videos, whichever was asked for. Refunds that came back to no line: larger than it, of another currency, or (`orphaned`) of an order nobody told of. */
  summary: ({ refunds, returned: lines }) => ({
    refunds: [...refunds!]
      .sort((a, b) => (String(a.currency) < String(b.currency) ? -1 : 1))
      .map(({ currency, minor, orphaned }) => {
        const returned = Number(lines!.find((cell) => cell.currency === currency)?.minor ?? 0);
        return { currency, minor, returned, excess: Number(minor) - Number(orphaned) - returned, orphaned };
      }),
  }),
};
