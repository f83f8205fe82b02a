/**
 * A shop's history, made in DuckDB itself: the same rows for the same seed and size. People come back, watch less and less
 * of a film, see what is in the part that they watch, click some of it, and buy some of that; some are bots, some have no id. One event in a
 * hundred is lost on the way.
 */

const FIRST_DAY_MS = Date.UTC(2026, 5, 1);
const DAYS = 60;
export const LAST_DAY_MS = FIRST_DAY_MS + DAYS * 86_400_000;
const VIDEOS = 40;
const PRODUCTS = 200;
/** Products in a film, each of which is there for a while. */
const SHOWN = 16;
/** Playback is told every five seconds, of films of three minutes. */
const FLUSH_MS = 5000;
const FILM_MS = 180_000;

/** A film has a segment for each minute; what has a place in the film is in one. */
const segmentAt = (ms) => `('part-' || (${ms}) // 60000)`;

/** What the tables of a store may have; where one lacks a column, the rows go without. */
const EVENTS = {
  opportunity: `SELECT *, 0 AS seq, 'player_opportunity' AS type, start_ms AS at_ms, 1500 AS visible_ms FROM views`,
  start: `SELECT *, 1 AS seq, 'view_start' AS type, start_ms + 2000 AS at_ms, u5 < 0.4 AS autoplay, u5 < 0.4 AS muted
    FROM views WHERE watched_ms > 0`,
  playback: `SELECT *, 2 + part AS seq, 'playback' AS type, start_ms + 2000 + part * ${FLUSH_MS} + ${FLUSH_MS} AS at_ms,
      ${segmentAt(`part * ${FLUSH_MS}`)} AS segment, part * ${FLUSH_MS} AS from_ms, least(watched_ms, (part + 1) * ${FLUSH_MS}) AS to_ms, 1.0 AS rate
    FROM (SELECT *, unnest(range(0, parts)) AS part FROM views)`,
  rewatch: `SELECT *, 2 + parts AS seq, 'playback' AS type, start_ms + watched_ms + 20000 AS at_ms,
      0 AS from_ms, least(watched_ms, 8000) AS to_ms, 1.0 AS rate
    FROM views WHERE u6 < 0.2 AND watched_ms > 0`,
  exposure: `SELECT *, told + slot AS seq, 'hotspot_exposure' AS type, start_ms + 2000 + shown_ms AS at_ms,
      shown_ms AS from_ms, least(watched_ms, shown_ms + 12000) AS to_ms, 'h' || slot AS hotspot_id
    FROM seen`,
  click: `SELECT *, told + seen_n + 3 * nth AS seq, 'hotspot_click' AS type, start_ms + 4000 + shown_ms AS at_ms,
      shown_ms + 1000 + (hash(view_no, slot, 11) % 9000)::BIGINT AS position_ms, 'h' || slot AS hotspot_id,
      CASE hash(view_no, slot, 12) % 10 WHEN 0 THEN 'list' WHEN 1 THEN 'chip' ELSE 'hotspot' END AS via
    FROM clicked`,
  view: `SELECT * REPLACE (NULL AS segment), 1 + told + seen_n + 3 * nth AS seq, 'product_view' AS type, start_ms + 4100 + shown_ms AS at_ms
    FROM clicked`,
  dwell: `SELECT * REPLACE (NULL AS segment), 2 + told + seen_n + 3 * nth AS seq, 'product_dwell' AS type, start_ms + 14000 + shown_ms AS at_ms,
      (300 + hash(view_no, slot, 13) % 20000)::BIGINT AS dwell_ms
    FROM clicked`,
  cart: `SELECT *, told + seen_n + 3 * clicked_n + nth AS seq, kind AS type, 1 AS quantity
    FROM bought`,
};

/** A number from 0 up to, and without, 1. */
const u = (seed, salt, ...of) => `(hash(${[...of, salt, seed].join(', ')}) / 18446744073709551616.0)`;

