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

/** Numbers that are the same in each run. */
function* random() {
  for (let state = 7; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/**
 * A session of events on a clock that is wrong and jumps, sent a while later over a slow way.
 * @param isSteady whether the browser's times are by a clock that only runs forward within a page
 * @returns for each event how far its corrected time is from the true one, and how far it may be, ms
 */
function* sessions(count: number, isSteady: boolean) {
  const numbers = random();
  const next = () => numbers.next().value!;
  for (let session = 0; session < count; session += 1) {
    const skew = (next() * 20 - 10) * YEAR;
    const jump = (next() * 20 - 10) * YEAR;
    const rtt = next() * 2000;
    const sent = RECEIVED - rtt / 2 - next() * 20;
    const jumpAt = sent - next() * 30_000;
    const clock = (at: number) => at + skew + (!isSteady && at >= jumpAt ? jump : 0);
    for (let n = 0; n < 10; n += 1) {
      const happened = sent - next() * 30_000;
      const corrected = timeOf(clock(sent), clock(happened));
      yield { errorMs: Math.abs(corrected - happened), mayMs: rtt / 2 + 50, jump: happened < jumpAt ? jump : 0 };
    }
  }
}

test('clocks from ten years behind to ten ahead, with jumps, of a browser that tells time steadily', () => {
  const all = [...sessions(10_000, true)];
  const right = all.filter(({ errorMs, mayMs }) => errorMs <= mayMs);
  assert.ok(right.length / all.length >= 0.999, `${right.length} of ${all.length}`);
});

test('of a wall clock that jumps, what came after the jump is right, and what came before is of the arrival', () => {
  for (const { errorMs, mayMs, jump } of sessions(10_000, false)) {
    if (!jump) assert.ok(errorMs <= mayMs);
    // as wrong as it was old; a jump ahead of less than a week looks like an event that waited so long
    else if (jump < 0 || jump > 8 * 24 * 60 * MINUTE) assert.ok(errorMs <= 31_100);
  }
});
