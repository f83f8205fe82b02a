import { perSecond } from '../rows/per-second.js';
import { LONGEST_MS, sweep } from '../sql/sweep.js';
import { wilson } from '../statistics/wilson.js';
import type { Metric } from './metric.js';

/** How far people watch, second by second. */
export const retention: Metric = {
  name: 'retention',
  unit: 'share',
  definition:
    'Views that covered a second of the film, each once, divided by the views that began; beside it how often the second was ' +
    'played, rewatches with it.',
  basis: 'views',
  by: { second: 'second' },
  needs: ['video'],
  sql: {
    starts: () => `
      SELECT count(*) AS n
      FROM (
        SELECT site, view_id FROM events
        WHERE type IN ('view_start', 'playback') AND NOT bot AND {selection}
        GROUP BY site, view_id
      ) AS views`,
    seconds: ({ divide }) => `
      SELECT edge_at AS second, sum(views) AS views, sum(plays) AS plays
      FROM (${sweep(`
        SELECT site, view_id, ${divide('from_ms', '1000')} AS from_at, ${divide('to_ms + 999', '1000')} AS to_at
        FROM events
        WHERE type = 'playback' AND NOT bot AND to_ms > from_ms AND to_ms <= ${LONGEST_MS} AND {selection}`)}
      ) AS edges
      GROUP BY edge_at`,
  },
  rows({ starts, seconds }) {
    const n = starts![0]!.n as number;
    return perSecond(seconds!, ['views', 'plays']).map(({ second, views: k, plays }) => ({
      second,
      k,
      n,
      plays,
      value: k / n,
      ...wilson(k, n),
    }));
  },
};