/** An id that sorts by its time, as players make them. */
const UUID = `(substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(tail, 1, 3) || '-8' || substr(tail, 4, 3)
  || '-' || substr(tail, 7, 10) || '00')::UUID`;

const temporary = (seed, { first, views, of }) => [
  `CREATE OR REPLACE TEMP TABLE views AS
    SELECT *, least(${FILM_MS}, (-ln(1 - u4) * 63000)::BIGINT) * (u3 < 0.93)::INTEGER AS watched_ms,
      ceil(watched_ms / ${FLUSH_MS}.0)::BIGINT AS parts, 2 + parts + (u6 < 0.2 AND watched_ms > 0)::INTEGER AS told,
      CASE WHEN u7 < 0.1 THEN 's:s' || view_no ELSE 'v:' || viewer_no END AS viewer
    FROM (
      SELECT view_no, ${u(seed, 3, 'view_no')} AS u3, ${u(seed, 4, 'view_no')} AS u4, ${u(seed, 5, 'view_no')} AS u5,
        ${u(seed, 6, 'view_no')} AS u6,
        floor(${Math.ceil(of / 3)} * pow(${u(seed, 1, 'view_no')}, 1.5))::BIGINT AS viewer_no,
        ${u(seed, 7, 'viewer_no')} AS u7,
        hash(viewer_no, 8, ${seed}) % 50 = 0 AS bot,
        CASE WHEN hash(viewer_no, 9, ${seed}) % 10 = 0 THEN 'outlet' ELSE 'shop' END AS site,
        floor(${VIDEOS} * pow(${u(seed, 2, 'view_no')}, 2))::BIGINT AS video_no,
        ${FIRST_DAY_MS} + floor((${first} + ${u(seed, 10, 'view_no')} * ${views}) / ${of} * ${DAYS * 86_400_000})::BIGINT AS start_ms,
        'film-' || video_no AS video_id, 'view-' || view_no AS view_id, 's' || view_no AS session_id,
        ['product', 'landing', 'story'][1 + (view_no % 3)] AS surface, ['pdp', 'home', 'plp'][1 + (view_no % 3)] AS page_type,
        ['mail', 'ads', 'social', NULL][1 + (hash(view_no, 14) % 4)::BIGINT] AS campaign_source,
        ['newsletter', 'cpc', 'post', NULL][1 + (hash(view_no, 14) % 4)::BIGINT] AS campaign_medium,
        CASE WHEN video_no % 2 = 0 THEN 'exp-' || video_no END AS experiment,
        CASE WHEN video_no % 2 = 0 THEN
          CASE WHEN ${u(seed, 15, 'viewer_no', 'video_no')} < 0.5 THEN 'control' ELSE 'host' END END AS arm,
        CASE WHEN ${u(seed, 7, 'viewer_no')} < 0.1 THEN 'none' ELSE 'persistent' END AS id_scope
      FROM (SELECT unnest(range(${first}, ${first + views})) AS view_no))`,
  `CREATE OR REPLACE TEMP TABLE seen AS
    SELECT *, 'p' || product_no AS product_id, count(*) OVER (PARTITION BY view_no) AS seen_n
    FROM (
      SELECT *, slot * ${FILM_MS / SHOWN} + (video_no * 331) % 9000 AS shown_ms,
        (video_no * 9 + slot) % ${PRODUCTS} AS product_no, ${segmentAt('shown_ms')} AS segment
      FROM (SELECT *, unnest(range(0, ${SHOWN})) AS slot FROM views WHERE watched_ms > 0))
    WHERE shown_ms + 1000 < watched_ms`,
  `CREATE OR REPLACE TEMP TABLE clicked AS
    SELECT *, row_number() OVER (PARTITION BY view_no ORDER BY slot) - 1 AS nth, count(*) OVER (PARTITION BY view_no) AS clicked_n
    FROM seen WHERE ${u(seed, 16, 'view_no', 'slot')} < 0.02 + 0.15 * ${u(seed, 17, 'product_no')}`,
  `CREATE OR REPLACE TEMP TABLE bought AS
    SELECT * EXCLUDE (nth) REPLACE (${segmentAt('shown_ms + 4000')} AS segment), start_ms + 9000 + shown_ms AS at_ms,
      shown_ms + 4000 AS position_ms,
      990 + (hash(product_no, 18) % 90)::BIGINT * 100 AS unit_minor,
      CASE WHEN site = 'outlet' THEN 'USD' ELSE 'EUR' END AS currency,
      CASE WHEN ${u(seed, 19, 'view_no', 'slot')} < 0.8 THEN 'cart_change' ELSE 'buy_now' END AS kind,
      row_number() OVER (PARTITION BY view_no ORDER BY slot) - 1 AS nth, count(*) OVER (PARTITION BY view_no) AS bought_n
    FROM clicked WHERE ${u(seed, 20, 'view_no', 'slot')} < 0.3`,
  `CREATE OR REPLACE TEMP TABLE ordered AS
    SELECT *, hash(view_no, slot, 28) % 4 > 0 AS tokened,
      min(at_ms) OVER (PARTITION BY view_no) + 300000 + (hash(view_no, 29) % 7200000)::BIGINT AS order_ms
    FROM bought WHERE ${u(seed, 30, 'view_no')} < 0.4 AND NOT bot`,
];

