import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, readAddress } from '../../../src/dashboard/address.js';
import type { Answer, Row } from '../../../src/dashboard/answer.js';
import { addDays, daysWithin, rangeBefore, rangeOf } from '../../../src/dashboard/dates.js';
import { earningsOf, totalOf, unattributedOf } from '../../../src/dashboard/earnings.js';
import { experimentsOf } from '../../../src/dashboard/experiment.js';
import { manifestUrl } from '../../../src/dashboard/films.js';
import { formatsOf } from '../../../src/dashboard/format.js';
import { distinguishable } from '../../../src/dashboard/overlap.js';
import { catalogueText, holdoutFor, manifestText, without } from '../../../src/dashboard/snippets.js';
import { wilson } from '../../../src/dashboard/wilson.js';
import { wilson as wilsonOfServer } from '../../../src/insights/statistics/wilson.js';
import { ExperimentEntry } from '../../../src/schema/order.js';
import { parseManifest } from '../../../src/schema/parse-manifest.js';

const row = (fields: object): Row => ({ k: 0, n: 0, value: null, low: null, high: null, ...fields });

test('an address is read from a hash and written into one', () => {
  const hash = '#view=video&site=morrow&video=a+b%26c&from=2026-11-01&to=2026-11-20&item=mug';
  const address = readAddress(hash);
  assert.deepEqual(address, {
    ...{ view: 'video', site: 'morrow', video: 'a b&c', from: '2026-11-01', to: '2026-11-20', item: 'mug' },
  });
  assert.equal(hashOf(address), hash);
  assert.equal(
    hashOf(address, { view: 'overview', from: undefined, to: undefined, item: undefined, video: undefined }),
    '#site=morrow',
  );
  assert.deepEqual(readAddress('#view=nothing&days=-3&from=yesterday&t=4&product=mug'), { view: 'overview' });
});

test('a range is what the address names, or the days up to today', () => {
  assert.deepEqual(rangeOf({ view: 'overview' }, '2026-03-10'), { from: '2026-02-11', to: '2026-03-10' });
  assert.deepEqual(rangeOf({ view: 'overview', days: '7' }, '2026-03-03'), { from: '2026-02-25', to: '2026-03-03' });
  const own = { from: '2026-03-28', to: '2026-03-30' };
  assert.deepEqual(rangeOf({ view: 'overview', ...own }, '2026-05-01'), own);
  assert.deepEqual(rangeBefore(own), { from: '2026-03-25', to: '2026-03-27' });
  assert.equal(addDays('2024-02-28', 1), '2024-02-29');
  assert.deepEqual(daysWithin({ from: '2026-01-01', to: '2026-01-10' }, 3), ['2026-01-03', '2026-01-07', '2026-01-10']);
  assert.deepEqual(daysWithin({ from: '2026-01-01', to: '2026-01-02' }, 10), ['2026-01-01', '2026-01-02']);
});

const credits: Answer = {
  ...{ metric: 'attribution', unit: 'minor units', definition: '', basis: 'buyers', botShare: 0, lossShare: 0 },
  rows: [
    row({ video: 'coffee', currency: 'EUR', kind: 'same', n: 5, value: 1000, low: 700, high: 1300 }),
    row({ video: 'coffee', currency: 'EUR', kind: 'halo', n: 2, value: 500, low: 100, high: 900 }),
    row({ video: 'tea', currency: 'EUR', kind: 'same', n: 1, value: 2000 }),
    row({ video: 'tea', currency: 'USD', kind: 'same', n: 1, value: 10 }),
    row({ video: null, currency: 'EUR', kind: 'unattributed', n: 3, value: 300, low: 0, high: 600 }),
  ],
};

test('earnings add up by video and currency, with the width of both', () => {
  const earnings = earningsOf(credits);
  assert.deepEqual(
    earnings.map(({ video, currency, value, low, high }) => [video, currency, value, low, high]),
    [
      ['tea', 'EUR', 2000, null, null],
      ['coffee', 'EUR', 1500, 1000, 2000],
      ['tea', 'USD', 10, null, null],
    ],
  );
  assert.equal(totalOf(credits)!.value, 3500);
  assert.equal(unattributedOf(credits)!.value, 300);
  assert.equal(totalOf({ ...credits, rows: [] }), undefined);
});

