import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSchedule } from '../../../src/timeline/schedule.js';

const span = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('shows exactly what a look at every item would show, in order of start', () => {
  fc.assert(
    fc.property(fc.array(span), fc.double({ min: -1, max: 80, noNaN: true }), (items, time) => {
      const active = createSchedule(items).activeAt(time);
      const expected = items.filter(({ start, end }) => start <= time && time < end);
      assert.equal(active.length, expected.length);
      assert.deepEqual(new Set(active), new Set(expected));
      assert.ok(active.every((item, i) => i === 0 || active[i - 1]!.start <= item.start));
    }),
  );
});

test('nothing changes before the next change', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1 }), fc.integer({ min: 0, max: 75 }), (items, time) => {
      const schedule = createSchedule(items);
      const next = schedule.nextChange(time);
      assert.ok(next > time);
      const before = Math.min(next, time + 100) - 1e-6;
      assert.deepEqual(schedule.activeAt(time), schedule.activeAt(before));
    }),
  );
});
