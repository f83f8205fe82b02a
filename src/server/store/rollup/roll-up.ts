import { counted } from '../../../insights/quality.js';
import { LONGEST_MS } from '../../../insights/sql/sweep.js';
import { QUARTER_MS } from '../../../insights/zone.js';
import { DEDUP_WINDOW_MS } from '../event-store.js';
import { ARRIVED, KEY, KINDS, OF_VIEW } from './rolled.js';

const key = KEY.join(', ');
const quarter = `at_ms // ${QUARTER_MS}`;
const ofView = OF_VIEW.join(', ');
const DUE = 'received_ms < $before::BIGINT';
const OFTEN = `type IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})`;
const PLAYED = `(type = 'playback' AND from_ms >= 0 AND to_ms > from_ms AND to_ms <= ${LONGEST_MS})`;

/** What is told of once a view, or is a range by itself. In order, so that an engine can pass over what it is not asked for. */
const EACH = `
  INSERT INTO rolled_events BY NAME
  SELECT ${key}, from_ms, to_ms, min(at_ms) AS at_ms, max(seq) AS seq, count(*) AS times
  FROM ${ARRIVED} WHERE ${DUE} AND ${OFTEN} AND NOT coalesce(${PLAYED}, FALSE)
  GROUP BY ${key}, ${quarter}, from_ms, to_ms
  ORDER BY type, video_id`;

/**
 * Ranges that were played, as the ends of what they add up to: where one ends and another begins, neither is left. So over
 * each moment of the film there lie as many as before, and what comes later is added in the same way.
 */
const PLAYBACK = `
  INSERT INTO rolled_events BY NAME
  WITH parts AS MATERIALIZED (
    SELECT *, row_number() OVER () AS part
    FROM (
      SELECT ${key}, min(at_ms) AS at_ms, max(seq) AS seq, count(*) AS times, list(from_ms) AS froms, list(to_ms) AS tos
      FROM ${ARRIVED} WHERE ${DUE} AND ${PLAYED}
      GROUP BY ${key}, ${quarter}
    ) AS played
  ),
  ends AS (
    SELECT part, ms, sum(edge) AS step
    FROM (SELECT part, unnest(froms) AS ms, 1 AS edge FROM parts UNION ALL SELECT part, unnest(tos), -1 FROM parts) AS edges
    GROUP BY part, ms HAVING sum(edge) <> 0
  ),
  ranges AS (
    SELECT part, unnest(range(0, len(froms))) AS nth, unnest(froms) AS from_ms, unnest(tos) AS to_ms
    FROM (
      SELECT part, list(ms ORDER BY ms) FILTER (step > 0) AS froms, list(ms ORDER BY ms) FILTER (step < 0) AS tos
      FROM (SELECT part, ms, step, unnest(range(0, abs(step)::BIGINT)) FROM ends) AS single
      GROUP BY part
    ) AS paired
  )
  SELECT ${key}, at_ms, seq, from_ms, to_ms, CASE WHEN nth = 0 THEN times ELSE 0 END AS times
  FROM ranges JOIN parts USING (part)
  ORDER BY video_id`;

/** Of a view, how many events arrived, and how many were sent. */
const VIEWS = `
  INSERT INTO rolled_views BY NAME
  SELECT ${ofView}, min(at_ms) AS at_ms, sum(arrived) AS arrived, max(sent) AS sent
  FROM (SELECT ${ofView}, at_ms, ${counted('1')} FROM ${ARRIVED} WHERE ${DUE}) AS due
  GROUP BY ${ofView}, ${quarter}`;

/**
 * What rolls up events that were received before `$before`, one after the other in one transaction. Their ids stay for as
 * long as they may come again, by the time of those that are rolled up: a journal that is read anew is read as it was then.
 */
export const STEPS = [
  EACH,
  PLAYBACK,
  VIEWS,
  `INSERT INTO kept_events SELECT * FROM ${ARRIVED} WHERE ${DUE} AND NOT ${OFTEN}`,
  `INSERT INTO known_ids SELECT event_id, received_ms FROM ${ARRIVED} WHERE ${DUE}`,
  `DELETE FROM ${ARRIVED} WHERE ${DUE}`,
];

export const FORGET_IDS = `
  DELETE FROM known_ids WHERE received_ms < (SELECT max(received_ms) FROM known_ids) - ${DEDUP_WINDOW_MS}`;

/** When the first was received that may be rolled up. */
export const FIRST_DUE = `SELECT min(received_ms) AS "firstMs" FROM ${ARRIVED} WHERE ${DUE}`;
