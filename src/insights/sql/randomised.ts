import type { Dialect } from '../dialects/dialect.js';
import { soldLines } from './sold-lines.js';

/**
 * Viewers as they were randomised, and what each ordered since, whether the video was seen or not (intention to treat). Only
 * the viewer whom the shop names counts, not a line's token: who sees no player has no token, and would seem to buy less.
 * Without consent nobody is in an arm. Whoever got into another one, as weights were changed, stays in the first. A view is told of by its start; that is in no segment, and so is one there by what it
 * played. Of a product only the sales are, as viewers are randomised to none. `{by}` may be of `events`, or `host` or `length_ms` of a segment.
 * @param group what of `events` else viewers are kept apart by, given as `experiment`
 * @param worth SQL of what a sold line is worth, of `minor`, `back` and `margin`
 * @param which events tell of a viewer
 * @returns SQL of one row per dimension, experiment, viewer and currency, which is NULL of who ordered nothing
 */
export const randomised = ({ argMin }: Dialect, worth: string, group = 'experiment', which = 'TRUE') => `
  SELECT dimension, experiment, here.site AS site, here.viewer AS viewer, currency, max(since_ms) AS since_ms,
    max(views) AS views, sum(CASE WHEN placed_ms >= since_ms THEN worth ELSE 0 END) AS worth,
    max(CASE WHEN placed_ms >= since_ms THEN 1 ELSE 0 END) AS bought
  FROM (
    SELECT {by} AS dimension, ${group} AS experiment, events.site AS site, events.viewer AS viewer,
      min(at_ms) AS since_ms,
      count(DISTINCT CASE WHEN type = 'view_start' OR '{by}' <> 'arm' AND type = 'playback' THEN view_id END) AS views
    FROM (SELECT * FROM events WHERE NOT bot AND experiment IS NOT NULL AND arm IS NOT NULL AND ${which}
        AND {selection of site, video, segment, experiment, arm, surface, fromMs, toMs by view}) AS events
    INNER JOIN (
      SELECT site AS in_site, experiment AS in_experiment, viewer AS in_viewer, ${argMin('arm', 'at_ms')} AS in_arm
      FROM events
      WHERE type = 'player_opportunity' AND NOT bot AND arm IS NOT NULL AND experiment IS NOT NULL AND {selection of site, experiment}
      GROUP BY site, experiment, viewer
    ) AS told ON in_site = events.site AND in_experiment = events.experiment AND in_viewer = events.viewer AND in_arm = events.arm
    LEFT JOIN (
      SELECT site AS of_site, video_id AS of_video, segment AS of_segment, host, to_ms - from_ms AS length_ms FROM segment_facts
    ) AS facts ON of_site = events.site AND of_video = events.video_id AND of_segment = events.segment
    WHERE {by} IS NOT NULL
    GROUP BY {by}, ${group}, events.site, events.viewer
  ) AS here
  LEFT JOIN (
    SELECT sold.site AS site, sold.viewer AS viewer, sold.currency AS currency, sold.at_ms AS placed_ms, ${worth} AS worth
    FROM (${soldLines('minor').replace('site, product, fromMs, toMs', 'site, product')}) AS sold
    LEFT JOIN product_facts ON product_facts.site = sold.site AND product_facts.product_id = sold.product_id
    WHERE sold.viewer IS NOT NULL
  ) AS placed ON placed.site = here.site AND placed.viewer = here.viewer
  GROUP BY dimension, experiment, here.site, here.viewer, currency`;

/** Of the rows of `randomised`, which are found once: how many viewers, and since when (`arrival`), and what they are worth by currency. */
export const told = (rows: string) => `
  WITH randomised AS (${rows})
  SELECT 'arrival' AS what, dimension, experiment, NULL AS currency, count(*) AS n, sum(views) AS views, sum(bought) AS buyers,
    min(since_ms) AS since_ms, NULL AS total, NULL AS squares
  FROM (
    SELECT dimension, experiment, site, viewer, max(views) AS views, max(bought) AS bought, min(since_ms) AS since_ms
    FROM randomised GROUP BY dimension, experiment, site, viewer
  ) AS viewers
  GROUP BY dimension, experiment
  UNION ALL
  SELECT 'earning' AS what, dimension, experiment, currency, NULL AS n, NULL AS views, sum(bought) AS buyers, NULL AS since_ms,
    sum(worth) AS total, sum(CAST(worth AS DOUBLE) * CAST(worth AS DOUBLE)) AS squares
  FROM randomised WHERE bought = 1
  GROUP BY dimension, experiment, currency`;
