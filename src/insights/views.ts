/**
 * What metrics read beside `events`. Tables of orders are only ever appended to: an order stands in them once per time that
 * somebody told of it, and a fact of the catalogue once per change. These keep one, whatever the order of arrival.
 */

/** The less, the better known: a page's word is anyone's. */
const TRUST = `CASE source WHEN 'server' THEN 0 WHEN 'shopify' THEN 1 WHEN 'woocommerce' THEN 2 ELSE 3 END`;

const sale = (viewer: string) =>
  `site, order_id, source, at_ms, received_ms, ${viewer}, currency, line, product_id, variant_id, quantity, minor, ` +
  'token_video, token_view, token_hotspot, token_position_ms, token_segment, token_experiment, token_arm, token_at_ms';
const RETURN =
  'site, order_id, refund_id, source, at_ms, received_ms, currency, line, product_id, variant_id, quantity, minor';

/**
 * All lines of the most trusted, then first telling of a thing; `copy` sorts out two of the same millisecond.
 * @param key of the thing
 */
const once = (table: string, columns: string, key: string) => `
  SELECT ${columns}
  FROM (
    SELECT ${columns},
      rank() OVER (PARTITION BY ${key} ORDER BY trust, received_ms, at_ms) AS telling,
      row_number() OVER (PARTITION BY ${key}, trust, received_ms, at_ms, line ORDER BY product_id, quantity, minor) AS copy
    FROM (SELECT ${columns}, ${TRUST} AS trust FROM ${table}) AS told
  ) AS ranked
  WHERE telling = 1 AND copy = 1`;

/**
 * The tellings of orders, each with whom the most trusted, then first of them names: a webhook names nobody, and without the
 * word of the shop's own page who bought would be unknown.
 */
const NAMED = `
  first_value(named) OVER (
    PARTITION BY site, order_id
    ORDER BY CASE WHEN named IS NULL THEN 1 ELSE 0 END, ${TRUST}, received_ms, at_ms, named
  ) AS viewer`;
const TELLINGS = `(SELECT ${sale(NAMED)} FROM (SELECT ${sale('viewer AS named')} FROM order_lines) AS tellings) AS named_lines`;

/** The latest row of each key; of two of one millisecond always the same. */
const latest = (table: string, columns: string, key: string, rest: string) => `
  SELECT ${columns}
  FROM (
    SELECT ${columns}, row_number() OVER (PARTITION BY ${key} ORDER BY received_ms DESC, ${rest}) AS place
    FROM ${table}
  ) AS ranked
  WHERE place = 1`;

/** By name, the SELECT of each view, which DuckDB and ClickHouse read alike. */
export const VIEWS: Readonly<Record<string, string>> = {
  sales: once(TELLINGS, sale('viewer'), 'site, order_id'),
  returns: once('refund_lines', RETURN, 'site, order_id, refund_id'),
  product_facts: latest(
    'products',
    'site, product_id, received_ms, category, margin, name',
    'site, product_id',
    'category, margin, name',
  ),
  stock: latest('inventory', 'site, product_id, day, stock, received_ms', 'site, product_id, day', 'stock'),
  video_facts: latest(
    'videos',
    'site, video_id, received_ms, title, cost_minor, currency, url',
    'site, video_id',
    'title, cost_minor, currency, url',
  ),
  segment_facts: latest(
    'segments',
    'site, video_id, segment, received_ms, label, from_ms, to_ms, host',
    'site, video_id, segment',
    'label, from_ms, to_ms, host',
  ),
  site_facts: latest('sites', 'site, received_ms, simulated', 'site', 'simulated'),
  // a server that ended right after telling of it tells again
  recovery_arms: `
  SELECT site, intent, viewer, video_id, at_ms, arm, holdout
  FROM (
    SELECT site, intent, viewer, video_id, at_ms, arm, holdout,
      row_number() OVER (PARTITION BY site, intent ORDER BY received_ms, arm) AS telling
    FROM recovery_assignments
  ) AS ranked
  WHERE telling = 1`,
  // all arms of the latest telling: one that was taken out is none any more
  arm_facts: `
  SELECT site, experiment, arm, place, share, received_ms
  FROM (
    SELECT site, experiment, arm, place, share, received_ms,
      rank() OVER (PARTITION BY site, experiment ORDER BY received_ms DESC) AS telling,
      row_number() OVER (PARTITION BY site, experiment, arm, received_ms ORDER BY place, share) AS copy
    FROM arms
  ) AS ranked
  WHERE telling = 1 AND copy = 1`,
};
