import assert from 'node:assert/strict';
import test from 'node:test';
import { segmentAt } from '../../../src/timeline/segment-at.js';

const segments = [
  { id: 'whole', label: 'Whole', start: 0, end: 30 },
  { id: 'tray', label: 'Tray', start: 10, end: 12 },
];

for (const [time, id] of [
  [0, 'whole'],
  [10, 'tray'],
  [11.99, 'tray'],
  [12, 'whole'],
  [30, undefined],
] as const)
  test(`second ${time}`, () => assert.equal(segmentAt(segments, time)?.id, id));

test('none where there are none', () => assert.equal(segmentAt([], 3), undefined));
