import type { Dialect } from '../dialects/dialect.js';
import { LONGEST_MS, sweep } from './sweep.js';

/** Viewers whose time differs by less are one cell of the bootstrap; their sums stay exact. */
const CELL_MS = 1000;

/**
 * SQL that counts viewers by their views and the time that they watched, the cells of a bootstrap: `viewers`, and of all of
 * them `views`, `merged` milliseconds of film, each once a view, `played` ones, each as often as it was played, and those played
 * `again`.
 */
export const watched = ({ divide }: Dialect): string => `
  SELECT dimension, views AS "each", ${divide('merged', String(CELL_MS))} AS cell,
    count(*) AS viewers, sum(views) AS views, sum(merged) AS merged, sum(played) AS played,
    sum(played - merged) AS again
  FROM (
    SELECT dimension, site, viewer, count(*) AS views, sum(merged) AS merged, sum(played) AS played
    FROM (
      SELECT dimension, site, viewer, view_id, -sum(views * edge_at) AS merged, -sum(plays * edge_at) AS played
      FROM (${sweep(
        `
        SELECT {by} AS dimension, site, viewer, view_id, from_ms AS from_at, to_ms AS to_at
        FROM events
        WHERE type = 'playback' AND NOT bot AND to_ms > from_ms AND to_ms <= ${LONGEST_MS} AND {by} IS NOT NULL AND {selection}`,
        ['dimension', 'viewer'],
      )}
      ) AS edges
      GROUP BY dimension, site, viewer, view_id
    ) AS by_view
    GROUP BY dimension, site, viewer
  ) AS by_viewer
  GROUP BY dimension, views, ${divide('merged', String(CELL_MS))}`;
