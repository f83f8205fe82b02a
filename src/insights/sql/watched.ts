import type { Dialect } from '../dialects/dialect.js';
import { LONGEST_MS } from './sweep.js';

/** Viewers whose time differs by less are one cell of the bootstrap; their sums stay exact. */
const CELL_MS = 1000;

/** A number that stands for a position as if drawn at random: two primes, and no product leaves 63 bits. */
const mark = (ms: string) => `(${ms} * ${ms} * 1009 % 2147483647)`;

const RANGES = `
  SELECT {by} AS dimension, site, viewer, view_id, from_ms, to_ms
  FROM events
  WHERE type = 'playback' AND NOT bot AND from_ms >= 0 AND to_ms > from_ms AND to_ms <= ${LONGEST_MS}
    AND {by} IS NOT NULL AND {selection}`;

/**
 * SQL that counts viewers by their views and the time that they watched, the cells of a bootstrap: `viewers`, and of all of
 * them `views`, `merged` milliseconds of film, each once a view, `played` ones, each as often as it was played, and those
 * played `again`.
 *
 * Ranges that lie over each other must be sorted to be merged, which is slow. Most views play on without a gap or a way
 * back: wherever a range ends another begins, so that in the sum over all of what stands for their ends only the very first
 * and the very last are left. Only the others are sorted.
 */
export const watched = ({ divide }: Dialect): string => `
  WITH by_view AS (
    SELECT dimension, site, view_id, max(viewer) AS viewer, sum(to_ms - from_ms) AS played, min(from_ms) AS first_ms, max(to_ms) AS last_ms,
      sum(${mark('to_ms')} - ${mark('from_ms')}) AS marks
    FROM (${RANGES}) AS ranges
    GROUP BY dimension, site, view_id
  ),
  told AS (
    SELECT dimension, site, viewer, view_id, played, played AS merged,
      CASE WHEN played = last_ms - first_ms AND marks = ${mark('last_ms')} - ${mark('first_ms')} THEN 1 ELSE 0 END AS straight
    FROM by_view
  )
  SELECT dimension, views AS "each", ${divide('merged', String(CELL_MS))} AS cell,
    count(*) AS viewers, sum(views) AS views, sum(merged) AS merged, sum(played) AS played, sum(played - merged) AS again
  FROM (
    SELECT dimension, site, viewer, count(*) AS views, sum(merged) AS merged, sum(played) AS played
    FROM (
      SELECT dimension, site, viewer, view_id, merged, played FROM told WHERE straight = 1
      UNION ALL
      SELECT dimension, site, max(viewer) AS viewer, view_id,
        sum(CASE WHEN seen_ms > from_ms AND seen_ms < to_ms THEN to_ms - seen_ms WHEN seen_ms >= to_ms THEN 0 ELSE to_ms - from_ms END) AS merged,
        sum(to_ms - from_ms) AS played
      FROM (
        SELECT dimension, site, viewer, view_id, from_ms, to_ms,
          max(to_ms) OVER (PARTITION BY view_id, site, dimension ORDER BY from_ms, to_ms
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS seen_ms
        FROM (${RANGES}) AS ranges
        WHERE (dimension, site, view_id) IN (SELECT dimension, site, view_id FROM told WHERE straight = 0)
      ) AS sorted
      GROUP BY dimension, site, view_id
    ) AS merged_views
    GROUP BY dimension, site, viewer
  ) AS by_viewer
  GROUP BY dimension, views, ${divide('merged', String(CELL_MS))}`;
