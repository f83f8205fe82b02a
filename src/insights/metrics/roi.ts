import type { Dialect } from '../dialects/dialect.js';
import { grouped } from '../rows/grouped.js';
import { ranked } from '../rows/ranked.js';
import { estimated, SEQUENCE } from '../rows/verdicts.js';
import { credits } from '../sql/credits.js';
import { randomised, told } from '../sql/randomised.js';
import { confidenceSequence } from '../statistics/confidence-sequence.js';
import { difference } from '../statistics/difference.js';
import { normalQuantile } from '../statistics/distributions/normal.js';
import { CREDIT_OPTIONS } from './attribution.js';
import type { Cell, InsightRow, Metric } from './metric.js';

const shownOrHeld = (dialect: Dialect) =>
  randomised(
    dialect,
    '(minor - back) * coalesce(margin, 0)',
    "CASE WHEN arm = 'holdout' THEN 'holdout' ELSE 'shown' END",
    "type = 'player_opportunity'",
  );

/** Against the margin of a part it would always seem too much. */
const WHOLE = 'a video has one cost, and no part of it one of its own';

const Z = normalQuantile(0.975);

/** Margin that the holdout did not bring, for as many viewers as were shown the video. */
function incremental(came: readonly Cell[], earned: readonly Cell[], video: unknown, currency: unknown) {
  const of = (group: string) => {
    const mine = (cell: Cell) => cell.dimension === video && cell.experiment === group;
    const n = Number(came.find(mine)?.n ?? 0);
    const found = earned.find((cell) => mine(cell) && cell.currency === currency);
    return { n, estimate: estimated(n, Number(found?.total ?? 0), Number(found?.squares ?? 0)) };
  };
  const [shown, holdout] = [of('shown'), of('holdout')];
  const none = { incremental: null, incrementalLow: null, incrementalHigh: null };
  if (!shown.estimate || !holdout.estimate) return { ...none, shownN: shown.n, holdoutN: holdout.n };
  const effect = difference(shown.estimate, holdout.estimate);
  const { low, high } = effect.se ? confidenceSequence(effect, SEQUENCE) : { low: null, high: null };
  const all = (each: number | null) => (each === null ? null : each * shown.n);
  const made = { incremental: all(effect.value), incrementalLow: all(low), incrementalHigh: all(high) };
  return { ...made, shownN: shown.n, holdoutN: holdout.n };
}

/** Whether a video pays. */
export const roi: Metric = {
  name: 'roi',
  unit: 'ratio',
  definition:
    'Margin attributed to a video, less its cost, divided by its cost, beside the same with the margin that viewers brought who ' +
    'could see it over those of the holdout. What is attributed might have been bought anyway; only the holdout tells. ' +
    'Sales of products without a known margin are left out of it and shown.',
  basis: 'buyers',
  by: { video: 'video_id' },
  refuses: { product: WHOLE, segment: WHOLE, experiment: WHOLE, arm: WHOLE, surface: WHOLE },
  options: CREDIT_OPTIONS,
  sql: {
    margins: (dialect) => `
      SELECT dimension, currency, margin, sum(value) AS value FROM (
        SELECT credited.site AS site, {by} AS dimension, currency, credited.product_id AS product_id, minor - back AS value
        FROM (${credits(dialect)}) AS credited
        WHERE {by} IS NOT NULL AND {selection of video, segment, experiment, arm, surface}
      ) AS lines
      LEFT JOIN product_facts ON product_facts.site = lines.site AND product_facts.product_id = lines.product_id
      GROUP BY dimension, currency, margin`,
    buyers: (dialect) => `
      SELECT dimension, currency, count(*) AS n, sum(margin * margin) AS squares FROM (
        SELECT dimension, currency, lines.site AS site, buyer, sum(value * coalesce(margin, 0)) AS margin FROM (
          SELECT credited.site AS site, {by} AS dimension, currency, credited.product_id AS product_id, buyer, minor - back AS value
          FROM (${credits(dialect)}) AS credited
          WHERE {by} IS NOT NULL AND {selection of video, segment, experiment, arm, surface}
        ) AS lines
        LEFT JOIN product_facts ON product_facts.site = lines.site AND product_facts.product_id = lines.product_id
        GROUP BY dimension, currency, lines.site, buyer
      ) AS buyers
      GROUP BY dimension, currency`,
    costs: () => `
      SELECT video_id AS dimension, currency, sum(cost_minor) AS cost FROM video_facts
      WHERE cost_minor IS NOT NULL AND {selection of site, video}
      GROUP BY video_id, currency`,
    viewers: (dialect) => told(shownOrHeld(dialect)),
  },
  rows({ margins, buyers, costs, viewers }, { by }) {
    const what = grouped(viewers!, 'what');
    const [came, earned] = [what.get('arrival') ?? [], what.get('earning') ?? []];
    const keys = new Map<string, Cell>();
    for (const cell of [...margins!, ...costs!]) keys.set(JSON.stringify([cell.dimension, cell.currency]), cell);
    const rows = [...keys.keys()].sort().map((key): InsightRow => {
      const { dimension, currency } = keys.get(key)!;
      const mine = (cell: Cell) => cell.dimension === dimension && cell.currency === currency;
      const sold = margins!.filter(mine).sort((a, b) => Number(a.margin) - Number(b.margin));
      const known = sold.filter(({ margin }) => margin !== null);
      const margin = known.reduce((sum, cell) => sum + Number(cell.value) * Number(cell.margin), 0);
      const unknown = sold.reduce((sum, cell) => sum + (cell.margin === null ? Number(cell.value) : 0), 0);
      const found = costs!.find(mine)?.cost;
      const cost = found === undefined || found === null ? null : Number(found);
      const buyer = buyers!.find(mine);
      const n = Number(buyer?.n ?? 0);
      const half = n > 1 ? Z * Math.sqrt(Number(buyer!.squares)) : null;
      // of a cost of nothing there is no return, and of unknown margins none is known
      const ratio = (made: number | null) => (made === null || !cost ? null : (made - cost) / cost);
      const told = known.length > 0 || sold.length === 0;
      const held = incremental(came, earned, dimension, currency);
      return {
        [by]: dimension,
        currency,
        n,
        value: told ? ratio(margin) : null,
        low: told && half !== null ? ratio(margin - half) : null,
        high: told && half !== null ? ratio(margin + half) : null,
        margin: told ? margin : null,
        cost,
        unknownMargin: unknown,
        incremental: ratio(held.incremental),
        incrementalLow: ratio(held.incrementalLow),
        incrementalHigh: ratio(held.incrementalHigh),
        shownN: held.shownN,
        holdoutN: held.holdoutN,
      };
    });
    return ranked(rows, by);
  },
};
