import type { Cell, InsightRow } from '../metrics/metric.js';
import type { Question } from '../question.js';
import { confidenceSequence, sequenceP } from '../statistics/confidence-sequence.js';
import { difference } from '../statistics/difference.js';
import type { Estimate } from '../statistics/estimate.js';
import { holm } from '../statistics/holm.js';
import { mean } from '../statistics/mean.js';
import { type SampleRatio, sequentialSampleRatio } from '../statistics/sample-ratio.js';
import { daysUntilVerdict } from '../statistics/time-to-verdict.js';
import { DAY_MS } from '../zone.js';
import { grouped } from './grouped.js';

/** Where sequences are narrowest: a shop of the size this is for has so many viewers in some weeks. */
export const SEQUENCE = { tunedAt: 10_000 };

interface Goal {
  readonly goal: 'revenue' | 'buyers';
  readonly currency: unknown;
}

interface Counted extends Goal {
  readonly came: Cell;
  readonly k: number;
  readonly total: number;
  readonly estimate: Estimate | null;
}

/** One viewer shows no spread. */
export const estimated = (n: number, sum: number, sumSquares: number): Estimate | null =>
  n < 2 ? null : mean({ n, sum, sumSquares });

/** Each goal in each arm, of which there may be nothing. */
function counted(came: readonly Cell[], earned: readonly Cell[]): Counted[] {
  const currencies = [...new Set(earned.map(({ currency }) => currency))].sort();
  return came.flatMap((cell): Counted[] => {
    const [n, buyers] = [Number(cell.n), Number(cell.buyers)];
    const own = earned.filter(({ dimension }) => dimension === cell.dimension);
    const revenue = currencies.map((currency): Counted => {
      const found = own.find((other) => other.currency === currency);
      const [total, squares] = [Number(found?.total ?? 0), Number(found?.squares ?? 0)];
      const k = Number(found?.buyers ?? 0);
      return { goal: 'revenue', currency, came: cell, k, total, estimate: estimated(n, total, squares) };
    });
    const bought = { came: cell, k: buyers, total: buyers, estimate: estimated(n, buyers, buyers) };
    return [...revenue, { goal: 'buyers', currency: null, ...bought }];
  });
}

/**
 * Whether arms got as many viewers as they should, by a test that may be looked at daily. Of an experiment that the catalogue
 * does not know, the arms should be alike, but for the holdout, which never is.
 * @param meant the experiment's arms of the catalogue
 */
function filling(came: readonly Cell[], meant: readonly Cell[]): SampleRatio | null {
  const nOf = (arm: unknown) => Number(came.find(({ dimension }) => dimension === arm)?.n ?? 0);
  const known = meant.map(({ arm, share }) => ({ n: nOf(arm), weight: Number(share) }));
  const alike = came.filter(({ dimension }) => dimension !== 'holdout').map(({ n }) => ({ n: Number(n), weight: 1 }));
  const arms = meant.length ? known.filter(({ n, weight }) => n || weight) : alike;
  if (arms.length < 2) return null;
  // somebody is where nobody should be
  if (arms.some(({ weight }) => !weight)) return { p: 0, mismatch: true };
  return sequentialSampleRatio(arms);
}

/** What the others are compared with: the first arm, and where that is not known, or brought nobody, what is called so. */
function controlOf(came: readonly Cell[], meant: readonly Cell[]): unknown {
  const names = new Set(came.map(({ dimension }) => dimension));
  const first = meant.find(({ place }) => Number(place) === 0)?.arm;
  return [first, 'control'].find((name) => names.has(name)) ?? 'holdout';
}

function row({ goal, currency, came, k, total, estimate }: Counted, by: string): InsightRow {
  const n = Number(came.n);
  const views = Number(came.views);
  const bounds = estimate ? confidenceSequence(estimate, SEQUENCE) : { low: null, high: null };
  const value = n ? total / n : null;
  const perView = views ? total / views : null;
  return { [by]: came.dimension, experiment: came.experiment, goal, currency, k, n, value, ...bounds, views, perView };
}

function compared(all: readonly Counted[], came: readonly Cell[], meant: readonly Cell[], nowMs: number): InsightRow[] {
  const control = controlOf(came, meant);
  const ratio = filling(came, meant);
  const trusted = ratio !== null && !ratio.mismatch;
  const against = all.map((one) => {
    const other = all.find(
      ({ came, goal, currency }) =>
        came.dimension === control && goal === one.goal && currency === one.currency && came !== one.came,
    );
    const effect = one.estimate && other?.estimate ? difference(one.estimate, other.estimate) : null;
    // who are all alike show no spread, and a sequence over them would be sure at once
    return effect?.se ? { effect, since: Math.min(Number(one.came.since_ms), Number(other!.came.since_ms)) } : null;
  });
  const tests = against.flatMap((found, index) => (found ? [{ index, p: sequenceP(found.effect, SEQUENCE) }] : []));
  const adjusted = holm(tests.map(({ p }) => p));
  const pOf = new Map(tests.map(({ index }, at) => [index, adjusted[at]!]));
  return all.map((one, index) => {
    const found = against[index];
    const shown = { ...row(one, 'arm'), ratioP: ratio?.p ?? null };
    if (!found || !trusted)
      return {
        ...shown,
        difference: null,
        differenceLow: null,
        differenceHigh: null,
        p: null,
        verdict: null,
        daysToTell: null,
      };
    const { effect, since } = found;
    const { low, high } = confidenceSequence(effect, SEQUENCE);
    const p = pOf.get(index)!;
    const perDay = effect.n / Math.max(1, (nowMs - since) / DAY_MS);
    return {
      ...shown,
      difference: effect.value,
      differenceLow: low,
      differenceHigh: high,
      p,
      verdict: p <= 0.05 ? (effect.value > 0 ? 'better' : 'worse') : 'undetermined',
      daysToTell: daysUntilVerdict(effect, perDay, SEQUENCE),
    };
  });
}

const text = (row: InsightRow, by: string) => JSON.stringify([row.experiment, row[by], row.goal, row.currency]);

/**
 * What randomised viewers brought, by arm with how far it is from control.
 * @param meant the arms of experiments as the catalogue has them
 */
export function verdicts(
  came: readonly Cell[],
  earned: readonly Cell[],
  meant: readonly Cell[],
  { by, nowMs }: Question,
): InsightRow[] {
  const rows = [...grouped(came, 'experiment')].flatMap(([experiment, arms]) => {
    const all = counted(
      arms,
      earned.filter((cell) => cell.experiment === experiment),
    );
    const known = meant.filter((cell) => cell.experiment === experiment);
    return by === 'arm' ? compared(all, arms, known, nowMs) : all.map((one) => row(one, by));
  });
  return rows.sort((a, b) => (text(a, by) < text(b, by) ? -1 : 1));
}
