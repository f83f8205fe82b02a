/** What is rolled up tells the same as the events did, whatever arrives late, goes or breaks. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { StoredEvent } from '../../../../src/server/collector/stored-event.js';
import { openDuckdb } from '../../../../src/server/store/duckdb.js';
import type { EventStore } from '../../../../src/server/store/event-store.js';
import { LAST_DAY_MS, makeHistory } from '../../../support/insights/history.mjs';
import { EVENTS, NOW_MS, START_MS, TABLES } from '../worked-log.js';
import { askStore, openFilled } from '../worked-store.js';
import { assertSameAnswers } from './same-answers.js';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

async function rollAllUp(store: EventStore, beforeMs = Number.MAX_SAFE_INTEGER, sliceMs?: number): Promise<number> {
  let slices = 0;
  while (await store.rollUp!(beforeMs, sliceMs)) slices += 1;
  return slices;
}

const count = async (store: EventStore, table: string) =>
  (await store.query(`SELECT count(*) AS n FROM ${table}`, {}))[0]!.n as number;

const anyText = (name: string, most: number) => fc.nat({ max: most }).map((n) => `${name}-${n}`);
const position = fc.nat({ max: 80 }).map((n) => n * 250);
const range = fc
  .tuple(position, fc.nat({ max: 24 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length * 250 }));
const productId = anyText('p', 2);
const item = { productId, positionMs: position };

/** Playback most of all, ranges of no length too. */
const fields = fc.oneof(
  fc.constant({ type: 'player_opportunity', visibleMs: 1000 }),
  fc.constant({ type: 'view_start', autoplay: false, muted: true }),
  { weight: 4, arbitrary: range.map((played) => ({ type: 'playback', ...played, rate: 1 })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(range, productId)
      .map(([seen, productId]) => ({ type: 'hotspot_exposure', hotspotId: 'h', productId, ...seen })),
  },
  fc
    .record({ ...item, via: fc.constantFrom('hotspot', 'list', 'chip') })
    .map((click) => ({ type: 'hotspot_click', ...click })),
  fc.record({ productId }).map((opened) => ({ type: 'product_view', ...opened })),
  fc.record({ productId, ms: fc.nat({ max: 4000 }) }).map((dwelt) => ({ type: 'product_dwell', ...dwelt })),
  fc.record(item).map((carted) => ({ type: 'cart_change', ...carted, quantity: 1, unitMinor: 500, currency: 'EUR' })),
  fc
    .record({ step: anyText('step', 2), shippingMinor: fc.constantFrom(undefined, 0, 700) })
    .map((step) => ({ type: 'checkout_step', ...step, currency: 'EUR' })),
  fc.constant({ type: 'loss_report', reason: 'expired', lost: { playback: 2 } }),
);

/** Minutes after the beginning, mostly about midnight in one of the zones and of the quarter of an hour that is asked for. */
const minute = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(5.5 * 60, 21.25 * 60), fc.integer({ min: -20, max: 20 }))
      .map(([at, off]) => at + off),
  },
  fc.nat({ max: 3 * 24 * 60 }),
);

/** One thing that happened: in which view, when, and how late it arrived. Few views, so that much of each is rolled up into one row. */
const happening = fc.record({
  view: fc.constantFrom(0, 1, 1, 2, 5),
  minute,
  lateMs: fc.constantFrom(0, 0, 400, 20 * MINUTE, 6 * DAY),
  segment: fc.constantFrom(undefined, undefined, 'part-0', 'part-1'),
  named: fc.constantFrom(true, true, true, false),
  fields,
});
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

/** A view is of one film, mostly of one viewer, who is named from some time on, and in an arm. */
function toEvents(history: readonly Happening[]): StoredEvent[] {
  return history.map(({ view, minute, lateMs, segment, named, fields }, seq) => {
    const atMs = START_MS + minute * MINUTE;
    const receivedMs = atMs + lateMs;
    const event = {
      eventId: `0195d9a0-0000-7000-8000-${String(seq).padStart(12, '0')}`,
      seq,
      atMs,
      idScope: 'persistent',
      viewerId: named ? `viewer-${view % 3}` : undefined,
      sessionId: `session-${view % 4}`,
      viewId: `view-${view}`,
      videoId: `film-${view % 2}`,
      surface: ['story', 'product'][view % 2],
      experiment: view % 2 ? 'host' : undefined,
      arm: view % 2 ? ['control', 'host'][view % 3] : undefined,
      segment,
      ...fields,
    };
    return {
      receivedMs,
      sentMs: receivedMs,
      site: view % 4 ? 'shop' : 'outlet',
      sdk: 'test',
      bot: view === 5,
      event,
    } as unknown as StoredEvent;
  });
}

