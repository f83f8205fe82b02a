/** What the worked log adds up to, counted by hand. The comments name who is in each number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve as listen } from '@hono/node-server';
import { Hono } from 'hono';
import { METRICS } from '../../../src/insights/metrics/index.js';
import { benjaminiHochberg } from '../../../src/insights/statistics/benjamini-hochberg.js';
import { fitBetaPrior } from '../../../src/insights/statistics/beta-prior.js';
import { chanceBest } from '../../../src/insights/statistics/chance-best.js';
import { newcombe } from '../../../src/insights/statistics/newcombe.js';
import {
  posterior,
  posteriorInterval,
  posteriorMean,
  rankingValue,
} from '../../../src/insights/statistics/posterior.js';
import { scoreTest } from '../../../src/insights/statistics/score-test.js';
import { wilson } from '../../../src/insights/statistics/wilson.js';
import { insightsRoute } from '../../../src/server/insights/insights-route.js';
import { EVENTS, NOW_MS, START_MS } from './worked-log.js';
import { askStore, openFilled, openWorkedLog } from './worked-store.js';

const share = (k: number, n: number) => ({ k, n, value: k / n, ...wilson(k, n) });

test('recovery: eve of those who were written to bought, bob of those held out did not', async (t) => {
  const store = await openWorkedLog(t);
  const { rows } = await askStore(store, 'recovery?within=1');
  const { value, low, high } = newcombe({ k: 1, n: 1 }, { k: 0, n: 1 });
  assert.deepEqual(rows, [
    { arm: 'message', ...share(1, 1), difference: value, differenceLow: low, differenceHigh: high, pending: 1 },
    { arm: 'holdout', ...share(0, 1), difference: null, differenceLow: null, differenceHigh: null, pending: 0 },
  ]);
});

test('counts: 47 events of people, 4 of a bot', async (t) => {
  const store = await openWorkedLog(t);
  const { rows, botShare, lossShare } = await askStore(store, 'counts');
  const of = Object.fromEntries(rows.map(({ type, n, bots }) => [type, [n, bots]]));
  assert.deepEqual(of, {
    // ann, bob, dan, eve, fay
    player_opportunity: [5, 0],
    // ann, bob, cat twice, dan, eve
    view_start: [6, 1],
    // ann three times, bob, cat twice, dan, eve
    playback: [8, 1],
    // ann, bob twice, cat twice, dan, eve
    hotspot_exposure: [7, 1],
    // ann, bob, cat twice, eve twice
    hotspot_click: [6, 1],
    // ann, bob, cat twice
    product_view: [4, 0],
    product_dwell: [2, 0],
    cart_change: [2, 0],
    buy_now: [1, 0],
    // ann two, cat one, eve two
    checkout_step: [5, 0],
    loss_report: [1, 0],
  });
  // the bot of ann, bob, cat, dan, eve, fay and the bot
  assert.equal(botShare, 1 / 7);
  // views A 12, B 8 of 9, C 9, C2 3, D 4, E 9, F 1; the report of the one that is missing counts nothing more
  assert.ok(Math.abs(lossShare! - 1 / 47) < 1e-12);
});

test('hctr by product, ranked by what each surpasses with 95 %', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'hctr');
  // in the order of their names, as the last bit of a sum depends on it
  const prior = fitBetaPrior([
    { k: 0, n: 1 },
    { k: 1, n: 2 },
    { k: 2, n: 4 },
  ]);
  const known = (k: number, n: number) => {
    const after = posterior(prior, { k, n });
    return { ...share(k, n), shrunken: posteriorMean(after), rank: rankingValue(after) };
  };
  assert.deepEqual(rows, [
    // saw the mug: ann, bob, cat, dan; clicked it: ann, and cat twice
    { product: 'mug', listClickers: 0, chipClickers: 0, ...known(2, 4) },
    // cat saw the lamp in the other film; eve saw it, and clicked chip and hotspot
    { product: 'lamp', listClickers: 0, chipClickers: 1, ...known(1, 2) },
    // bob, in the list only
    { product: 'cup', listClickers: 1, chipClickers: 0, ...known(0, 1) },
  ]);
});

test('hctr by video, arm, surface and local day', async (t) => {
  const store = await openWorkedLog(t);
  const of = async (query: string, by: string) =>
    (await askStore(store, `hctr?by=${by}${query}`)).rows.map((row) => [row[by], row.k, row.n]);
  // coffee: ann, bob, cat, dan; tea: cat, eve
  assert.deepEqual(await of('', 'video'), [
    ['coffee', 2, 4],
    ['tea', 1, 2],
  ]);
  // cat is in no arm
  assert.deepEqual(await of('', 'arm'), [
    ['host', 2, 2],
    ['control', 0, 2],
  ]);
  assert.deepEqual(await of('', 'surface'), [
    ['product', 2, 4],
    ['story', 1, 2],
  ]);
  // dan came at 01:00 in Berlin, when it was midnight in London
  assert.deepEqual(await of('&tz=Europe/Berlin', 'day'), [
    ['2026-03-28', 3, 4],
    ['2026-03-29', 0, 1],
  ]);
  assert.deepEqual(await of('&tz=America/New_York', 'day'), [['2026-03-28', 3, 5]]);
  assert.deepEqual(await of('&tz=Europe/Berlin&from=2026-03-29', 'video'), [['coffee', 0, 1]]);
});

test('filters: arm, experiment, surface, segment, product', async (t) => {
  const store = await openWorkedLog(t);
  const of = async (query: string) => (await askStore(store, `hctr?by=video&${query}`)).rows.map(({ k, n }) => [k, n]);
  assert.deepEqual(await of('arm=control'), [[0, 2]]);
  assert.deepEqual(await of('experiment=host&surface=story'), [[1, 2]]);
  assert.deepEqual(await of('product=cup'), [[0, 1]]);
  assert.deepEqual(await of('segment=none'), []);
});

test('hctr-second: exposed, clicked, at risk and first clicks by second', async (t) => {
  const store = await openWorkedLog(t);
  const { rows, summary } = await askStore(store, 'hctr-second?video=coffee');
  // exposed: second 0 cat; 1 ann, bob (once, though by two), cat, dan; 2 ann, bob, dan; 3 ann, dan; 4 dan; 5 dan: 12
  // clicked: second 0 cat; 1 cat; 2 ann: 3. All are under 30 and taken together
  // at risk, until they have clicked: second 0 cat; 1 ann, bob, dan; 2 ann, bob, dan; 3 dan; 4 dan; 5 dan: 10; first: cat, ann
  assert.deepEqual(rows, [{ second: 0, to: 5, ...share(3, 12), hazardK: 2, hazardN: 10, hazard: 0.2 }]);
  assert.deepEqual(summary, { p: 1, peak: null });
  // by each second, as the queries have it before cells are taken together: differences
  const metric = METRICS.get('hctr-second')!;
  const found = async (name: string) => {
    const sql = metric.sql[name]!(store.dialect).replaceAll('{selection}', "video_id = 'coffee'");
    const cells = await store.query(`${sql} ORDER BY second`, {});
    return cells.filter(({ n }) => n !== 0).map(({ second, n }) => [second, n]);
  };
  assert.deepEqual(await found('exposed'), [
    [0, 1],
    [1, 3],
    [2, -1],
    [3, -1],
    [4, -1],
    [6, -1],
  ]);
  assert.deepEqual(await found('risk'), [
    [0, 1],
    [1, 2],
    [3, -2],
    [6, -1],
  ]);
  assert.deepEqual(await found('clicks'), [
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  assert.deepEqual(await found('firsts'), [
    [0, 1],
    [2, 1],
  ]);
});

test('retention: who covers each second, and how often it is played', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'retention?video=coffee');
  // ann 0–6 and 0–2 again, bob 0–3, cat 0–1, dan 0–6; fay did not begin
  assert.deepEqual(rows, [
    { second: 0, plays: 5, ...share(4, 4) },
    { second: 1, plays: 4, ...share(3, 4) },
    { second: 2, plays: 3, ...share(3, 4) },
    { second: 3, plays: 2, ...share(2, 4) },
    { second: 4, plays: 2, ...share(2, 4) },
    { second: 5, plays: 2, ...share(2, 4) },
  ]);
});

test('watch time: each moment once a view', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'watch-time');
  const [coffee, tea] = ['coffee', 'tea'].map((video) => rows.find((row) => row.video === video)!);
  // (6 + 3 + 1 + 6) s of ann, bob, cat, dan; (2 + 4) s of cat and eve
  assert.deepEqual([coffee!.value, coffee!.n, coffee!.viewers], [4000, 4, 4]);
  assert.deepEqual([tea!.value, tea!.n, tea!.viewers], [3000, 2, 2]);
  assert.ok(coffee!.low! >= 1000 && coffee!.low! < 4000 && coffee!.high! > 4000 && coffee!.high! <= 6000);
  assert.deepEqual([tea!.low, tea!.high], [2000, 4000]);
});

test('rewatch: of 18 s played ann had seen 2', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'rewatch');
  assert.deepEqual(rows.map(({ video, value, n }) => [video, value, n]).sort(), [
    ['coffee', 2 / 18, 4],
    ['tea', 0, 2],
  ]);
});

test('one viewer alone has no spread, and no bounds', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'watch-time?by=day&tz=Europe/Berlin');
  assert.deepEqual(rows[1], { day: '2026-03-29', n: 1, viewers: 1, value: 6000, low: null, high: null });
});

test('intentional: bob opened by accident', async (t) => {
  const store = await openWorkedLog(t);
  // coffee: ann and cat had something in the cart; bob closed the cup after 0.4 s. tea: eve bought
  assert.deepEqual((await askStore(store, 'intentional')).rows, [
    { video: 'coffee', accidental: 1, ...share(2, 3) },
    { video: 'tea', accidental: 0, ...share(1, 1) },
  ]);
  // cat opened the mug once, and never told for how long
  assert.deepEqual((await askStore(store, 'intentional?by=product')).rows, [
    { product: 'lamp', accidental: 0, ...share(2, 2) },
    { product: 'mug', accidental: 0, ...share(1, 2) },
    { product: 'cup', accidental: 1, ...share(0, 1) },
  ]);
  const { value, low, high } = newcombe({ k: 2, n: 2 }, { k: 0, n: 1 });
  const arms = (await askStore(store, 'intentional?by=arm')).rows;
  const exact = ({ chanceToWin, ...row }: (typeof arms)[number]) =>
    chanceToWin === undefined ? row : { ...row, chanceToWin: Number((chanceToWin as number).toFixed(12)) };
  assert.deepEqual(arms.map(exact), [
    {
      experiment: 'host',
      arm: 'host',
      accidental: 0,
      ...share(2, 2),
      difference: value,
      differenceLow: low,
      differenceHigh: high,
      // ∫ 3x² · (1 − (1 − x)²) dx = 3 · (2/4 − 1/5)
      chanceToWin: 0.9,
    },
    { experiment: 'host', arm: 'control', accidental: 1, ...share(0, 1) },
  ]);
});

test('funnel: from the opportunity to the order', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'funnel');
  // all but the bot; all but fay; ann, bob, cat, eve; without bob; ann by her token, eve by her name
  assert.deepEqual(rows, [
    { stage: 'opportunity', ofFirst: 1, ...share(6, 6) },
    { stage: 'view', ofFirst: 5 / 6, ...share(5, 6) },
    { stage: 'exposure', ofFirst: 5 / 6, ...share(5, 5) },
    { stage: 'click', ofFirst: 4 / 6, ...share(4, 5) },
    { stage: 'product', ofFirst: 4 / 6, ...share(4, 4) },
    { stage: 'cart', ofFirst: 3 / 6, ...share(3, 4) },
    { stage: 'checkout', ofFirst: 3 / 6, ...share(3, 3) },
    { stage: 'order', ofFirst: 2 / 6, ...share(2, 3) },
  ]);
});

test('friction: cat leaves at the shipping, though it is free', async (t) => {
  const store = await openWorkedLog(t);
  const { p } = scoreTest({ k: 1, n: 3 }, { k: 0, n: 2 });
  assert.deepEqual((await askStore(store, 'friction')).rows, [
    { step: 'shipping', ...share(1, 3), p },
    { step: 'payment', ...share(0, 2), p },
  ]);
  // 75 s after the start all three are at it still, 30 minutes later none
  assert.deepEqual((await askStore(store, 'friction', START_MS + 75_000)).rows, []);
  assert.equal((await askStore(store, 'friction', START_MS + 90_000 + 30 * 60_000)).rows.length, 2);
  const [free, some] = benjaminiHochberg([
    scoreTest({ k: 1, n: 1 }, { k: 0, n: 2 }).p,
    ...[1, 2].map(() => scoreTest({ k: 0, n: 1 }, { k: 1, n: 2 }).p),
  ]);
  assert.deepEqual((await askStore(store, 'friction?by=shipping')).rows, [
    { shipping: 'EUR 0', ...share(1, 1), p: free },
    { shipping: 'EUR 1–499', ...share(0, 1), p: some },
    { shipping: 'EUR 500–999', ...share(0, 1), p: some },
  ]);
});

test('placement: what a view that saw a product brings, in each currency by itself', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'placement');
  // views A, B, C, D saw the mug, and A bought it at half of 1900; B saw the cup, sold elsewhere at 40 % of 1200;
  // C2 and E saw the lamp, and E bought two at a quarter of 9800, of which 4900 came back
  const euros = fitBetaPrior([
    { k: 1, n: 4 },
    { k: 0, n: 1 },
  ]);
  const mug = posterior(euros, { k: 1, n: 4 });
  const cup = posterior(euros, { k: 0, n: 1 });
  const lamp = posterior(fitBetaPrior([{ k: 1, n: 2 }]), { k: 1, n: 2 });
  const times = (known: typeof mug, worth: number) => {
    const { low, high } = posteriorInterval(known);
    return { worth, value: posteriorMean(known) * worth, low: low * worth, high: high * worth };
  };
  const chances = new Map(rows.map(({ product, chanceBest }) => [product, chanceBest as number]));
  assert.deepEqual(
    rows.map(({ chanceBest: _, ...row }) => row),
    [
      { product: 'lamp', site: 'shop', currency: 'USD', k: 1, n: 2, ...times(lamp, 1225) },
      { product: 'mug', site: 'shop', currency: 'EUR', k: 1, n: 4, ...times(mug, 950) },
      { product: 'cup', site: 'shop', currency: 'EUR', k: 0, n: 1, ...times(cup, 480) },
    ],
  );
  assert.equal(chances.get('lamp'), 1);
  const [expected] = chanceBest(
    [
      { ...mug, worth: 950 },
      { ...cup, worth: 480 },
    ],
    { seed: 1 },
  );
  assert.ok(Math.abs(chances.get('mug')! - expected!) < 0.03);
  assert.ok(Math.abs(chances.get('mug')! + chances.get('cup')! - 1) < 1e-9);
});

test('demand: clicks beside the days that stock lasts', async (t) => {
  const { rows } = await askStore(await openWorkedLog(t), 'demand');
  const of = Object.fromEntries(rows.map((row) => [row.product, row]));
  // cups: mug 2 of 4, cup 0 of 1. One mug and one cup were sold in 28 days; two lamps, of which no stock is known
  assert.deepEqual([of.mug!.k, of.mug!.n, of.mug!.intent, of.mug!.stock, of.mug!.cover], [2, 4, 1 / 4, 99, 99 * 28]);
  assert.deepEqual([of.cup!.k, of.cup!.n, of.cup!.intent, of.cup!.stock, of.cup!.cover], [0, 1, 0, 5, 5 * 28]);
  assert.deepEqual([of.lamp!.k, of.lamp!.n, of.lamp!.intent, of.lamp!.stock, of.lamp!.cover], [1, 2, 1, null, null]);
  assert.deepEqual([of.mug!.percentile, of.cup!.percentile, of.lamp!.percentile], [0.75, 0.25, 0.5]);
  assert.ok((of.mug!.chancePopular as number) > 0.5 && (of.cup!.chancePopular as number) < 0.5);
  assert.equal(of.lamp!.chancePopular, null);
  // the latest word on the mug's category counts, and four viewers are too few for any verdict
  assert.deepEqual(
    rows.map(({ category, label }) => [category, label]),
    [
      ['light', 'undetermined'],
      ['cups', 'undetermined'],
      ['cups', 'undetermined'],
    ],
  );
});

const numbers = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(numbers) : [];

for (const [what, events, query] of [
  ['an empty log', [], ''],
  ['one viewer', EVENTS.filter(({ event }) => event.viewerId === 'ann'), ''],
  ['all bots', EVENTS.map((stored) => ({ ...stored, bot: true })), ''],
  ['an unknown video', EVENTS, '&video=moon'],
  ['an unknown arm', EVENTS, '&arm=moon'],
] as const) {
  test(`${what}: an answer of each metric`, async (t) => {
    const store = await openFilled(t, events);
    for (const { name, by, needs, refuses = {} } of METRICS.values()) {
      if (Object.keys(refuses).some((key) => query.startsWith(`&${key}=`))) continue;
      for (const dimension of Object.keys(by)) {
        const video = needs && !query.includes('video') ? '&video=coffee' : '';
        const { rows, botShare } = await askStore(store, `${name}?by=${dimension}${video}${query}`);
        assert.ok(numbers(rows).every(Number.isFinite), `${name} by ${dimension}: ${JSON.stringify(rows)}`);
        if (what === 'one viewer') continue;
        if (what === 'all bots') assert.equal(botShare, 1);
        else assert.equal(botShare, null);
        assert.ok(
          rows.every(({ n }) => !n),
          `${name} by ${dimension}: ${JSON.stringify(rows)}`,
        );
      }
    }
  });
}

test('ranges that no film has make no answer without end', async (t) => {
  const first = EVENTS.find(({ event }) => event.type === 'hotspot_exposure')!;
  const strange = [
    { fromMs: 1e15, toMs: 0 },
    { fromMs: 0, toMs: 1e15 },
    { fromMs: 5000, toMs: 1000 },
  ].map((range, index) => {
    const eventId = `0195d9a0-0000-7000-a000-00000000000${index}`;
    return { ...first, event: { ...first.event, ...range, eventId } } as typeof first;
  });
  const played = strange.map((stored, index) => {
    const event = {
      ...stored.event,
      type: 'playback',
      rate: 1,
      eventId: `0195d9a0-0000-7000-b000-00000000000${index}`,
    };
    return { ...stored, event } as typeof first;
  });
  const store = await openFilled(t, [...strange, ...played]);
  // the last was seen for a moment, as the player tells of a click at once
  assert.deepEqual(
    (await askStore(store, 'hctr-second?video=coffee')).rows.map(({ second, to, n }) => [second, to, n]),
    [[5, 5, 1]],
  );
  assert.deepEqual((await askStore(store, 'retention?video=coffee')).rows, []);
  assert.deepEqual((await askStore(store, 'watch-time')).rows, []);
});

test('the same over HTTP, as JSON and as CSV', async (t) => {
  const store = await openWorkedLog(t);
  const route = insightsRoute({ store: { ...store, catchUp: async () => {} }, now: () => NOW_MS, warn: assert.fail });
  const server = listen({ fetch: new Hono().get('/v1/insights/:metric', route).fetch, port: 0, hostname: '127.0.0.1' });
  t.after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/v1/insights`;
  for (const { name, needs } of METRICS.values()) {
    const query = needs ? '?video=coffee' : '';
    const response = await fetch(`${url}/${name}${query}`);
    assert.deepEqual(await response.json(), JSON.parse(JSON.stringify(await askStore(store, name + query))));
    const csv = await fetch(`${url}/${name}${query}`, { headers: { accept: 'text/csv' } });
    assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
    const lines = (await csv.text()).split('\r\n');
    assert.equal(lines.length, (await askStore(store, name + query)).rows.length + 2);
  }
});
