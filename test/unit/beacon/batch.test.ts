import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutBatch, waitMs } from '../../../src/beacon/batch.js';
import type { BeaconEvent } from '../../../src/schema/beacon.js';

const event = (surface = '', type = 'product_view', atMs = 0) => ({ type, surface, atMs }) as unknown as BeaconEvent;
const bytes = (events: readonly unknown[]) => Buffer.byteLength(JSON.stringify(events));

test('cuts by bytes of UTF-8, not by characters', () => {
  const wide = Array.from({ length: 90 }, () => event('漢'.repeat(600)));
  const narrow = Array.from({ length: 90 }, () => event('a'.repeat(300)));
  assert.equal(cutBatch(narrow).length, 90);
  const cut = cutBatch(wide);
  assert.ok(cut.length < 90);
  assert.ok(bytes(cut) <= 48 * 1024);
  assert.ok(bytes([...cut, wide[0]]) > 48 * 1024, 'one more would be too much');
});

test('is always a beginning of the events, never empty, at most 100 and 48 KiB', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 3000, unit: 'grapheme' }), { minLength: 1, maxLength: 150 }),
      (texts) => {
        const events = texts.map((text) => event(text));
        const cut = cutBatch(events);
        assert.ok(cut.length >= 1 && cut.length <= 100);
        assert.deepEqual(cut, events.slice(0, cut.length));
        assert.ok(cut.length === 1 || bytes(cut) <= 48 * 1024 + 2);
      },
    ),
    { numRuns: 50 },
  );
});

test('an event that is too large by itself goes alone', () => {
  assert.equal(cutBatch([event('x'.repeat(60_000)), event()]).length, 1);
});

test('the first 100 of many', () => {
  assert.equal(cutBatch(Array.from({ length: 250 }, () => event())).length, 100);
});

test('waits five seconds from the first event, not at all with 20 or after a cart action', () => {
  const at = (type?: string) => event('', type, 10_000);
  assert.equal(waitMs([at()], 10_000), 5000);
  assert.equal(waitMs([at(), at()], 13_000), 2000);
  assert.ok(waitMs([at()], 60_000) <= 0);
  assert.equal(waitMs([at()], 1_000), 5000, 'a clock that was set back delays nothing');
  assert.equal(
    waitMs(
      Array.from({ length: 19 }, () => at()),
      10_000,
    ),
    5000,
  );
  assert.equal(
    waitMs(
      Array.from({ length: 20 }, () => at()),
      10_000,
    ),
    0,
  );
  assert.equal(waitMs([at(), at('cart_change')], 10_000), 0);
  assert.equal(waitMs([at('buy_now')], 10_000), 0);
});
