import type { Query } from './query.js';
import { bind, type Selection, select } from './selection.js';

/**
 * Bots by viewer; losses by view, over all of a view that the selection touches, as `seq` counts from its beginning. A
 * `loss_report` is left out: what it counts is missing in its view already.
 */
const SQL = `
  SELECT 'viewers' AS what, sum(bot) AS part, count(*) AS whole
  FROM (
    SELECT site, viewer, max(CASE WHEN bot THEN 1 ELSE 0 END) AS bot
    FROM events WHERE {selection} GROUP BY site, viewer
  ) AS viewers
  UNION ALL
  SELECT 'events' AS what, sum(arrived) AS part, sum(sent) AS whole
  FROM (
    SELECT count(DISTINCT seq) AS arrived, max(seq) + 1 AS sent
    FROM events
    WHERE NOT bot AND type <> 'loss_report' AND (site, view_id) IN (SELECT site, view_id FROM events WHERE {selection})
    GROUP BY site, view_id
  ) AS views`;

/**
 * How far the data behind an answer can be trusted. The product does not narrow it: a view is whole or not.
 * @returns `botShare` of viewers and `lossShare` of events, 0..1; null when there is nothing to take a share of
 */
export async function quality({ product: _, ...selection }: Selection, query: Query) {
  const sql = select(SQL, selection);
  const rows = await query(sql, bind(sql, selection));
  const share = (what: string) => {
    const row = rows.find((found) => found.what === what);
    return row?.whole ? Number(row.part) / Number(row.whole) : null;
  };
  const arrived = share('events');
  return { botShare: share('viewers'), lossShare: arrived === null ? null : 1 - arrived };
}
