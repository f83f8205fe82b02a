import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitBetaPrior } from '../../../../src/insights/statistics/beta-prior.js';
import { chanceBest } from '../../../../src/insights/statistics/chance-best.js';
import { chanceToWin } from '../../../../src/insights/statistics/chance-to-win.js';
import {
  posterior,
  posteriorInterval,
  posteriorMean,
  probabilityAbove,
  rankingValue,
} from '../../../../src/insights/statistics/posterior.js';
import { posteriorLift } from '../../../../src/insights/statistics/posterior-lift.js';
import { betaDraw } from '../../../../src/insights/statistics/random/beta-draw.js';
import { binomialDraw } from '../../../../src/insights/statistics/random/binomial-draw.js';
import { choose, near, printed, quotient, random, within } from './support.js';

const FLAT = { alpha: 1, beta: 1 };
const control = posterior(FLAT, { k: 49, n: 100 });
const treatment = posterior(FLAT, { k: 51, n: 100 });

test('49/100 against 51/100 as GrowthBook’s own test has it', () => {
  const { value, low, high, chanceToWin } = posteriorLift(treatment, control);
  printed(chanceToWin, '0.61052');
  printed(value, '0.0404');
  printed(low, '-0.21099');
  printed(high, '0.37189');
});

/**
 * P(treatment > control) for whole parameters: the sum over i < treatment.alpha of B(c.alpha + i, t.beta + c.beta) /
 * ((t.beta + i) B(1 + i, t.beta) B(c.alpha, c.beta)) (Evan Miller), each term a quotient of whole numbers.
 */
function exactly(t: typeof FLAT, c: typeof FLAT): number {
  const scale = 10n ** 50n;
  // 1 / B(a, b) = a·b/(a + b)·choose(a + b, a)
  const inverse = (a: number, b: number) => [BigInt(a) * BigInt(b) * choose(a + b, a), BigInt(a + b)] as const;
  let sum = 0n;
  for (let i = 0; i < t.alpha; i++) {
    const [ofBoth, perBoth] = inverse(c.alpha + i, t.beta + c.beta);
    const [ofT, perT] = inverse(1 + i, t.beta);
    const [ofC, perC] = inverse(c.alpha, c.beta);
    sum += (scale * ofT * ofC * perBoth) / (BigInt(t.beta + i) * perT * perC * ofBoth);
  }
  return quotient(sum, scale);
}

test('the chance to win is exact: 0.610771 there, and what whole numbers say elsewhere', () => {
  printed(chanceToWin(treatment, control), '0.610771');
  const pairs = [
    [1, 1, 1, 1],
    [52, 50, 50, 52],
    [1, 30, 2, 5],
    [300, 9000, 20, 400],
    [2, 5000, 40, 60],
    [600, 3, 9, 1],
  ] as const;
  for (const [a, b, c, d] of pairs) {
    const [t, k] = [
      { alpha: a, beta: b },
      { alpha: c, beta: d },
    ];
    near(chanceToWin(t, k), exactly(t, k), 1e-10);
    near(chanceToWin(t, k) + chanceToWin(k, t), 1, 1e-10);
  }
  near(chanceToWin({ alpha: 0.5, beta: 80.5 }, { alpha: 0.5, beta: 80.5 }), 0.5, 1e-9);
});

test('posterior of a flat prior: Beta(1, 4) after 0 of 3', () => {
  const known = posterior(FLAT, { k: 0, n: 3 });
  assert.equal(posteriorMean(known), 0.2);
  near(rankingValue(known), 1 - 0.95 ** (1 / 4), 1e-15);
  near(posteriorInterval(known, 0.9).high, 1 - 0.05 ** (1 / 4), 1e-14);
  near(probabilityAbove(known, 0.3), 0.7 ** 4, 1e-15);
  assert.deepEqual(posterior(FLAT, { k: 0, n: 0 }), FLAT);
  assert.throws(() => posterior(FLAT, { k: 4, n: 3 }), { name: 'RangeError', message: /trials\.k/ });
  assert.throws(() => posterior({ alpha: -1, beta: 1 }, { k: 1, n: 3 }), {
    name: 'RangeError',
    message: /prior\.alpha/,
  });
  assert.throws(() => posteriorInterval(FLAT, 0), { name: 'RangeError', message: /level/ });
});

