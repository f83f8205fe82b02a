import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hold } from '../../../src/beacon/held.js';

const event = (id: string, type = 'product_view') => ({ id, type });

test('keeps 1,000, lets the oldest playback go first, and says what went', () => {
  const list: ReturnType<typeof event>[] = [];
  hold(list, event('first'));
  hold(list, event('played-1', 'playback'));
  hold(list, event('played-2', 'playback'));
  const gone = Array.from({ length: 998 }, (_, i) => hold(list, event(`${i}`)));
  assert.deepEqual(
    gone.flatMap((item) => (item ? [item.id] : [])),
    ['played-1'],
  );
  assert.equal(hold(list, event('x'))?.id, 'played-2');
  assert.equal(hold(list, event('y'))?.id, 'first', 'without playback the oldest');
  assert.deepEqual([list.length, list[0]!.id, list.at(-1)!.id], [1000, '0', 'y']);
});
