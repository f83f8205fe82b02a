import { grouped } from '../rows/grouped.js';
import { fitBetaPrior } from '../statistics/beta-prior.js';
import { chiSquareTail } from '../statistics/distributions/chi-square.js';
import { posterior, posteriorInterval, posteriorMean, probabilityAbove } from '../statistics/posterior.js';
import type { Cell, InsightRow, Metric } from './metric.js';

const SURE = 0.9;

/**
 * P(stock lasts for `days`) when so many units were sold in `within` days: sales are Poisson's, their rate is Jeffreys'
 * posterior Gamma(units + ½, within), and 2 · within · rate is χ² with 2 · units + 1 degrees of freedom.
 */
const chanceOfCover = (stock: number, units: number, days: number, within: number) =>
  1 - chiSquareTail((2 * within * stock) / days, 2 * units + 1);

function label(popular: number | null, covered: number | null): string {
  if (popular === null || covered === null) return 'undetermined';
  if (popular > SURE && covered > SURE) return 'feature-next';
  if (popular < 1 - SURE && covered > SURE) return 'reshoot';
  if (popular > SURE && covered < 1 - SURE) return 'keep';
  return 'undetermined';
}

const median = (sorted: readonly number[]) =>
  (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;

function inCategory(cells: readonly Cell[], days: number, within: number): InsightRow[] {
  const counted = cells.map((cell) => ({ ...cell, k: cell.k as number, n: cell.n as number }));
  const prior = fitBetaPrior(counted);
  const known = counted.map((cell) => ({ cell: cell as Cell & typeof cell, share: posterior(prior, cell) }));
  const means = known
    .filter(({ cell }) => cell.n)
    .map(({ share }) => posteriorMean(share))
    .sort((a, b) => a - b);
  return known.map(({ cell, share }) => {
    const units = Math.max(0, Number(cell.units ?? 0));
    const stock = cell.stock === null || cell.stock === undefined ? null : Math.max(0, Number(cell.stock));
    const mean = posteriorMean(share);
    const seen = cell.n > 0;
    // alone in its category it is neither above nor below
    const popular = seen && means.length > 1 ? probabilityAbove(share, median(means)) : null;
    const covered = stock === null ? null : chanceOfCover(stock, units, days, within);
    return {
      product: cell.product,
      category: cell.category ?? null,
      k: cell.k,
      n: cell.n,
      value: seen ? mean : null,
      ...(seen ? posteriorInterval(share) : { low: null, high: null }),
      percentile: seen
        ? (means.filter((other) => other < mean).length + means.filter((other) => other <= mean).length) /
          2 /
          means.length
        : null,
      intent: seen ? Number(cell.intent) / cell.n : null,
      stock,
      unitsPerDay: units / within,
      cover: stock === null || units === 0 ? null : stock / (units / within),
      chancePopular: popular,
      chanceCovered: covered,
      label: label(popular, covered),
    };
  });
}

/** What to film next. */
export const demand: Metric = {
  name: 'demand',
  unit: 'share',
  definition:
    'Click-through rate of a product’s hotspots, pulled towards that of its category (empirical Bayes), beside the days for which its ' +
    'stock lasts. Above the category’s median with stock for long it is to feature next, above it without to keep, below ' +
    'it with stock for long to reshoot, each with more than 90 % probability on both sides; else undetermined.',
  basis: 'viewers',
  by: { product: 'product_id' },
  options: {
    within: { days: [7, 365], default: 28, meaning: 'Over how many days up to now units sold are counted.' },
    cover: { days: [1, 365], default: 30, meaning: 'For how many days stock must last.' },
  },
  sql: {
    products: ({ argMax }) => `
      SELECT seen.product_id AS product, max(category) AS category, sum(n) AS n, sum(k) AS k, sum(intent) AS intent,
        sum(units) AS units, sum(stock) AS stock
      FROM (
        SELECT site, product_id, sum(exposed) AS n, sum(exposed * clicked) AS k, sum(exposed * carted) AS intent
        FROM (
          SELECT site, product_id, viewer,
            max(CASE WHEN type = 'hotspot_exposure' THEN 1 ELSE 0 END) AS exposed,
            max(CASE WHEN type = 'hotspot_click' AND via = 'hotspot' THEN 1 ELSE 0 END) AS clicked,
            max(CASE WHEN type = 'buy_now' OR type = 'cart_change' AND quantity > 0 THEN 1 ELSE 0 END) AS carted
          FROM events
          WHERE type IN ('hotspot_exposure', 'hotspot_click', 'cart_change', 'buy_now') AND NOT bot
            AND product_id IS NOT NULL AND {selection}
          GROUP BY site, product_id, viewer
        ) AS viewers
        GROUP BY site, product_id
      ) AS seen
      LEFT JOIN product_facts ON seen.site = product_facts.site AND seen.product_id = product_facts.product_id
      LEFT JOIN (
        SELECT site, product_id, sum(quantity) AS units FROM sales
        WHERE at_ms >= $nowMs - $withinMs AND at_ms < $nowMs AND {selection of site, product}
        GROUP BY site, product_id
      ) AS sold ON seen.site = sold.site AND seen.product_id = sold.product_id
      LEFT JOIN (
        SELECT site, product_id, ${argMax('stock', 'day')} AS stock FROM stock
        WHERE {selection of site, product} GROUP BY site, product_id
      ) AS left_over ON seen.site = left_over.site AND seen.product_id = left_over.product_id
      GROUP BY seen.product_id`,
  },
  rows({ products }, { options }) {
    const rows = [...grouped(products!, 'category').values()].flatMap((cells) =>
      inCategory(cells, options.cover as number, options.within as number),
    );
    return rows.sort(
      (a, b) => Number(b.value ?? -1) - Number(a.value ?? -1) || (String(a.product) < String(b.product) ? -1 : 1),
    );
  },
};
