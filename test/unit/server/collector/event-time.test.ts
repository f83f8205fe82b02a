import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventTime } from '../../../../src/server/collector/event-time.js';
import type { StoredEvent } from '../../../../src/server/collector/stored-event.js';

const RECEIVED = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;

const timeOf = (sentMs: number, atMs: number) =>
  eventTime({ receivedMs: RECEIVED, sentMs, event: { atMs } as StoredEvent['event'] });

test('a right clock is believed', () => {
  assert.equal(timeOf(RECEIVED, RECEIVED - 20 * MINUTE), RECEIVED - 20 * MINUTE);
});

for (const skew of [-10 * YEAR, -6 * MINUTE, 6 * MINUTE, 10 * YEAR]) {
  test(`a clock that is ${skew / MINUTE} minutes off is put right by the server's`, () => {
    assert.equal(timeOf(RECEIVED + skew, RECEIVED + skew - 30_000), RECEIVED - 30_000);
  });
}

test('an event from after its sending is from its arrival', () => {
  assert.equal(timeOf(RECEIVED, RECEIVED + 6 * MINUTE), RECEIVED);
});

test('an event older than any queue keeps is from its arrival', () => {
  assert.equal(timeOf(RECEIVED, RECEIVED - YEAR), RECEIVED);
});
