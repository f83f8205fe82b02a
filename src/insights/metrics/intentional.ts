import { ranked } from '../rows/ranked.js';
import { shares } from '../rows/shares.js';
import { ARM, armOf } from '../sql/arm.js';
import { chanceToWin } from '../statistics/chance-to-win.js';
import { newcombe } from '../statistics/newcombe.js';
import { posterior } from '../statistics/posterior.js';
import type { InsightRow, Metric } from './metric.js';

/** What is known of a share without knowing of any other. */
const flat = ({ k, n }: InsightRow) => posterior({ alpha: 1, beta: 1 }, { k: k!, n });

/** With arms, how far each is from the control arm of its experiment, and how likely it is above it. */
function beside(rows: readonly InsightRow[], by: string): InsightRow[] {
  if (by !== 'arm') return [...rows];
  const controls = new Map(
    rows.flatMap((row) =>
      row.n && armOf(row.arm).arm === 'control' ? [[armOf(row.arm).experiment, row] as const] : [],
    ),
  );
  return rows.map((row) => {
    const control = controls.get(armOf(row.arm).experiment);
    if (!control || row === control || !row.n) return row;
    const { value, low, high } = newcombe({ k: row.k!, n: row.n }, { k: control.k!, n: control.n });
    return {
      ...row,
      difference: value,
      differenceLow: low,
      differenceHigh: high,
      chanceToWin: chanceToWin(flat(row), flat(control)),
    };
  });
}

/** Who meant it: a card that opens under a thumb and is closed at once is no interest. */
export const intentional: Metric = {
  name: 'intentional',
  unit: 'share',
  definition:
    'Viewers who put something in the cart or bought it in the video, opened two products or more, or had one open for 3 s, ' +
    'divided by the viewers who opened or bought any; a product that is closed within 1 s was opened by accident and does not count. ' +
    'Arms stand beside the control of their experiment; `chanceToWin` is the probability, of one look, that theirs is the higher share.',
  basis: 'viewers',
  by: { video: 'video_id', product: 'product_id', surface: 'surface', arm: ARM, day: 'at_ms' },
  sql: {
    viewers: () => `
      SELECT dimension, count(*) AS n, sum(CASE WHEN cart > 0 OR opens - slips >= 2 OR longest >= 3000 THEN 1 ELSE 0 END) AS k,
        sum(CASE WHEN cart = 0 AND longest < 3000 AND slips > 0 AND slips >= opens THEN 1 ELSE 0 END) AS accidental
      FROM (
        SELECT {by} AS dimension, site, viewer,
          sum(CASE WHEN type = 'product_view' THEN 1 ELSE 0 END) AS opens,
          sum(CASE WHEN type = 'product_dwell' AND dwell_ms < 1000 THEN 1 ELSE 0 END) AS slips,
          max(CASE WHEN type = 'product_dwell' THEN dwell_ms ELSE 0 END) AS longest,
          sum(CASE WHEN type = 'buy_now' OR type = 'cart_change' AND quantity > 0 THEN 1 ELSE 0 END) AS cart
        FROM events
        WHERE type IN ('product_view', 'product_dwell', 'cart_change', 'buy_now') AND NOT bot
          AND {by} IS NOT NULL AND {selection by view}
        GROUP BY {by}, site, viewer
      ) AS viewers
      WHERE opens > 0 OR longest > 0 OR slips > 0 OR cart > 0
      GROUP BY dimension`,
  },
  rows: ({ viewers }, { by }) => ranked(beside(shares(viewers!, by), by), by),
};
