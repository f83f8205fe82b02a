import { ranked } from '../rows/ranked.js';
import type { Metric } from './metric.js';

/** What has arrived, for a look at whether the beacons work. Bots are not in the value but beside it. */
export const counts: Metric = {
  name: 'counts',
  unit: 'events',
  definition: 'Events that arrived, each counted once however often it was sent; those of bots stand beside them.',
  basis: 'events',
  by: { type: 'type', product: 'product_id', video: 'video_id', day: 'at_ms' },
  sql: {
    events: () => `
      SELECT {by} AS dimension,
        sum(CASE WHEN bot THEN 0 ELSE times END) AS n,
        sum(CASE WHEN bot THEN times ELSE 0 END) AS bots
      FROM events
      WHERE {by} IS NOT NULL AND {selection}
      GROUP BY {by}`,
  },
  rows: ({ events }, { by }) =>
    ranked(
      events!.map(({ dimension, n, bots }) => {
        const counted = n as number;
        return { [by]: dimension, n: counted, bots, value: counted, low: null, high: null };
      }),
      by,
    ),
};
