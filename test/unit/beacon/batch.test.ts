import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutBatch, waitMs } from '../../../src/beacon/sender/batch.js';

const sized = (bytes: number, group = '') => ({ bytes, group });
const at = (type = 'product_view', atMs = 10_000) => ({ type, atMs });

test('is always a beginning of the events, never empty, within count and bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 150 }),
      fc.integer({ min: 1, max: 120 }),
      (sizes, count) => {
        const items = sizes.map((bytes) => sized(bytes));
        const cut = cutBatch(items, { count });
        assert.ok(cut.length >= 1 && cut.length <= count);
        assert.deepEqual(cut, items.slice(0, cut.length));
        const sum = (list: typeof items) => list.reduce((total, { bytes }) => total + bytes + 1, 0);
        assert.ok(cut.length === 1 || sum(cut) <= 48 * 1024);
        const next = items[cut.length];
        assert.ok(!next || cut.length === count || sum([...cut, next]) > 48 * 1024, 'one more would be too much');
      },
    ),
  );
});

test('an event that is too large by itself goes alone', () => {
  assert.equal(cutBatch([sized(60_000), sized(1)], { count: 100 }).length, 1);
});

test('only what is alike goes together; the others wait for their turn', () => {
  const items = [sized(1, 'a'), sized(2, 'b'), sized(3, 'a')];
  const cut = cutBatch(items, { count: 100, group: ({ group }) => group });
  assert.deepEqual(
    cut.map(({ bytes }) => bytes),
    [1, 3],
  );
});

test('waits five seconds from the first event, not at all with 20 or after a cart action', () => {
  assert.equal(waitMs([at()], 10_000), 5000);
  assert.equal(waitMs([at(), at()], 13_000), 2000);
  assert.ok(waitMs([at()], 60_000) <= 0);
  assert.equal(waitMs([at()], 1_000), 5000, 'a clock that was set back delays nothing');
  const many = (count: number) => Array.from({ length: count }, () => at());
  assert.equal(waitMs(many(19), 10_000), 5000);
  assert.equal(waitMs(many(20), 10_000), 0);
  assert.equal(waitMs([at(), at('cart_change')], 10_000), 0);
  assert.equal(waitMs([at('buy_now')], 10_000), 0);
});
