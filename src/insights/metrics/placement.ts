import { grouped } from '../rows/grouped.js';
import { ranked } from '../rows/ranked.js';
import { SEED } from '../rows/resampled.js';
import { soldLines } from '../sql/sold-lines.js';
import { fitBetaPrior } from '../statistics/beta-prior.js';
import { chanceBest } from '../statistics/chance-best.js';
import { posterior, posteriorInterval, posteriorMean } from '../statistics/posterior.js';
import type { Cell, InsightRow, Metric } from './metric.js';

/** Good to ±0.02, and quick for hundreds of products. */
const DRAWS = 2000;

/** What a view that buys is worth; null where nothing was sold yet, or the shop told no margin. */
function worthOf({ margin, buyers, viewMinor, units, minor }: Cell): number | null {
  if (margin === null || margin === undefined) return null;
  if (Number(buyers)) return (Number(margin) * Number(viewMinor)) / Number(buyers);
  return Number(units) ? (Number(margin) * Number(minor)) / Number(units) : null;
}

/**
 * The products that a site sells in one currency, as candidates for the same place.
 * @param unsold those that nobody bought yet, in any currency: without them all products would seem to sell
 */
function candidates(cells: readonly Cell[], unsold: readonly Cell[]): InsightRow[] {
  const counted = cells.map((cell) => ({ ...cell, k: Number(cell.buyers), n: cell.n as number, worth: worthOf(cell) }));
  const prior = fitBetaPrior([...counted, ...unsold.map(({ n }) => ({ k: 0, n: n as number }))]);
  const known = counted.map((cell) => ({ ...cell, known: posterior(prior, cell) }));
  const valued = known.filter((cell) => cell.worth !== null && cell.n > 0);
  const chances = valued.length
    ? chanceBest(
        valued.map((cell) => ({ ...cell.known, worth: cell.worth! })),
        { seed: SEED, draws: DRAWS },
      )
    : [];
  return known.map((cell) => {
    const { site, product, currency, k, n, worth } = cell as Cell & typeof cell;
    const at = valued.indexOf(cell);
    const row = { product, site, currency, k, n, worth };
    if (at < 0) return { ...row, value: null, low: null, high: null, chanceBest: null };
    const bounds = posteriorInterval(cell.known);
    const [low, high] = [bounds.low * worth!, bounds.high * worth!].sort((a, b) => a - b) as [number, number];
    return { ...row, value: posteriorMean(cell.known) * worth!, low, high, chanceBest: chances[at]! };
  });
}

/** What a place in a video earns with one product or another. */
export const placement: Metric = {
  name: 'placement',
  unit: 'minor units per exposure',
  definition:
    'Margin that a view which saw the product’s hotspot is expected to bring: the share of such views that bought it, by the ' +
    'orders’ tokens and pulled towards that of all products (empirical Bayes), times the margin of what a buying view buys and keeps; ' +
    '`chanceBest` is the probability that no other product of the site and currency brings more.',
  basis: 'views',
  by: { product: 'product_id' },
  sql: {
    products: () => `
      SELECT exposed.site AS site, exposed.product_id AS product, currency, n, buyers, units, minor, "viewMinor", margin
      FROM (
        SELECT site, product_id, count(*) AS n
        FROM (
          SELECT site, product_id, view_id FROM events
          WHERE type = 'hotspot_exposure' AND NOT bot AND {selection}
          GROUP BY site, product_id, view_id
        ) AS views
        GROUP BY site, product_id
      ) AS exposed
      LEFT JOIN (
        SELECT sold_lines.site AS site, sold_lines.product_id AS product_id, currency, sum(quantity) AS units, sum(minor - back) AS minor,
          count(DISTINCT seen.view_id) AS buyers, sum(CASE WHEN seen.view_id IS NULL THEN 0 ELSE minor - back END) AS "viewMinor"
        FROM (${soldLines('minor').replace('site, product, fromMs, toMs', 'site, product')}) AS sold_lines
        LEFT JOIN (
          SELECT site, product_id, view_id FROM events
          WHERE type = 'hotspot_exposure' AND NOT bot AND {selection}
            AND (site, view_id) IN (SELECT site, token_view FROM sales WHERE token_view IS NOT NULL)
          GROUP BY site, product_id, view_id
        ) AS seen ON sold_lines.site = seen.site AND sold_lines.product_id = seen.product_id AND sold_lines.token_view = seen.view_id
        GROUP BY sold_lines.site, sold_lines.product_id, currency
      ) AS sold ON exposed.site = sold.site AND exposed.product_id = sold.product_id
      LEFT JOIN product_facts ON exposed.site = product_facts.site AND exposed.product_id = product_facts.product_id`,
  },
  rows: ({ products }, { by }) =>
    ranked(
      [...grouped(products!, 'site').values()].flatMap((cells) => {
        const currencies = grouped(cells, 'currency');
        const unsold = currencies.get(null) ?? [];
        return [...currencies].flatMap(([currency, own]) => candidates(own, currency === null ? [] : unsold));
      }),
      by,
    ),
};
