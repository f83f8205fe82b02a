import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Action, intentsOf, type Ordered } from '../../../../src/server/recovery/intents.js';

const MIN = 60_000;
const DAY = 24 * 60 * MIN;
const RULES = { giveUpMs: 7 * DAY, slackMs: MIN };

let made = 0;
const put = (atMs: number, fields: Partial<Action> = {}): Action => ({
  site: 'shop',
  viewerId: 'ann',
  eventId: `e${++made}`,
  atMs,
  seq: made,
  videoId: 'coffee',
  productId: 'mug',
  quantity: 1,
  unitMinor: 1900,
  currency: 'EUR',
  positionMs: 3000,
  ...fields,
});
const ordered = (atMs: number, viewerId = 'ann'): Ordered => ({ site: 'shop', viewerId, atMs });
const told = (actions: readonly Action[], orders: readonly Ordered[] = []) =>
  intentsOf(actions, orders, RULES).map(({ lines, end }) => ({
    lines: lines.map(({ productId, variantId, quantity }) =>
      [productId, variantId, quantity].filter((x) => x !== undefined).join(' '),
    ),
    end: end?.how,
  }));

test('what is put in adds up by product and variant, the last first', () => {
  const actions = [
    put(1),
    put(2, { productId: 'lamp' }),
    put(3, { variantId: 'tide', quantity: 2 }),
    put(4, { quantity: 3 }),
  ];
  assert.deepEqual(told(actions), [{ lines: ['mug 4', 'mug tide 2', 'lamp 1'], end: undefined }]);
  const [intent] = intentsOf([put(1, { unitMinor: 1900 }), put(5, { unitMinor: 1500, positionMs: 9 })], [], RULES);
  const { unitMinor, positionMs } = intent!.lines[0]!;
  assert.deepEqual([unitMinor, positionMs, intent!.startedMs, intent!.lastMs], [1500, 9, 1, 5]);
});

test('what is taken out leaves its moment, and nothing left ends it; the next thing begins another', () => {
  const out = put(3, { quantity: -1, positionMs: 77 });
  const [left] = intentsOf([put(1, { quantity: 2, positionMs: 5 }), out], [], RULES);
  assert.deepEqual([left!.lines[0]!.quantity, left!.lines[0]!.positionMs], [1, 5]);
  assert.deepEqual(told([put(1), put(2, { quantity: -5 }), put(3, { quantity: -1 }), put(4, { productId: 'lamp' })]), [
    { lines: ['mug 1'], end: 'removed' },
    { lines: ['lamp 1'], end: undefined },
  ]);
});

test('an order ends what came before it and not what came after, whichever arrives first', () => {
  const actions = [put(10 * MIN), put(60 * MIN, { productId: 'lamp' })];
  assert.deepEqual(told(actions.toReversed(), [ordered(20 * MIN), ordered(1)]), [
    { lines: ['mug 1'], end: 'ordered' },
    { lines: ['lamp 1'], end: undefined },
  ]);
  assert.deepEqual(told(actions, [ordered(20 * MIN, 'bob')]), [{ lines: ['lamp 1', 'mug 1'], end: undefined }]);
  // whole seconds, and a clock that is behind
  assert.deepEqual(told([put(10 * MIN)], [ordered(9.5 * MIN)])[0]!.end, 'ordered');
});

test('a week of nothing gives it up', () => {
  assert.equal(told([put(1), put(7 * DAY)]).length, 1);
  assert.deepEqual(told([put(1), put(8 * DAY, { productId: 'lamp' })]), [
    { lines: ['mug 1'], end: undefined },
    { lines: ['lamp 1'], end: undefined },
  ]);
});

test('who buys at once wants one, at the price that is known of it', () => {
  const buys = put(5, { unitMinor: undefined, currency: undefined });
  const [intent] = intentsOf([put(1), buys], [], RULES);
  assert.deepEqual([intent!.lines[0]!.quantity, intent!.lines[0]!.unitMinor], [2, 1900]);
  assert.equal(intentsOf([buys], [], RULES)[0]!.lines[0]!.unitMinor, undefined);
});

test('the order of arrival changes nothing, and no line is ever of nothing', () => {
  const step = fc.record({
    viewerId: fc.constantFrom('ann', 'bob'),
    atMs: fc.integer({ min: 0, max: 20 * DAY }),
    productId: fc.constantFrom('mug', 'lamp'),
    quantity: fc.integer({ min: -3, max: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 20 * DAY }), { maxLength: 4 }),
      (steps, orders) => {
        const actions = steps.map((fields, seq) => put(fields.atMs, { ...fields, seq, eventId: `e${seq}` }));
        const placed = orders.map((atMs) => ordered(atMs));
        const found = intentsOf(actions, placed, RULES);
        assert.deepEqual(intentsOf(actions.toReversed(), placed.toReversed(), RULES).sort(byId), [...found].sort(byId));
        for (const { lines, ids, id } of found) {
          assert.ok(lines.length && lines.every(({ quantity }) => quantity > 0));
          assert.equal(ids[0], id);
        }
        const open = found.filter(({ end, viewerId }) => !end && viewerId === 'ann');
        const last = Math.max(...orders, -1) + RULES.slackMs;
        assert.ok(open.every(({ startedMs, lastMs }) => !orders.length || startedMs > last || lastMs < last));
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
