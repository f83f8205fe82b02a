import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Hotspot } from '../../../../src/schema/manifest.js';
import { positionAt } from '../../../../src/timeline/path.js';
import { secondsNearer, type Target } from '../../../../src/tools/lint/targets.js';

const point = fc.record({
  x: fc.double({ min: 0, max: 360, noNaN: true }),
  y: fc.double({ min: 0, max: 200, noNaN: true }),
});

/** A target with a key frame at each whole second. */
const target = fc.array(point, { minLength: 2, maxLength: 6 }).map(
  (points): Target => ({
    frames: 'keyframes',
    hotspot: { start: 0, end: points.length - 1 } as Hotspot,
    path: { t: points.map((_, second) => second), x: points.map(({ x }) => x), y: points.map(({ y }) => y) },
  }),
);

test('how long two targets are near is what looking a thousand times a second finds', () => {
  fc.assert(
    fc.property(target, target, fc.integer({ min: 5, max: 120 }), (a, b, distance) => {
      const end = Math.min(a.hotspot.end, b.hotspot.end);
      let looked = 0;
      for (let t = 0.0005; t < end; t += 0.001) {
        const [p, q] = [positionAt(a.path, t), positionAt(b.path, t)];
        if (Math.hypot(p.x - q.x, p.y - q.y) < distance) looked += 0.001;
      }
      assert.ok(Math.abs(secondsNearer(a, b, distance) - looked) < 0.01 * end + 0.01);
    }),
    { numRuns: 60 },
  );
});
