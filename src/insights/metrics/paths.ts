import { ranked } from '../rows/ranked.js';
import { totals } from '../rows/totals.js';
import { TOUCH } from '../sql/credits.js';
import type { Cell, InsightRow, Metric } from './metric.js';

/** So many of the last actions are told apart: more are no path that anybody follows. */
const LONGEST = 4;
const PLACES = Array.from({ length: LONGEST }, (_, index) => LONGEST - index);

/** The videos of a path in their order, each once as long as nothing came between. */
const pathOf = (cell: Cell): string[] =>
  PLACES.map((place) => cell[`v${place}`])
    .filter((video): video is string => typeof video === 'string')
    .filter((video, index, all) => video !== all[index - 1]);

interface Sum {
  readonly path: readonly string[];
  readonly currency: unknown;
  readonly orders: number;
  readonly value: number;
  readonly squares: number;
}

/** Which films people were in before they ordered. */
export const paths: Metric = {
  name: 'paths',
  unit: 'minor units',
  definition:
    'Orders by the videos of the last four in-video cart actions that the viewer did before, in their order, each once as ' +
    'long as no other came between; the value is that of the whole orders, refunds not taken off. An order whose viewer nobody knows has the video of its tokens. It says ' +
    'what came before an order, not what led to it.',
  basis: 'orders',
  by: { path: 'path' },
  options: {
    within: { days: [1, 30], default: 7, meaning: 'How many days before the order a cart action may have been.' },
  },
  sql: {
    orders: () => `
      SELECT ${PLACES.map((place) => `v${place}`).join(', ')}, currency, count(*) AS orders, sum(minor) AS value,
        sum(CAST(minor AS DOUBLE) * CAST(minor AS DOUBLE)) AS squares
      FROM (
        SELECT site, order_id, currency, minor, coalesce(max(CASE WHEN place = 1 THEN video_id END), max(token_video)) AS v1,
          ${PLACES.slice(0, -1)
            .map((place) => `max(CASE WHEN place = ${place} THEN video_id END) AS v${place}`)
            .join(', ')}
        FROM (
          SELECT placed.site AS site, placed.order_id AS order_id, currency, minor, token_video, video_id,
            row_number() OVER (
              PARTITION BY placed.site, placed.order_id, currency
              ORDER BY CASE WHEN video_id IS NULL THEN 1 ELSE 0 END, touched_ms DESC, view_id DESC, seq DESC
            ) AS place
          FROM (
            SELECT site, order_id, currency, max(viewer) AS viewer, min(at_ms) AS at_ms, sum(minor) AS minor,
              max(token_video) AS token_video
            FROM sales WHERE {selection of site, fromMs, toMs} GROUP BY site, order_id, currency
          ) AS placed
          LEFT JOIN (
            SELECT site, viewer, at_ms AS touched_ms, view_id, seq, video_id FROM events
            WHERE ${TOUCH} AND NOT bot AND {selection of site}
          ) AS touches
            ON touches.site = placed.site AND touches.viewer = placed.viewer
              AND touched_ms <= placed.at_ms AND touched_ms >= placed.at_ms - $withinMs
        ) AS steps
        WHERE place <= ${LONGEST}
        GROUP BY site, order_id, currency, minor
      ) AS orders
      WHERE v1 IS NOT NULL
      GROUP BY ${PLACES.map((place) => `v${place}`).join(', ')}, currency`,
  },
  rows: ({ orders }, { by }) => {
    const sums = new Map<string, Sum>();
    for (const cell of orders!) {
      const path = pathOf(cell);
      const key = JSON.stringify([path, cell.currency]);
      const sum = sums.get(key);
      const [orders, value, squares] = (['orders', 'value', 'squares'] as const).map(
        (name) => Number(cell[name]) + (sum?.[name] ?? 0),
      ) as [number, number, number];
      sums.set(key, { path, currency: cell.currency, orders, value, squares });
    }
    const cells = [...sums.values()].map(
      ({ path, orders, ...cell }): Cell => ({ dimension: path, ...cell, k: orders, buyers: orders }),
    );
    const rows: InsightRow[] = totals(cells, by);
    return ranked(rows, by);
  },
};
