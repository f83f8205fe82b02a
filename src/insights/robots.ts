import type { Query } from './query.js';
import { bind, type Selection, select } from './selection.js';

/**
 * Viewers who click twice within 100 ms, which no finger does: programs that do not say so. It is counted by the clock of
 * the page, as two clicks of one that is wrong by hours are of the moment in which they arrived. A click that was the first
 * of its view has none before it, which engines say differently.
 */
const ROBOTS = `
  SELECT site, viewer
  FROM (
    SELECT site, viewer, client_at_ms, row_number() OVER (PARTITION BY site, viewer, view_id ORDER BY client_at_ms, event_id) AS nth,
      max(client_at_ms) OVER (
        PARTITION BY site, viewer, view_id ORDER BY client_at_ms, event_id ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING
      ) AS before_ms
    FROM events
    WHERE type = 'hotspot_click' AND NOT bot AND {selection of site}
  ) AS clicks
  WHERE nth > 1 AND client_at_ms - before_ms < 100
  GROUP BY site, viewer`;

const marked = (table: string) =>
  `FROM (SELECT * REPLACE (bot OR (site, viewer) IN (${ROBOTS}) AS bot) FROM ${table}) AS ${table}`;

/**
 * Finds out whether there are such viewers, as mostly there are none.
 * @returns what makes of a metric's SQL, before its selection is put in, one that takes all that they did for a bot's
 */
export async function markRobots({ site }: Selection, query: Query): Promise<(sql: string) => string> {
  const sql = select(`SELECT count(*) AS n FROM (${ROBOTS}) AS robots`, { site });
  const [found] = await query(sql, bind(sql, { site }));
  return found?.n
    ? (text) => text.replace(/\bFROM (events|view_parts)\b/g, (_, table) => marked(table))
    : (text) => text;
}
