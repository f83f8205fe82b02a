import type { Query } from './query.js';
import { bind, type Selection, select } from './selection.js';

/** Of an event, or of several in one row: how many arrived, and how many of its view had been sent by then. A `loss_report` is none. */
export const counted = (times: string) =>
  `CASE WHEN type = 'loss_report' THEN 0 ELSE ${times} END AS arrived, CASE WHEN type = 'loss_report' THEN 0 ELSE seq + 1 END AS sent`;

/** The same of all events. The view `view_parts` lacks the segment, and may so have fewer rows. */
export const PARTS = `
  SELECT site, bot, viewer, session_id, view_id, video_id, surface, segment, experiment, arm, at_ms, ${counted('times')} FROM events`;

/**
 * Bots by viewer. Losses by view, over all of a view that the selection touches, as `seq` counts from its beginning. A view
 * may have two viewers (without an id, until one is allowed), and is of one video. Within it no two events have the same
 * `seq`, so that those that arrived need only be counted, in one pass over the log. A `loss_report` is left out: what it
 * counts is missing in its view already. The cast is for ClickHouse, where a sum of ones has no sign and so no type in
 * common with `sent`.
 */
const sqlOf = (parts: string) => `
  WITH told AS (
    SELECT site, viewer, view_id, max(CASE WHEN bot THEN 1 ELSE 0 END) AS bot,
      CAST(sum(arrived) AS BIGINT) AS arrived, max(sent) AS sent,
      max(CASE WHEN {selection} THEN 1 ELSE 0 END) AS selected
    FROM ${parts}
    WHERE {selection of site, video}
    GROUP BY site, viewer, view_id
  )
  SELECT 'viewers' AS what, sum(bot) AS part, count(*) AS whole
  FROM (SELECT site, viewer, max(bot) AS bot FROM told WHERE selected = 1 GROUP BY site, viewer) AS viewers
  UNION ALL
  SELECT 'events' AS what, sum(CASE WHEN arrived < sent THEN arrived ELSE sent END) AS part, sum(sent) AS whole
  FROM (
    SELECT site, view_id, sum(arrived) AS arrived, max(sent) AS sent
    FROM told WHERE bot = 0 GROUP BY site, view_id HAVING max(selected) = 1
  ) AS views`;

/**
 * How far the data behind an answer can be trusted. The product does not narrow it: a view is whole or not.
 * @param marked has those who click as no finger does be bots (`markRobots`)
 * @returns `botShare` of viewers and `lossShare` of events, 0..1; null when there is nothing to take a share of
 */
export async function quality({ product: _, ...selection }: Selection, query: Query, marked: (sql: string) => string) {
  const parts = selection.segment === undefined ? 'view_parts' : `(${PARTS}) AS parts`;
  const sql = select(marked(sqlOf(parts)), selection);
  const rows = await query(sql, bind(sql, selection));
  const share = (what: string) => {
    const row = rows.find((found) => found.what === what);
    return row?.whole ? Number(row.part) / Number(row.whole) : null;
  };
  const arrived = share('events');
  return { botShare: share('viewers'), lossShare: arrived === null ? null : 1 - arrived };
}