const LINE = `site, 'o' || view_no AS order_id, order_ms AS at_ms, currency, nth AS line, product_id, 'v' || slot AS variant_id,
  1 AS quantity, unit_minor AS minor`;

/** What shoppers did at the checkout, and what the shop knows. */
const SHOP = {
  events: `SELECT * REPLACE (at_ms + 60000 * (1 + nth) AS at_ms, NULL AS segment), told + seen_n + 3 * clicked_n + bought_n + nth AS seq,
      'checkout_step' AS type,
      ['begin_checkout', 'add_shipping_info', 'add_payment_info'][1 + nth] AS step, (hash(view_no, 21) % 4)::BIGINT * 250 AS shipping_minor
    FROM (SELECT * REPLACE (unnest(range(0, 1 + (hash(view_no, 22) % 3)::BIGINT)) AS nth) FROM bought WHERE nth = 0)`,
  order_lines: `SELECT ${LINE}, CASE hash(view_no, 23) % 3 WHEN 0 THEN 'shopify' WHEN 1 THEN 'server' ELSE 'page' END AS source,
      order_ms + 700 AS received_ms, CASE WHEN starts_with(viewer, 'v:') AND hash(view_no, 24) % 3 > 0 THEN viewer END AS viewer,
      CASE WHEN tokened THEN video_id END AS token_video, CASE WHEN tokened THEN view_id END AS token_view,
      CASE WHEN tokened THEN 'h' || slot END AS token_hotspot, CASE WHEN tokened THEN position_ms END AS token_position_ms,
      CASE WHEN tokened THEN segment END AS token_segment, CASE WHEN tokened THEN experiment END AS token_experiment,
      CASE WHEN tokened THEN arm END AS token_arm, CASE WHEN tokened THEN at_ms END AS token_at_ms
    FROM ordered`,
  // a third is told by the thank-you page, too
  twice: `SELECT ${LINE}, 'page' AS source, order_ms + 300 AS received_ms, viewer FROM ordered WHERE hash(view_no, 25) % 3 = 0`,
  refund_lines: `SELECT ${LINE}, 'r1' AS refund_id, 'server' AS source, order_ms + 6 * 86400000 AS received_ms FROM ordered
    WHERE hash(view_no, nth, 26) % 12 = 0`,
  // half an hour after the last thing was put in, whoever has a pseudonym
  recovery_assignments: `SELECT site, 'i-' || view_no AS intent, viewer, video_id, max(at_ms) + 1800000 AS at_ms,
      max(at_ms) + 1800000 AS received_ms, CASE WHEN hash(viewer, 32) % 10 = 0 THEN 'holdout' ELSE 'message' END AS arm, 0.1 AS holdout
    FROM bought WHERE starts_with(viewer, 'v:') AND NOT bot GROUP BY site, view_no, viewer, video_id`,
  products: `SELECT site, 'p' || no AS product_id, ${FIRST_DAY_MS} AS received_ms, 'category-' || no % 7 AS category,
      (10 + no % 50) / 100.0 AS margin
    FROM (SELECT unnest(range(0, ${PRODUCTS})) AS no), (SELECT unnest(['shop', 'outlet']) AS site)`,
  inventory: `SELECT site, 'p' || no AS product_id, strftime(make_timestamp((${FIRST_DAY_MS} + day_no * 86400000) * 1000), '%Y-%m-%d') AS day,
      (hash(no, day_no, 27) % 400)::BIGINT AS stock, ${FIRST_DAY_MS} + day_no * 86400000 AS received_ms
    FROM (SELECT unnest(range(0, ${PRODUCTS})) AS no), (SELECT unnest(['shop', 'outlet']) AS site), (SELECT unnest(range(0, ${DAYS})) AS day_no)`,
  videos: `SELECT site, 'film-' || no AS video_id, ${FIRST_DAY_MS} AS received_ms, 'Film ' || no AS title, 100000 + no * 5000 AS cost_minor,
      CASE WHEN site = 'outlet' THEN 'USD' ELSE 'EUR' END AS currency
    FROM (SELECT unnest(range(0, ${VIDEOS})) AS no), (SELECT unnest(['shop', 'outlet']) AS site)`,
  segments: `SELECT site, 'film-' || no AS video_id, 'part-' || part AS segment, ${FIRST_DAY_MS} AS received_ms, 'Part ' || part AS label,
      part * 60000 AS from_ms, (part + 1) * 60000 AS to_ms, ['Kim', 'Lee', 'Max'][1 + (no + part) % 3] AS host
    FROM (SELECT unnest(range(0, ${VIDEOS})) AS no), (SELECT unnest(['shop', 'outlet']) AS site), (SELECT unnest(range(0, 3)) AS part)`,
};

