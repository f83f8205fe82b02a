import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { attribution } from '../../../../src/insights/metrics/attribution.js';
import { DAY, HOUR, moneyStore, type Row, refunded, sold, T, type Tables, token, touch } from './money-store.js';

const store = await moneyStore();
after(store.close);

const viewer = fc.constantFrom('ann', 'bob', 'cat');
const product = fc.constantFrom('mug', 'cup', 'lamp');
const video = fc.constantFrom('coffee', 'tea');
const currency = fc.constantFrom('EUR', 'USD');
const variant = fc.constantFrom(undefined, 'red', 'blue');
/** Far before to after the orders, often at the same millisecond. */
const when = fc.integer({ min: -9 * 24, max: 3 }).map((hours) => T + hours * HOUR);
const minor = fc.integer({ min: 0, max: 2_000 });

const touches = fc.array(
  fc
    .record({ viewer, product, video, when, bot: fc.boolean(), quantity: fc.constantFrom(1, 2, -1) })
    .map(({ viewer, product, video, when, bot, quantity }) =>
      touch(viewer, product, when, {
        video_id: video,
        view_id: `${viewer}-${video}`,
        bot: bot && quantity === 2,
        quantity,
        campaign_source: video,
        arm: viewer,
      }),
    ),
  { maxLength: 12 },
);

const tokens = fc.oneof(
  fc.constant({}),
  fc
    .record({ video: fc.constantFrom('coffee', 'tea', 'alien'), when, viewer })
    .map(({ video, when, viewer }) =>
      token({ token_video: video, token_at_ms: when, token_view: `${viewer}-${video}`, token_arm: viewer }),
    ),
);
const line = fc.record({ product, variant, minor, token: tokens });
const orders = fc.array(
  fc.record({
    viewer: fc.option(viewer, { nil: undefined }),
    currency,
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    copies: fc.integer({ min: 1, max: 2 }),
    when: fc.integer({ min: -30, max: 0 }).map((hours) => T + hours * HOUR),
  }),
  { maxLength: 5 },
);
const refunds = fc.array(
  fc.record({
    order: fc.integer({ min: 0, max: 5 }),
    product,
    variant,
    minor,
    currency,
    copies: fc.integer({ min: 1, max: 2 }),
  }),
  { maxLength: 6 },
);

const history = fc.record({ touches, orders, refunds }).map(({ touches, orders, refunds }) => ({
  events: touches,
  order_lines: orders.flatMap(({ viewer, currency, lines, copies, when }, order) =>
    Array.from({ length: copies }, (_, copy) =>
      lines.map(({ product, variant, minor, token }, index) =>
        sold(`o${order}`, product, minor, {
          ...token,
          line: index,
          currency,
          at_ms: when,
          received_ms: T + copy,
          variant_id: variant,
          viewer: viewer && `v:${viewer}`,
        }),
      ),
    ).flat(),
  ),
  refund_lines: refunds.flatMap(({ order, product, variant, minor, currency, copies }, refund) =>
    Array.from({ length: copies }, (_, copy) =>
      refunded(`o${order}`, product, minor, {
        refund_id: `r${refund}`,
        variant_id: variant,
        currency,
        received_ms: T + DAY + copy,
      }),
    ),
  ),
}));

type History = typeof history extends fc.Arbitrary<infer H> ? H : never;

const anyModel = fc.constantFrom('last', 'first', 'linear');
const anySplit = fc.constantFrom(...Object.keys(attribution.by));

const sum = (rows: readonly Row[], column: string, of: (row: Row) => boolean = () => true) =>
  rows.reduce((total, row) => total + (of(row) ? Number(row[column]) : 0), 0);

/** Each once: copies differ by when they were received alone. */
const once = (lines: readonly Row[], first: number) => lines.filter((line) => line.received_ms === first);

async function ask(tables: Tables, options: Record<string, string | number>, by = 'video') {
  await store.fill(tables);
  return store.ask(attribution, { by, options });
}

const check = (of: (history: History, model: string, by: string) => Promise<void>, numRuns = 60) =>
  fc.assert(fc.asyncProperty(history, anyModel, anySplit, of), { numRuns });

test('credits and what is unattributed sum to the revenue, and refunds to what was given back of it', () =>
  check(async (tables, model, by) => {
    const { rows, summary } = await ask(tables, { model }, by);
    for (const money of ['EUR', 'USD']) {
      const ours = (row: Row) => row.currency === money;
      assert.equal(sum(rows, 'gross', ours), sum(once(tables.order_lines, T), 'minor', ours));
      const told = (summary!.refunds as Row[]).filter(ours);
      const given = sum(once(tables.refund_lines, T + DAY), 'minor', ours);
      assert.equal(sum(rows, 'refunded', ours) + sum(told, 'excess') + sum(told, 'orphaned'), given);
      assert.ok(told.every(({ excess }) => Number(excess) >= 0));
    }
    for (const row of rows) {
      assert.equal(row.value, Number(row.gross) - Number(row.refunded));
      assert.ok(Number(row.refunded) >= 0 && row.value! >= 0, 'no cell gives back more than it sold');
    }
  }));

test('the order of arrival changes nothing', () =>
  check(async (tables, model, by) => {
    const reversed = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, [...rows].reverse()]));
    assert.deepEqual(await ask(reversed, { model }, by), await ask(tables, { model }, by));
  }, 30));

test('when all is given back, every cell is 0', () =>
  check(async (tables, model, by) => {
    const back = once(tables.order_lines, T).map((line) =>
      refunded(String(line.order_id), String(line.product_id), Number(line.minor), {
        line: line.line,
        variant_id: line.variant_id,
        currency: line.currency,
      }),
    );
    const { rows } = await ask({ ...tables, refund_lines: back }, { model }, by);
    assert.ok(rows.every(({ value }) => value === 0));
  }, 30));

test('no credit goes to what came after the order, or before the window', () =>
  check(async (tables, model) => {
    const outside = tables.events.map((event, i) => ({ ...event, at_ms: i % 2 ? T + 1 : T - 9 * DAY }));
    const lines = tables.order_lines.map((line) => ({ ...line, token_video: undefined }));
    const { rows } = await ask({ ...tables, events: outside, order_lines: lines }, { model });
    assert.ok(rows.every(({ kind }) => kind === 'unattributed'));
  }, 30));

test('with one action all models agree', () =>
  check(async (tables, _, by) => {
    const one = { ...tables, events: tables.events.slice(0, 1) };
    const last = await ask(one, { model: 'last' }, by);
    assert.deepEqual(await ask(one, { model: 'first' }, by), last);
    assert.deepEqual(await ask(one, { model: 'linear' }, by), last);
  }, 30));
