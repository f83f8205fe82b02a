import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversion } from '../../../../src/insights/metrics/conversion.js';
import { roi } from '../../../../src/insights/metrics/roi.js';
import { sequentialSampleRatio } from '../../../../src/insights/statistics/sample-ratio.js';
import { DAY, HOUR, moneyStore, sold, T, touch } from './money-store.js';

const came = (viewer: string, arm: string | undefined, fields = {}) =>
  touch(viewer, 'mug', T - HOUR, {
    type: 'player_opportunity',
    product_id: null,
    experiment: arm && 'host',
    arm,
    ...fields,
  });
const arm = (name: string, n: number) => Array.from({ length: n }, (_, i) => came(`${name}${i}`, name));
/** Of the first `n` viewers of an arm. */
const orders = (name: string, n: number, minor: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => sold(`${name}${i}`, 'mug', minor(i), { viewer: `v:${name}${i}` }));

test('revenue is per randomised viewer, and an order before it, of a bot or without consent is not of it', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [...arm('control', 4), ...arm('new', 4), came('bot', 'new', { bot: true }), came('fay', undefined)],
    order_lines: [
      ...orders('control', 1, () => 400),
      ...orders('new', 2, (i) => 800 + i * 200),
      sold('early', 'mug', 9999, { viewer: 'v:new3', at_ms: T - 2 * HOUR }),
      sold('bot', 'mug', 9999, { viewer: 'v:bot' }),
      sold('fay', 'mug', 9999, { viewer: 'v:fay' }),
      sold('yen', 'mug', 10, { viewer: 'v:new0', currency: 'JPY' }),
    ],
  });
  const { rows } = await store.ask(conversion);
  assert.deepEqual(
    rows.map((row) => [row.arm, row.goal, row.currency, row.k, row.n, row.value]),
    [
      ['control', 'buyers', null, 1, 4, 0.25],
      ['control', 'revenue', 'EUR', 1, 4, 100],
      ['control', 'revenue', 'JPY', 0, 4, 0],
      ['new', 'buyers', null, 2, 4, 0.5],
      ['new', 'revenue', 'EUR', 2, 4, 450],
      ['new', 'revenue', 'JPY', 1, 4, 2.5],
    ],
  );
  const eur = rows.find((row) => row.arm === 'new' && row.currency === 'EUR')!;
  assert.deepEqual([eur.difference, eur.verdict, eur.ratioP], [350, 'undetermined', 1]);
  assert.ok(Number(eur.daysToTell) > 1, 'it says how long until it could tell');
});

test('a clear difference is told, and hidden while the arms are not filled as meant', async (t) => {
  const store = await moneyStore(t);
  const ask = async (n: number) => {
    await store.fill({
      events: [...arm('control', 500), ...arm('new', n)],
      order_lines: [...orders('control', 50, (i) => 900 + i), ...orders('new', 250, (i) => 900 + i)],
    });
    const { rows } = await store.ask(conversion);
    return rows.filter((row) => row.arm === 'new').map((row) => [row.goal, row.verdict]);
  };
  assert.deepEqual(await ask(500), [
    ['buyers', 'better'],
    ['revenue', 'better'],
  ]);
  // far beyond what daily looks may find by chance: χ² = 125² · 2 / 625 = 50
  assert.deepEqual(await ask(750), [
    ['buyers', null],
    ['revenue', null],
  ]);
});

