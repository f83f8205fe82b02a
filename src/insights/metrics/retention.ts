import { perSecond } from '../rows/per-second.js';
import { LONGEST_MS, walk } from '../sql/sweep.js';
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
    // a range that begins where another ends is the same playing: in the second that both are in it is no second time
    seconds: ({ divide }) => `
      SELECT edge_at AS second, sum(views) AS views, sum(plays) AS plays
      FROM (${walk(`
        SELECT site, view_id, step, CASE WHEN step > 0 THEN ${divide('edge_ms', '1000')} ELSE ${divide('edge_ms + 999', '1000')} END AS edge_at
        FROM (
          SELECT site, view_id, CASE WHEN edge = 1 THEN from_ms ELSE to_ms END AS edge_ms, sum(edge) AS step
          FROM (
            SELECT site, view_id, from_ms, to_ms FROM events
            WHERE type = 'playback' AND NOT bot AND from_ms >= 0 AND to_ms > from_ms AND to_ms <= ${LONGEST_MS} AND {selection}
          ) AS ranges CROSS JOIN (SELECT 1 AS edge UNION ALL SELECT -1 AS edge) AS edges
          GROUP BY site, view_id, CASE WHEN edge = 1 THEN from_ms ELSE to_ms END
        ) AS ends`)}
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