test('what overlaps, or has no interval, is not distinguishable', () => {
  assert.equal(distinguishable({ low: 1, high: 2 }, { low: 2.1, high: 3 }), true);
  assert.equal(distinguishable({ low: 1, high: 2 }, { low: 2, high: 3 }), false);
  assert.equal(distinguishable({ low: null, high: null }, { low: 2, high: 3 }), false);
});

test('rows of conversion are put together by experiment, the compared arm first', () => {
  const arm = (experiment: string, name: string, goal: string, more: object = {}) =>
    row({
      experiment,
      arm: name,
      goal,
      currency: goal === 'revenue' ? 'EUR' : null,
      n: 10,
      k: 2,
      ratioP: 0.4,
      difference: null,
      ...more,
    });
  const [first, second] = experimentsOf([
    arm('opening', 'holdout', 'revenue', { difference: -1 }),
    arm('opening', 'fast', 'revenue', { difference: 2 }),
    arm('opening', 'plain', 'buyers'),
    arm('opening', 'plain', 'revenue'),
    arm('opening', 'fast', 'buyers', { difference: 0.1 }),
    arm('pace', 'a', 'revenue', { ratioP: null }),
    row({ experiment: null, arm: null }),
  ]);
  assert.deepEqual(
    [first!.id, first!.control, first!.arms, first!.ratioP],
    ['opening', 'plain', ['plain', 'fast', 'holdout'], 0.4],
  );
  assert.deepEqual(
    first!.goals.map(({ goal }) => goal),
    ['revenue', 'buyers'],
  );
  assert.deepEqual([second!.id, second!.ratioP], ['pace', null]);
});

test('snippets can be played, and the server takes them', () => {
  const running = {
    id: 'opening',
    holdout: 0.1,
    arms: [
      { id: 'control', weight: 1 },
      { id: 'fast', weight: 1, patch: { title: 'x' } },
    ],
  };
  const snippets = [
    holdoutFor('coffee'),
    holdoutFor('coffee', running),
    without(['fast'], 'opening', ['control', 'fast', 'holdout'], running),
    without(['slow'], 'pace-2', ['control', 'slow', 'fast']),
  ];
  assert.deepEqual(
    snippets.map(({ id, arms }) => [id, arms.map((arm) => arm.id)]),
    [
      ['coffee-holdout', ['control']],
      ['opening-holdout', ['control', 'fast']],
      ['opening-2', ['control']],
      ['pace-3', ['control', 'fast']],
    ],
  );
  for (const snippet of snippets) {
    const experiment = (JSON.parse(`{${manifestText(snippet)}}`) as { experiment: object }).experiment;
    const manifest = {
      ...{ version: 1, id: 'film', title: 'Film', experiment },
      media: { sources: [{ src: 'film.mp4', type: 'video/mp4' }] },
    };
    const parsed = parseManifest(manifest, 'https://shop.example/film.json');
    assert.deepEqual(parsed.warnings, []);
    const told = JSON.parse(catalogueText('shop', snippet)) as { site: string; experiments: unknown[] };
    assert.equal(told.site, 'shop');
    assert.ok(ExperimentEntry.parse(told.experiments[0]));
  }
});

test('Wilson’s interval is the server’s', () => {
  for (const [k, n] of [
    [81, 263],
    [0, 20],
    [20, 20],
    [1, 29],
  ] as const) {
    const [own, server] = [wilson(k, n), wilsonOfServer(k, n)];
    assert.ok(Math.abs(own.low - server.low) < 1e-12 && Math.abs(own.high - server.high) < 1e-12);
  }
});

test('figures are written as the locale has them, and what is unknown is a dash', () => {
  const [en, de] = [formatsOf('en'), formatsOf('de')];
  assert.deepEqual(
    [en.share(0.3775), en.share(0.0311), en.share(0.00042), en.share(0), en.share(null)],
    ['38%', '3.1%', '0.04%', '0%', '–'],
  );
  assert.deepEqual(
    [en.money(951350, 'EUR'), en.money(951350, 'EUR', true), en.money(5000, 'JPY')],
    ['€9,513.50', '€9,514', '¥5,000'],
  );
  assert.equal(de.money(951350, 'EUR').replace(/\s/g, ' '), '9.513,50 €');
  assert.equal(en.interval(0.1, 0.2, en.share), '10% – 20%');
  assert.deepEqual([en.interval(null, 2, en.share), en.interval(2, 2, en.share)], ['', '']);
  assert.equal(en.age(7_500_000), '2 hours');
  assert.equal(manifestUrl('/m/{video}/manifest.json', 'a/b'), '/m/a%2Fb/manifest.json');
});