test('what the catalogue says of an experiment tells its control, and how its arms should be filled', async (t) => {
  const store = await moneyStore(t);
  const told = (weights: Record<string, number>, received_ms: number) =>
    Object.entries(weights).map(([name, share], place) => ({
      site: 'shop',
      experiment: 'host',
      arm: name,
      place,
      share,
      received_ms,
    }));
  const ask = async (...arms: ReturnType<typeof told>[]) => {
    await store.fill({
      events: [...arm('ada', 400), ...arm('bo', 100), ...arm('holdout', 500)],
      order_lines: [...orders('ada', 40, (i) => 900 + i), ...orders('bo', 80, (i) => 900 + i)],
      arms: arms.flat(),
    });
    const { rows } = await store.ask(conversion);
    return rows.filter((row) => row.goal === 'buyers').map((row) => [row.arm, row.verdict]);
  };
  const meant = { ada: 0.4, bo: 0.1, holdout: 0.5 };
  assert.deepEqual(await ask(told(meant, T)), [
    ['ada', null],
    ['bo', 'better'],
    ['holdout', 'worse'],
  ]);
  const hidden = [
    ['ada', null],
    ['bo', null],
    ['holdout', null],
  ];
  assert.deepEqual(await ask(), hidden, 'not told, and not alike');
  assert.deepEqual(await ask(told({ ada: 0.45, bo: 0.45, holdout: 0.1 }, T)), hidden);
  const corrected = [told({ ada: 0.45, bo: 0.45, holdout: 0.1 }, T), told(meant, T + 1)];
  assert.equal((await ask(...corrected))[1]![1], 'better', 'the latest telling counts');
});

test('by host no verdict is given, and no experiment has no rows', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [...arm('control', 2), came('control0', 'control', { type: 'playback', segment: 'one' })],
    order_lines: orders('control', 1, () => 400),
    segments: [
      { site: 'shop', video_id: 'coffee', segment: 'one', received_ms: T, from_ms: 0, to_ms: 9000, host: 'Kim' },
    ],
  });
  for (const [by, name] of [
    ['host', 'Kim'],
    ['segment', 'one'],
    ['length', 9000],
  ] as const) {
    const { rows } = await store.ask(conversion, { by });
    assert.deepEqual(
      rows.map((row) => [row[by], row.n, row.value, row.verdict]),
      [
        [name, 1, 1, undefined],
        [name, 1, 400, undefined],
      ],
    );
  }
  await store.fill({});
  assert.deepEqual((await store.ask(conversion)).rows, []);
  assert.deepEqual((await store.ask(roi)).rows, []);
});

test('return on a video: attributed margin over cost, and the holdout beside it', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      ...arm('new', 4),
      ...arm('holdout', 2),
      touch('new0', 'mug', T - HOUR),
      touch('new1', 'mug', T - HOUR),
      touch('new1', 'lamp', T - HOUR),
    ],
    order_lines: [
      sold('o1', 'mug', 1000, { viewer: 'v:new0' }),
      sold('o2', 'mug', 2000, { viewer: 'v:new1' }),
      sold('o2', 'lamp', 700, { viewer: 'v:new1', line: 1 }),
      sold('o3', 'mug', 1000, { viewer: 'v:holdout0' }),
    ],
    products: [{ site: 'shop', product_id: 'mug', received_ms: T, margin: 0.5 }],
    videos: [
      { site: 'shop', video_id: 'coffee', received_ms: T, cost_minor: 1000, currency: 'EUR' },
      { site: 'shop', video_id: 'tea', received_ms: T, cost_minor: 500, currency: 'USD' },
    ],
  });
  const { rows } = await store.ask(roi, { nowMs: T + DAY });
  const [coffee, tea] = ['coffee', 'tea'].map((video) => rows.find((row) => row.video === video)!);
  // 0.5 × 3000 = 1500 for 1000
  assert.deepEqual([coffee!.value, coffee!.margin, coffee!.unknownMargin, coffee!.n], [0.5, 1500, 700, 2]);
  // per viewer 1500 / 4 = 375 against 500 / 2 = 250; 125 × 4 = 500 for 1000
  assert.deepEqual([coffee!.incremental, coffee!.shownN, coffee!.holdoutN], [-0.5, 4, 2]);
  assert.deepEqual([tea!.value, tea!.incremental, tea!.n], [-1, null, 0]);
});

test('an experiment on two sites has each of its arms once', async (t) => {
  const store = await moneyStore(t);
  const sites = ['shop', 'other'];
  await store.fill({
    events: sites.flatMap((site) => [...arm('control', 30), ...arm('new', 45)].map((event) => ({ ...event, site }))),
    arms: sites.flatMap((site) =>
      ['control', 'new', 'holdout'].map((name, place) => ({
        site,
        experiment: 'host',
        arm: name,
        place,
        share: place === 2 ? 0 : 0.5,
        received_ms: T,
      })),
    ),
  });
  const { rows } = await store.ask(conversion);
  // 60 and 90, not twice as many
  const { p } = sequentialSampleRatio([
    { n: 60, weight: 1 },
    { n: 90, weight: 1 },
  ]);
  assert.deepEqual(
    rows.map((row) => [row.arm, row.n, row.ratioP]),
    [
      ['control', 60, p],
      ['new', 90, p],
    ],
  );
});

