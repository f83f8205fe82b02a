import { ranked } from '../rows/ranked.js';
import { shares } from '../rows/shares.js';
import { orders } from '../sql/ordered.js';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.js';
import { scoreTest } from '../statistics/score-test.js';
import type { Cell, InsightRow, Metric } from './metric.js';

/** Where shipping costs begin a bin, minor units; below the first it is free. */
const BINS = [1, 500, 1000, 2000];

function binOf(minor: number, currency: unknown): string {
  const at = BINS.findLastIndex((least) => minor >= least);
  const next = BINS[at + 1];
  const range = at < 0 ? '0' : next ? `${BINS[at]}–${next - 1}` : `${BINS[at]}+`;
  return currency ? `${currency} ${range}` : range;
}

/** So long after its last step a checkout is over. */
const IDLE_MS = 30 * 60_000;

/**
 * Each checkout of a session that is over, with its last step and the shipping cost that it was told last, and whether an order
 * came of it: from one of its viewers, from its beginning until it was over. It is one checkout, also when its viewer was
 * given an id in the middle of it. Of steps of one millisecond the one of the greater id is the later.
 */
const CHECKOUTS = `
  SELECT told.site AS site, told.session_id AS session_id, max(last_step) AS last_step, max(shipping_minor) AS shipping_minor,
    max(currency) AS currency,
    max(CASE WHEN ordered_ms >= began_ms AND ordered_ms <= ended_ms + ${IDLE_MS} THEN 1 ELSE 0 END) AS ordered
  FROM (
    SELECT site, session_id, min(at_ms) AS began_ms, max(at_ms) AS ended_ms, max(CASE WHEN nth = 1 THEN step END) AS last_step,
      max(CASE WHEN cost_nth = 1 THEN cost_minor END) AS shipping_minor, max(CASE WHEN cost_nth = 1 THEN currency END) AS currency
    FROM (
      SELECT site, session_id, at_ms, step, shipping_minor AS cost_minor, currency,
        row_number() OVER (PARTITION BY site, session_id ORDER BY at_ms DESC, event_id DESC) AS nth,
        CASE WHEN shipping_minor IS NULL THEN 0 ELSE row_number() OVER (
          PARTITION BY site, session_id, CASE WHEN shipping_minor IS NULL THEN 0 ELSE 1 END ORDER BY at_ms DESC, event_id DESC
        ) END AS cost_nth
      FROM events
      WHERE type = 'checkout_step' AND NOT bot AND {selection}
    ) AS steps
    GROUP BY site, session_id
    HAVING max(at_ms) <= $nowMs - ${IDLE_MS}
  ) AS told
  INNER JOIN (
    SELECT site, session_id, viewer FROM events
    WHERE type = 'checkout_step' AND NOT bot AND {selection}
    GROUP BY site, session_id, viewer
  ) AS people ON people.site = told.site AND people.session_id = told.session_id
  LEFT JOIN (${orders()}) AS orders ON orders.site = people.site AND orders.viewer = people.viewer
  GROUP BY told.site, told.session_id`;

const OF_PAGES = 'steps of the checkout are told by pages without a player';

/** Each against all others together. */
function tested(rows: readonly InsightRow[]): InsightRow[] {
  const k = rows.reduce((sum, row) => sum + row.k!, 0);
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const ps = rows.map((row) =>
    row.n && n > row.n ? scoreTest({ k: row.k!, n: row.n }, { k: k - row.k!, n: n - row.n }).p : 1,
  );
  const adjusted = benjaminiHochberg(ps);
  return rows.map((row, index) => ({ ...row, p: adjusted[index] }));
}

const byBin = (cells: readonly Cell[]): Cell[] => {
  const bins = new Map<string, { dimension: string; k: number; n: number }>();
  for (const { minor, currency, k, n } of cells) {
    const dimension = binOf(minor as number, currency);
    const bin = bins.get(dimension) ?? { dimension, k: 0, n: 0 };
    bins.set(dimension, { dimension, k: bin.k + Number(k), n: bin.n + Number(n) });
  }
  return [...bins.values()];
};

/** Where checkouts end. It says where, not why. */
export const friction: Metric = {
  name: 'friction',
  unit: 'share',
  definition:
    'Checkouts that ended at a step without an order, divided by those that entered it; by shipping cost, those that ended ' +
    'anywhere. One is over 30 minutes after its last step; an order after that is not of it. `p` is for a difference from all others, adjusted for looking at several (Benjamini–Hochberg). It says where, not why.',
  basis: 'steps',
  by: { step: 'step', shipping: 'shipping_minor' },
  refuses: {
    video: OF_PAGES,
    product: OF_PAGES,
    segment: OF_PAGES,
    experiment: OF_PAGES,
    arm: OF_PAGES,
    surface: OF_PAGES,
  },
  sql: {
    steps: () => `
      SELECT step AS dimension, count(*) AS n, sum(CASE WHEN ordered = 0 AND step = last_step THEN 1 ELSE 0 END) AS k
      FROM (
        SELECT site, session_id, step FROM events
        WHERE type = 'checkout_step' AND NOT bot AND step IS NOT NULL AND {selection}
        GROUP BY site, session_id, step
      ) AS entered
      JOIN (${CHECKOUTS}) AS checkouts
        ON entered.site = checkouts.site AND entered.session_id = checkouts.session_id
      GROUP BY step`,
    bins: () => `
      SELECT shipping_minor AS minor, currency, count(*) AS n, sum(1 - ordered) AS k
      FROM (${CHECKOUTS}) AS checkouts
      WHERE shipping_minor IS NOT NULL
      GROUP BY shipping_minor, currency`,
  },
  rows: ({ steps, bins }, { by }) => ranked(tested(shares(by === 'step' ? steps! : byBin(bins!), by)), by),
};
