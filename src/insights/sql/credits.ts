import type { Dialect } from '../dialects/dialect.js';
import { soldLines } from './sold-lines.js';

/** What people's clocks may differ by: a token has the time of a browser, an order that of a shop. */
const SKEW_MS = 300_000;

/** An in-video cart action. What it is of a bot counts for nothing. */
export const TOUCH = `(type = 'buy_now' OR type = 'cart_change' AND quantity > 0)`;

/** Of `touches` what a credit is split by. */
const OF_TOUCH = 'video_id, segment, experiment, arm, surface, campaign_source, campaign_medium';

/**
 * Equal shares of a whole, of which the last are one larger, so that they sum to it: the i-th of `touches_n`. So no share of
 * what came back is larger than that of what was sold.
 */
const part = (whole: string, { divide }: Dialect) => {
  const share = divide(whole, 'touches_n');
  return `
  CASE WHEN $model = 'linear'
    THEN ${share} + CASE WHEN place > touches_n - (${whole} - touches_n * (${share})) THEN 1 ELSE 0 END
    ELSE ${whole} END`;
};

/**
 * Every sold line with the in-video cart actions that get credit for it: one row per line and action, and one row for a line
 * that has none. Over the rows of a line `minor` and `back` sum to what was sold and what came back of it, exactly.
 *
 * A token on the line that holds names the action itself: it gets all, under every model. It holds when its video is one of
 * the site's, its view is of no other site, it was made within the window before the order, and no bot made it. Otherwise the
 * actions of the viewer who ordered count, within the window before the order: those of the same product, and where there are
 * none, those of others (halo). Where two are of one millisecond, view and `seq` say which was later, whatever order they
 * arrived in.
 *
 * Parameters: `$withinMs`, `$model` (last, first, linear).
 * @returns SQL of `site, order_id, line, at_ms, buyer, currency, product_id, quantity, kind, minor, back` and what is known of
 * the action; `kind` is same, halo or unattributed, `buyer` the viewer, or the order where nobody knows whose it is
 */
export const credits = (dialect: Dialect) => `
  WITH touches AS (
    SELECT site, viewer, view_id, seq, at_ms, product_id, position_ms, bot, ${OF_TOUCH}
    FROM events WHERE ${TOUCH} AND {selection of site}
  ),
  sold AS (${soldLines('minor')}),
  told AS (
    SELECT sold.site AS site, sold.order_id AS order_id, sold.line AS line, token_video AS video_id, token_segment AS segment,
      token_experiment AS experiment, token_arm AS arm, surface, campaign_source, campaign_medium
    FROM sold
    LEFT JOIN (
      SELECT site, view_id, position_ms, min(at_ms) AS touched_ms, max(surface) AS surface,
        max(campaign_source) AS campaign_source, max(campaign_medium) AS campaign_medium
      FROM touches GROUP BY site, view_id, position_ms
    ) AS seen
      ON seen.site = sold.site AND seen.view_id = sold.token_view AND seen.position_ms = sold.token_position_ms
    LEFT JOIN (
      SELECT site, view_id, max(CASE WHEN bot THEN 1 ELSE 0 END) AS robot FROM touches GROUP BY site, view_id
    ) AS views
      ON views.site = sold.site AND views.view_id = sold.token_view
    INNER JOIN (
      SELECT site, video_id FROM (
        SELECT site, video_id FROM events WHERE {selection of site} GROUP BY site, video_id
        UNION ALL SELECT site, video_id FROM video_facts
      ) AS either GROUP BY site, video_id
    ) AS known
      ON known.site = sold.site AND known.video_id = sold.token_video
    WHERE coalesce(robot, 0) = 0
      AND (robot IS NOT NULL OR token_view IS NULL
        OR token_view NOT IN (SELECT view_id FROM events WHERE ${TOUCH} AND view_id IS NOT NULL))
      AND coalesce(touched_ms, token_at_ms) <= CASE WHEN touched_ms IS NULL THEN sold.at_ms + ${SKEW_MS} ELSE sold.at_ms END
      AND coalesce(touched_ms, token_at_ms) >= sold.at_ms - $withinMs
  ),
  matched AS (
    SELECT *, max(is_same) OVER (PARTITION BY site, order_id, line) AS any_same
    FROM (
      SELECT sold.site AS site, sold.order_id AS order_id, sold.line AS line, view_id, seq, touches.at_ms AS touched_ms,
        CASE WHEN touches.product_id = sold.product_id THEN 1 ELSE 0 END AS is_same, ${OF_TOUCH}
      FROM sold
      INNER JOIN touches ON touches.site = sold.site AND touches.viewer = sold.viewer
      WHERE NOT bot AND touches.at_ms <= sold.at_ms AND touches.at_ms >= sold.at_ms - $withinMs
        AND (sold.site, sold.order_id, sold.line) NOT IN (SELECT site, order_id, line FROM told)
    ) AS near
  ),
  placed AS (
    SELECT site, order_id, line, CASE WHEN is_same = 1 THEN 'same' ELSE 'halo' END AS kind, ${OF_TOUCH},
      row_number() OVER (PARTITION BY site, order_id, line ORDER BY touched_ms, view_id, seq) AS place,
      count(*) OVER (PARTITION BY site, order_id, line) AS touches_n
    FROM matched WHERE is_same = any_same
    UNION ALL
    SELECT site, order_id, line, 'same' AS kind, ${OF_TOUCH}, 1 AS place, 1 AS touches_n FROM told
  ),
  chosen AS (
    SELECT * FROM placed
    WHERE $model = 'linear' OR $model = 'last' AND place = touches_n OR $model = 'first' AND place = 1
  )
  SELECT sold.site AS site, sold.order_id AS order_id, sold.line AS line, sold.at_ms AS at_ms,
    coalesce(sold.viewer, sold.order_id) AS buyer, sold.currency AS currency, sold.product_id AS product_id,
    sold.variant_id AS variant_id, sold.quantity AS quantity, coalesce(kind, 'unattributed') AS kind, ${OF_TOUCH},
    CASE WHEN kind IS NULL THEN minor ELSE ${part('minor', dialect)} END AS minor,
    CASE WHEN kind IS NULL THEN back ELSE ${part('back', dialect)} END AS back
  FROM sold
  LEFT JOIN chosen ON chosen.site = sold.site AND chosen.order_id = sold.order_id AND chosen.line = sold.line`;