test('a view is one of each segment that it played, and of its arm once', async (t) => {
  const store = await moneyStore(t);
  const began = (viewer: string, view: string) => came(viewer, 'new', { type: 'view_start', view_id: view });
  const played = (viewer: string, view: string, segment: string) =>
    came(viewer, 'new', { type: 'playback', view_id: view, segment });
  await store.fill({
    events: [
      ...arm('new', 2),
      // new0 views it twice, and sees the end in the second view alone, in two pieces
      began('new0', 'a'),
      played('new0', 'a', 'intro'),
      began('new0', 'b'),
      played('new0', 'b', 'intro'),
      played('new0', 'b', 'end'),
      played('new0', 'b', 'end'),
      began('new1', 'c'),
      played('new1', 'c', 'intro'),
    ],
    order_lines: orders('new', 1, () => 600),
  });
  const ask = async (by: string) =>
    (await store.ask(conversion, { by })).rows
      .filter(({ goal }) => goal === 'revenue')
      .map((row) => [row[by], row.n, row.views, row.perView]);
  assert.deepEqual(await ask('arm'), [['new', 2, 3, 200]]);
  // 600 of new0's by 1 view of the end, and by 3 of the beginning
  assert.deepEqual(await ask('segment'), [
    ['end', 1, 1, 600],
    ['intro', 2, 3, 200],
  ]);
});

test('of one product: what it brings per randomised viewer, though the holdout never saw it', async (t) => {
  const store = await moneyStore(t);
  await store.fill({
    events: [
      ...arm('new', 4),
      ...arm('holdout', 4),
      came('new0', 'new', { type: 'hotspot_exposure', product_id: 'mug' }),
    ],
    order_lines: [
      ...orders('new', 2, () => 400),
      ...orders('holdout', 1, () => 400),
      sold('lamp', 'lamp', 9000, { viewer: 'v:new3' }),
    ],
    products: ['mug', 'lamp'].map((product_id) => ({ site: 'shop', product_id, received_ms: T, margin: 0.5 })),
    videos: [{ site: 'shop', video_id: 'coffee', received_ms: T, cost_minor: 100, currency: 'EUR' }],
  });
  const selection = { product: 'mug' };
  const { rows } = await store.ask(conversion, { selection });
  // 2 of 4 bought mugs of 400, and 1 of 4; the lamp is not asked for
  assert.deepEqual(
    rows.filter(({ goal }) => goal === 'revenue').map((row) => [row.arm, row.k, row.n, row.value]),
    [
      ['holdout', 1, 4, 100],
      ['new', 2, 4, 200],
    ],
  );
  // (half of 200 − half of 100) · 4 = 200, less 100, by 100
  const held = (await store.ask(roi, { selection })).rows[0]!;
  assert.deepEqual([held.incremental, held.shownN, held.holdoutN], [1, 4, 4]);
});

test('whoever gets into another arm stays in the first, and is one viewer', async (t) => {
  const store = await moneyStore(t);
  const moved = (atMs: number, name: string) => came('control0', name, { at_ms: atMs });
  await store.fill({
    // told in the other order than they happened
    events: [moved(T - HOUR / 2, 'new'), ...arm('control', 2), ...arm('new', 2)],
    order_lines: orders('control', 1, () => 400),
  });
  const { rows } = await store.ask(conversion);
  // 400 once, by two viewers: in both arms it would be 400 of three there, too
  assert.deepEqual(
    rows.filter(({ goal }) => goal === 'revenue').map((row) => [row.arm, row.k, row.n, row.value]),
    [
      ['control', 1, 2, 200],
      ['new', 0, 2, 0],
    ],
  );
});
