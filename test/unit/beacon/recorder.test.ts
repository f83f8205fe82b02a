import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecorder, type RecordedAt } from '../../../src/beacon/recorder.js';
import { createFakeClock } from './fake-clock.js';

const opportunity = (visibleMs: number) => ({ type: 'player_opportunity', visibleMs }) as const;

test('holds records with their time and hands them over in order, then each as it comes', () => {
  const clock = createFakeClock(1000);
  const recorder = createRecorder(clock);
  recorder.record(opportunity(1));
  clock.advance(5);
  recorder.record(opportunity(2));
  const got: RecordedAt[] = [];
  recorder.takeOver((entry) => got.push(entry));
  clock.advance(5);
  recorder.record(opportunity(3));
  assert.deepEqual(got, [
    { record: opportunity(1), atMs: 1000 },
    { record: opportunity(2), atMs: 1005 },
    { record: opportunity(3), atMs: 1010 },
  ]);
});

test('keeps the newest 200 and counts the lost', () => {
  const recorder = createRecorder(createFakeClock());
  for (let i = 0; i < 250; i += 1) recorder.record(opportunity(i));
  assert.deepEqual(recorder.dropped, Array(50).fill('player_opportunity'));
  const got: number[] = [];
  recorder.takeOver(({ record }) => got.push((record as { visibleMs: number }).visibleMs));
  assert.deepEqual([got[0], got.at(-1), got.length], [50, 249, 200]);
});

test('holds again when it is given back', () => {
  const recorder = createRecorder(createFakeClock());
  const got: RecordedAt[] = [];
  recorder.takeOver((entry) => got.push(entry));
  recorder.takeOver();
  recorder.record(opportunity(1));
  assert.equal(got.length, 0);
  recorder.takeOver((entry) => got.push(entry));
  assert.equal(got.length, 1);
});
