import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQueue } from '../../../src/beacon/queue.js';
import type { BeaconEvent } from '../../../src/schema/beacon.js';

const event = (eventId: string, type = 'product_view') => ({ eventId, type }) as BeaconEvent;

test('keeps 1,000, and lets the oldest playback go first', () => {
  const queue = createQueue();
  queue.add(event('first'));
  queue.add(event('played-1', 'playback'));
  queue.add(event('played-2', 'playback'));
  for (let i = 0; i < 998; i += 1) queue.add(event(`${i}`));
  const ids = () => queue.read().map(({ eventId }) => eventId);
  assert.equal(ids().length, 1000);
  assert.deepEqual(ids().slice(0, 2), ['first', 'played-2']);
  queue.add(event('x'));
  assert.deepEqual(ids().slice(0, 2), ['first', '0']);
  queue.add(event('y'));
  assert.deepEqual([ids().length, ids()[0], ids().at(-1)], [1000, '0', 'y']);
});

test('removes by id, and all', () => {
  const queue = createQueue();
  for (const id of ['a', 'b', 'c']) queue.add(event(id));
  queue.remove(new Set(['a', 'c', 'unknown']));
  assert.deepEqual(queue.read(), [event('b')]);
  queue.remove();
  assert.deepEqual(queue.read(), []);
});
