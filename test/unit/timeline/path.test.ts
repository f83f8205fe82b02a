import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compilePath, positionAt } from '../../../src/timeline/path.js';

const frames = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 12 }).chain((times) =>
  fc.tuple(
    ...times
      .sort((a, b) => a - b)
      .map((t) =>
        fc.record({
          t: fc.constant(t / 10),
          x: fc.double({ min: 0, max: 1, noNaN: true }),
          y: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      ),
  ),
);

test('linear key frames are joined by straight lines and held at both ends', () => {
  const path = compilePath([
    { t: 2, x: 0, y: 1 },
    { t: 4, x: 1, y: 0 },
  ]);
  assert.deepEqual(positionAt(path, 0), { x: 0, y: 1 });
  assert.deepEqual(positionAt(path, 3), { x: 0.5, y: 0.5 });
  assert.deepEqual(positionAt(path, 9), { x: 1, y: 0 });
});

test('both kinds pass through every key frame', () => {
  fc.assert(
    fc.property(frames, fc.constantFrom('linear' as const, 'smooth' as const), (keyframes, easing) => {
      const path = compilePath(keyframes, easing);
      for (const { t, x, y } of keyframes) {
        const at = positionAt(path, t);
        assert.ok(Math.abs(at.x - x) < 1e-9 && Math.abs(at.y - y) < 1e-9);
      }
    }),
  );
});

test('a smooth path never leaves the span between two key frames', () => {
  fc.assert(
    fc.property(frames, fc.double({ min: 0, max: 60, noNaN: true }), (keyframes, time) => {
      const at = positionAt(compilePath(keyframes, 'smooth'), time);
      const after = keyframes.findIndex(({ t }) => t >= time);
      const pair = after < 0 ? [keyframes.at(-1)!] : [keyframes[Math.max(0, after - 1)]!, keyframes[after]!];
      const xs = pair.map(({ x }) => x);
      assert.ok(at.x >= Math.min(...xs) - 1e-9 && at.x <= Math.max(...xs) + 1e-9);
    }),
  );
});

test('a smooth path has no corner at a key frame in the middle of a rise', () => {
  const path = compilePath(
    [0, 1, 2, 3].map((t) => ({ t, x: [0, 0.1, 0.5, 0.6][t]!, y: 0 })),
    'smooth',
  );
  const slope = (from: number, to: number) => (positionAt(path, to).x - positionAt(path, from).x) / (to - from);
  const corner = (at: number) => Math.abs(slope(at - 1 / 12, at) - slope(at, at + 1 / 12));
  const straight = Math.abs(0.1 - 0.4);
  assert.ok(corner(1) < straight / 2);
});