const orders = [0, 1, 2].map((n) => ({
  site: 'shop',
  order_id: `o${n}`,
  source: 'server',
  at_ms: START_MS + (n + 1) * DAY,
  received_ms: START_MS + (n + 1) * DAY,
  viewer: n ? `v:viewer-${n}` : null,
  currency: 'EUR',
  line: 0,
  product_id: `p-${n}`,
  quantity: 1,
  minor: 700,
  token_video: n ? null : 'film-1',
  token_view: n ? null : 'view-1',
  token_position_ms: n ? null : 1000,
  token_at_ms: n ? null : START_MS + 1000,
}));

/** What else is asked for; times are on the quarter of an hour, as those of rows that are rolled up. */
const selection = fc.oneof(
  fc.constant({}),
  fc.constant({ site: 'shop' }),
  fc.constant({ segment: 'part-0' }),
  fc.constant({ experiment: 'host', surface: 'product' }),
  fc.constant({ product: 'p-1' }),
);
/** From or to one of the midnights. */
const span = fc
  .tuple(fc.constantFrom(5.5, 21.25), fc.constantFrom('fromMs', 'toMs'))
  .map(([hours, key]) => ({ [key]: START_MS + hours * 4 * QUARTER }));
const zone = fc.constantFrom('Asia/Kathmandu', 'America/St_Johns');
const whole = { site: 'shop', video: 'film-1', product: 'p-1', experiment: 'host' };

test('every metric has the same rows, however often is rolled up between arrivals, and what is late', (t) =>
  fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 80, maxLength: 160 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(QUARTER, DAY),
      selection,
      span,
      zone,
      async (history, pages, sliceMs, selection, span, zone) => {
        const events = toEvents(history);
        const [raw, rolled] = [
          await openFilled(t, events, { order_lines: orders }),
          await openFilled(t, [], { order_lines: orders }),
        ];
        const length = Math.ceil(events.length / pages);
        for (let page = 0; page < pages; page++) {
          await rolled.apply({
            events: events.slice(page * length, (page + 1) * length),
            next: { segment: 1, offset: page },
          });
          await rollAllUp(rolled, START_MS + 2 * DAY, sliceMs);
        }
        await rollAllUp(rolled);
        const asked = { zone, nowMs: START_MS + 20 * DAY };
        await assertSameAnswers(raw, rolled, { ...asked, selection }, whole, ['day', 'second', 'arm', 'step', 'stage']);
        await assertSameAnswers(raw, rolled, { ...asked, selection: { ...selection, ...span } }, whole, [
          'type',
          'product',
          'video',
        ]);
        assert.equal(await count(rolled, 'events_rows'), 0);
        await raw.close();
        await rolled.close();
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 5), seed: Number(process.env.SEED ?? 6), endOnFailure: true },
  ));

test('the log that is counted by hand', async (t) => {
  const [raw, rolled] = [await openFilled(t, EVENTS, TABLES), await openFilled(t, EVENTS, TABLES)];
  await rollAllUp(rolled);
  const asked = { selection: {}, zone: 'Europe/Berlin', nowMs: NOW_MS };
  assert.ok(await assertSameAnswers(raw, rolled, asked, { video: 'coffee' }));
});

test('a made history is a fraction of the rows', async (t) => {
  const fill = async () => {
    const store = await openFilled(t, []);
    await makeHistory((sql: string) => store.query(sql, {}), { views: 400, seed: 3 });
    return store;
  };
  const [raw, rolled] = [await fill(), await fill()];
  const events = await count(raw, 'events');
  assert.ok((await rollAllUp(rolled, undefined, DAY)) > 50);
  assert.ok((await count(rolled, 'events')) < events * 0.6);
  const [told] = await rolled.query('SELECT sum(times) AS n FROM events', {});
  assert.equal(told!.n, events);
  const asked = { selection: {}, zone: 'Europe/Berlin', nowMs: LAST_DAY_MS };
  assert.ok(
    await assertSameAnswers(raw, rolled, asked, { video: 'film-0', product: 'p0', experiment: 'exp-0', site: 'shop' }),
  );
});

