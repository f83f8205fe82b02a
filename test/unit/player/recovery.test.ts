import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remedyFor } from '../../../src/player/recovery.js';

test('a network is waited for, longer each time, and given up after six tries', () => {
  const waits = [0, 1, 2, 3, 4, 5].map((attempt) => remedyFor('network', attempt, () => 0.5));
  assert.deepEqual(
    waits.map((remedy) => remedy.do),
    Array(6).fill('reload'),
  );
  const ms = waits.map((remedy) => (remedy.do === 'reload' ? remedy.inMs : 0));
  assert.deepEqual(ms, [750, 1500, 3000, 6000, 6000, 6000]);
  assert.deepEqual(remedyFor('network', 6), { do: 'next' });
});
test('broken media is tried twice more at once', () => {
  assert.deepEqual(remedyFor('media', 0), { do: 'reload', inMs: 0 });
  assert.deepEqual(remedyFor('media', 2), { do: 'next' });
});