test('P(best) is the chance to win of two, adds up for many, and weighs what a success is worth', () => {
  const two = chanceBest([treatment, control], { seed: 3, draws: 40_000 });
  // four errors of the simulation
  near(two[0]!, chanceToWin(treatment, control), 0.01);
  const three = chanceBest([FLAT, FLAT, FLAT], { seed: 4 });
  near(
    three.reduce((sum, chance) => sum + chance, 0),
    1,
    1e-12,
  );
  for (const chance of three) near(chance, 1 / 3, 0.02);
  assert.deepEqual(three, chanceBest([FLAT, FLAT, FLAT], { seed: 4 }));
  const [cheap] = chanceBest(
    [
      { ...treatment, worth: 100 },
      { ...control, worth: 300 },
    ],
    { seed: 5 },
  );
  assert.equal(cheap, 0);
  assert.throws(() => chanceBest([], { seed: 1 }), { name: 'RangeError', message: /candidates/ });
  assert.throws(() => chanceBest([FLAT], { seed: 0.5 }), { name: 'RangeError', message: /seed/ });
});

/** Products whose true shares come from a beta distribution; some were seen a lot, some hardly. */
function shop(count: number, truth: typeof FLAT, next: () => number) {
  return Array.from({ length: count }, () => {
    const share = betaDraw(truth, next);
    const n = Math.floor(5 * 200 ** next());
    return { share, n, k: binomialDraw(n, share, next) };
  });
}

test('the prior of many products is found again', () => {
  for (const truth of [
    { alpha: 3, beta: 97 },
    { alpha: 2, beta: 6 },
    { alpha: 20, beta: 380 },
  ]) {
    const { alpha, beta } = fitBetaPrior(shop(3000, truth, random(6)));
    near(alpha / (alpha + beta) / (truth.alpha / (truth.alpha + truth.beta)), 1, 0.05);
    near(Math.log((alpha + beta) / (truth.alpha + truth.beta)), 0, 0.2);
  }
});

test('a product that everybody saw counts as one product among many', () => {
  const products = Array.from({ length: 60 }, (_, at) => ({ k: 10 + (at % 20), n: 1000 }));
  const { alpha, beta } = fitBetaPrior([...products, { k: 100_000, n: 1_000_000 }]);
  // 2 % in most, and 10 % in one of 61, where the shares of all trials together would say 9.5 %
  near(alpha / (alpha + beta), 0.0213, 0.002);
});

test('empirical-Bayes intervals cover 95 % ± 1 % and 90 % ± 1 %, and 5 % are below their ranking value (error 0.15 %)', () => {
  const next = random(7);
  let [products, in95, in90, below] = [0, 0, 0, 0];
  for (let run = 0; run < (process.env.LONG ? 500 : 50); run++) {
    const seen = shop(400, { alpha: 3, beta: 60 }, next);
    const prior = fitBetaPrior(seen);
    for (const { share, k, n } of seen) {
      const known = posterior(prior, { k, n });
      const [wide, narrow] = [posteriorInterval(known), posteriorInterval(known, 0.9)];
      products++;
      if (wide.low <= share && share <= wide.high) in95++;
      if (narrow.low <= share && share <= narrow.high) in90++;
      if (share < rankingValue(known)) below++;
    }
  }
  within(in95 / products, 0.94, 0.96);
  within(in90 / products, 0.89, 0.91);
  within(below / products, 0.04, 0.06);
});

test('of few or equal products the prior says little or that they are alike, and never breaks', () => {
  assert.deepEqual(fitBetaPrior([]), FLAT);
  assert.deepEqual(fitBetaPrior([{ k: 0, n: 0 }]), FLAT);
  assert.deepEqual(
    fitBetaPrior([
      { k: 0, n: 50 },
      { k: 0, n: 3 },
    ]),
    { alpha: 0.5, beta: 0.5 },
  );
  const one = fitBetaPrior([{ k: 10, n: 1000 }]);
  near(one.alpha / (one.alpha + one.beta), 0.01, 1e-6);
  assert.ok(one.alpha + one.beta < 200, 'one product of a thousand views is no prior of a thousand');
  for (const cells of [
    [{ k: 0, n: 50 }],
    [{ k: 50, n: 50 }],
    [
      { k: 0, n: 1 },
      { k: 1, n: 1 },
    ],
  ]) {
    const { alpha, beta } = fitBetaPrior(cells);
    assert.ok(alpha >= 0.5 && beta >= 0.5 && Number.isFinite(alpha + beta), `${alpha}, ${beta}`);
  }
  const alike = fitBetaPrior(Array.from({ length: 50 }, () => ({ k: 5, n: 100 })));
  assert.ok(alike.alpha + alike.beta > 1000, 'fifty equal shares are taken for alike');
  assert.throws(
    () =>
      fitBetaPrior([
        { k: 0, n: 1 },
        { k: 2, n: 1 },
      ]),
    { name: 'RangeError', message: /products\[1\]\.k/ },
  );
});
