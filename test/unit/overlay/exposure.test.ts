import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExposure, type ExposurePiece } from '../../../src/overlay/exposure.js';

function watch(looks: [time: number, visible: boolean][]): ExposurePiece[] {
  const pieces: ExposurePiece[] = [];
  const exposure = createExposure((piece) => pieces.push(piece));
  for (const [time, visible] of looks) exposure.at(time, visible);
  exposure.end();
  return pieces;
}
const steps = (from: number, to: number): [number, boolean][] =>
  Array.from({ length: Math.round((to - from) * 4) + 1 }, (_, i) => [from + i / 4, true]);

test('less than a second is no exposure', () => assert.deepEqual(watch(steps(3, 3.75)), []));

test('a long one comes in pieces that touch and do not overlap', () => {
  const pieces = watch(steps(0, 23));
  assert.deepEqual(
    pieces.map(({ from, until, continued }) => [from, until, continued]),
    [
      [0, 1, false],
      [1, 11, true],
      [11, 21, true],
      [21, 23, true],
    ],
  );
});

test('being hidden ends it, and what follows counts anew', () => {
  const pieces = watch([...steps(0, 2), [2.25, false], ...steps(2.5, 3)]);
  assert.deepEqual(
    pieces.map(({ from, until }) => [from, until]),
    [
      [0, 1],
      [1, 2],
    ],
  );
});

test('a seek is no exposure of what lies between', () => {
  const pieces = watch([...steps(0, 2), ...steps(20, 22)]);
  assert.equal(
    pieces.reduce((sum, { from, until }) => sum + until - from, 0),
    4,
  );
  assert.ok(watch([...steps(5, 7), ...steps(1, 3)]).every(({ from, until }) => until > from));
});