test('an event is known again, rolled up or not, and comes in no second time', async (t) => {
  const store = await openFilled(t, EVENTS, TABLES);
  await rollAllUp(store);
  const rows = await count(store, 'events');
  const { duplicates } = await store.apply({ events: EVENTS, next: { segment: 1, offset: 9 } });
  assert.equal(duplicates, EVENTS.length);
  assert.equal(await count(store, 'events'), rows);
});

test('ids go when no event can come again with them', async (t) => {
  const store = await openFilled(t, EVENTS);
  await rollAllUp(store);
  const late = toEvents([
    {
      view: 0,
      minute: 40 * 24 * 60,
      lateMs: 0,
      segment: undefined,
      named: true,
      fields: { type: 'view_start', autoplay: false, muted: true },
    },
  ]);
  await store.apply({ events: late, next: { segment: 1, offset: 9 } });
  await rollAllUp(store);
  assert.equal(await count(store, 'known_ids'), 1);
});

test('who is erased is gone from what is rolled up too', async (t) => {
  for (const erasure of [
    { by: 'viewerId', id: 'ann' },
    { by: 'sessionId', id: 's-ann' },
    { by: 'viewId', id: 'A' },
  ] as const) {
    const [raw, rolled] = [await openFilled(t, EVENTS, TABLES), await openFilled(t, EVENTS, TABLES)];
    await rollAllUp(rolled);
    const before = await count(rolled, 'rolled_events');
    for (const store of [raw, rolled])
      await store.apply({ events: [], erase: [erasure], next: { segment: 1, offset: 9 } });
    assert.ok((await count(rolled, 'rolled_events')) < before);
    const asked = { selection: {}, zone: 'UTC', nowMs: NOW_MS };
    await assertSameAnswers(raw, rolled, asked, { video: 'coffee' }, ['video', 'second']);
  }
});

test('a time that parts a quarter of an hour is refused where it would be inexact', async (t) => {
  const store = await openFilled(t, EVENTS, TABLES);
  const question = `counts?from=${new Date(START_MS + 60_001).toISOString()}`;
  assert.ok((await askStore(store, question)).rows.length);
  await rollAllUp(store);
  await assert.rejects(askStore(store, question), {
    path: 'from',
    message: /`from` must be a day, or a time such as 10:00/,
  });
  assert.ok((await askStore(store, `counts?from=${new Date(START_MS + 100 * DAY + 1).toISOString()}`)).rows);
});

test('a process that is killed while it rolls up has done a slice or not', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'rolled-up-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const path = join(directory, 'events.duckdb');
  const open = () => openDuckdb(path, (message) => t.diagnostic(message));
  const raw = await openFilled(t, []);
  const first = await open();
  for (const store of [raw, first]) await makeHistory((sql: string) => store.query(sql, {}), { views: 1500, seed: 4 });
  const events = await count(raw, 'events');
  await first.close();
  const script = `
    const { openDuckdb } = await import(${JSON.stringify(new URL('../../../../src/server/store/duckdb.ts', import.meta.url).href)});
    const store = await openDuckdb(${JSON.stringify(path)}, () => {});
    console.log('open');
    while (await store.rollUp(Number.MAX_SAFE_INTEGER, 6 * 3600000));`;
  let partly = 0;
  for (const afterMs of [30, 90, 170, 310]) {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
    await once(child.stdout, 'data');
    await wait(afterMs);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await open();
    const [told] = await store.query('SELECT sum(times) AS n FROM events', {});
    assert.equal(told!.n, events);
    assert.equal(
      (await store.query(`SELECT count(*) AS n FROM known_ids SEMI JOIN events_rows USING (event_id)`, {}))[0]!.n,
      0,
    );
    if ((await count(store, 'events_rows')) && (await count(store, 'rolled_events'))) partly += 1;
    await store.close();
  }
  assert.ok(partly, 'none was killed in the middle');
  const store = await open();
  await rollAllUp(store, undefined, DAY);
  const asked = { selection: {}, zone: 'UTC', nowMs: LAST_DAY_MS };
  await assertSameAnswers(raw, store, asked, { video: 'film-0', product: 'p0', experiment: 'exp-0', site: 'shop' }, [
    'video',
    'second',
  ]);
  await store.close();
});
