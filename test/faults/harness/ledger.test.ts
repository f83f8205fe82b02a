import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, seedOf } from '../../support/random.mjs';
import { addUp, createLedger } from '../lab/ledger.mjs';

const row = (productId: string, eventId = productId) => ({ eventId, productId });

test('what is missing is lost, and apart what the sender was told is taken', () => {
  const ledger = createLedger();
  ledger.offer(['a', 'b', 'c']);
  const { offered, stored, lost, acknowledgedLost, neverAcknowledgedLost, duplicate } = ledger.compare(
    [row('a')],
    new Set(['a', 'b']),
  );
  assert.deepEqual([offered, stored, lost, acknowledgedLost, neverAcknowledgedLost, duplicate], [3, 1, 2, 1, 1, 0]);
});

test('the same interaction twice is a duplicate, whatever its id; so is the same id twice', () => {
  const ledger = createLedger();
  ledger.offer(['a', 'b']);
  const rows = [row('a', '1'), row('a', '2'), row('b', '3'), row('other', '4'), row('other', '4'), row('other', '5')];
  assert.equal(ledger.compare(rows).duplicate, 2);
});

test('results add up', () => {
  const ledger = createLedger();
  ledger.offer(['a', 'b']);
  const one = ledger.compare([row('a')]);
  assert.deepEqual(addUp([one, one]), {
    offered: 4,
    stored: 2,
    lost: 2,
    acknowledgedLost: 0,
    neverAcknowledgedLost: 2,
    duplicate: 0,
  });
});

test('the same seed gives the same numbers, and each row has its own', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed));
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(seedOf(7, 'a')), draw(seedOf(7, 'b')));
  assert.ok(draw(7).every((number) => number >= 0 && number < 1));
});
