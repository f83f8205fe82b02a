import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch, Event } from '../../../src/schema/beacon.js';
import { SegmentEntry, VideoEntry } from '../../../src/schema/order.js';
import { firstFault } from '../../../src/server/fault.js';
import { makeBatch, makeEvent } from './fixture.js';

for (const [fields, error] of [
  [{ atMs: -1 }, 'atMs must be at least 0, is -1.'],
  [{ atMs: 2e15 }, 'atMs must be at most 1000000000000000, is 2000000000000000.'],
  [{ seq: 1.5 }, 'seq must be a whole number, is 1.5.'],
  [{ viewId: '' }, 'viewId must be at least 1 characters, is 0.'],
  [{ viewId: 'x'.repeat(300) }, 'viewId must be at most 200 characters, is 300.'],
  [{ type: 'playback', rate: 0 }, 'rate must be more than 0, is 0.'],
  [{ idScope: 'all' }, 'idScope must be one of "persistent", "session", "none".'],
  [{ videoId: undefined }, 'videoId is missing.'],
  [{ videoId: 7 }, 'videoId must be a string, is a number.'],
] as const) {
  test(error, () => {
    const parsed = Event.safeParse(makeEvent(fields), { reportInput: true });
    assert.equal(firstFault(parsed.error!).error, error);
  });
}

test('a list that is empty', () => {
  const parsed = Batch.safeParse(makeBatch([]), { reportInput: true });
  assert.equal(firstFault(parsed.error!).error, 'events must be at least 1 entries, is 0.');
});

for (const [kind, value, error] of [
  [VideoEntry, { videoId: 'v', costMinor: 5 }, 'It must have both `costMinor` and `currency`, or neither.'],
  [SegmentEntry, { videoId: 'v', segment: 's', fromMs: 9, toMs: 4 }, 'toMs must end after it begins.'],
] as const) {
  test(`a rule between keys: ${error}`, () => {
    assert.equal(firstFault(kind.safeParse(value, { reportInput: true }).error!).error, error);
  });
}
