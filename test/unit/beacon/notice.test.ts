import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProductOpenedEvent } from '../../../src/events/index.js';
import { startPlayer } from './player.js';

test('pending: one console line for the page says how many are held, five seconds after the first', (t) => {
  const info = t.mock.method(console, 'info', () => {});
  const without = startPlayer({ consent: 'pending' });
  without.player.dispatchEvent(new ProductOpenedEvent('mug'));
  without.clock.advance(10_000);
  assert.equal(info.mock.callCount(), 0, 'nobody asked for beacons');

  const [first, second] = [1, 2].map(() => startPlayer({ consent: 'pending', urls: ['http://127.0.0.1:9/'] }));
  for (const { player } of [first!, second!])
    for (let i = 0; i < 3; i += 1) player.dispatchEvent(new ProductOpenedEvent('mug'));
  first!.clock.advance(4999);
  assert.equal(info.mock.callCount(), 0);
  first!.clock.advance(1);
  second!.clock.advance(10_000);
  first!.page.hide();
  assert.equal(info.mock.callCount(), 1);
  assert.match(String(info.mock.calls[0]!.arguments[0]), /3 beacons are held/);
});