async function columnsOf(run, table) {
  const rows = await run(`SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${table}'`);
  return rows.map(({ name }) => name);
}

/**
 * Fills the tables of a store, as far as it has them.
 * @param run runs a statement of DuckDB's and returns its rows
 * @param size of a history `of` so many views may be made one part after the other: so many `views` after the `first` ones
 */
export async function makeHistory(run, { seed = 1, views = 500_000, first = 0, of = views } = {}) {
  const fill = async (table, sql, more = '') => {
    const made = (await run(`DESCRIBE ${sql}`)).map(({ column_name }) => column_name);
    const kept = (await columnsOf(run, table)).filter((name) => made.includes(name));
    if (kept.length) await run(`INSERT INTO ${table} BY NAME SELECT ${more}${kept.join(', ')} FROM (${sql})`);
  };
  const withId = ([kind, sql], salt) =>
    fill(
      'events_rows',
      `SELECT *, printf('%012x', at_ms) AS hex, printf('%016x', hash(view_no, seq, ${salt}, ${seed})) AS tail FROM (${sql}) AS ${kind}
        WHERE hash(view_no, seq, 31) % 100 > 0`,
      `${UUID} AS event_id, at_ms + 400 AS received_ms, at_ms AS client_at_ms, at_ms + 300 AS client_sent_ms, `,
    );
  for (const sql of temporary(seed, { first, views, of })) await run(sql);
  const { events: steps, twice, ...tables } = SHOP;
  for (const [index, kind] of Object.entries({ ...EVENTS, steps }).entries()) await withId(kind, index);
  const { order_lines, refund_lines, ...catalog } = tables;
  for (const [table, sql] of Object.entries({ order_lines, refund_lines, ...(first ? {} : catalog) }))
    await fill(table, sql);
  await fill('order_lines', twice);
  for (const name of ['ordered', 'bought', 'clicked', 'seen', 'views']) await run(`DROP TABLE ${name}`);
}
