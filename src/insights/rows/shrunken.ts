import type { InsightRow } from '../metrics/metric.js';
import { fitBetaPrior } from '../statistics/beta-prior.js';
import { posterior, posteriorMean, rankingValue } from '../statistics/posterior.js';

/**
 * Adds to shares what is known of each by those of all (empirical Bayes): `shrunken`, the mean, and `rank`, the 5 % quantile.
 * Both are null where nobody was observed.
 */
export function shrunken(rows: readonly InsightRow[]): InsightRow[] {
  const prior = fitBetaPrior(rows.map(({ k, n }) => ({ k: k!, n })));
  return rows.map((row) => {
    if (!row.n) return { ...row, shrunken: null, rank: null };
    const known = posterior(prior, { k: row.k!, n: row.n });
    return { ...row, shrunken: posteriorMean(known), rank: rankingValue(known) };
  });
}
