import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jumpFrom, stopsOf } from '../../../../src/element/controls/scrubber/stops.js';

test('in order, each once, and of two that are nearly one the later', () => {
  assert.deepEqual(stopsOf([12.8, 4.4, 0, 4.48, 0, 2.4]), [0, 2.4, 4.48, 12.8]);
  assert.deepEqual(stopsOf([]), []);
});

test('on to the next, back to the one before', () => {
  const stops = [0, 2.4, 4.48, 12.8];
  assert.equal(jumpFrom(stops, 0, 1, false), 2.4);
  assert.equal(jumpFrom(stops, 2.4, 1, false), 4.48);
  assert.equal(jumpFrom(stops, 12.8, 1, false), undefined);
  assert.equal(jumpFrom(stops, 12.8, -1, false), 4.48);
  assert.equal(jumpFrom(stops, 13, -1, false), 12.8);
  assert.equal(jumpFrom(stops, 0, -1, false), undefined);
});

test('while it plays, back means the one before for a second', () => {
  assert.equal(jumpFrom([0, 5, 10], 10.6, -1, true), 5);
  assert.equal(jumpFrom([0, 5, 10], 11.2, -1, true), 10);
});

test('back to the beginning where there is no mark before', () => {
  assert.equal(jumpFrom([5], 3, -1, false), 0);
});
