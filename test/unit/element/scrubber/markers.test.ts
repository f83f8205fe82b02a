import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markerNear, markersOf } from '../../../../src/element/controls/scrubber/markers.js';
import type { Hotspot } from '../../../../src/schema/manifest.js';

const spots = (...starts: [product: string, start: number][]) =>
  starts.map(([product, start]) => ({ product, start, end: start + 1 }) as Hotspot);

test('one marker at each start, in order', () => {
  assert.deepEqual(markersOf(spots(['lamp', 20], ['mug', 5]), 30, 600), [
    { time: 5, products: ['mug'] },
    { time: 20, products: ['lamp'] },
  ]);
});

test('those nearer than 12 px to the first are one, each product once', () => {
  const near = spots(['mug', 10], ['lamp', 10.5], ['mug', 10.55], ['chair', 10.7]);
  assert.deepEqual(markersOf(near, 30, 600), [
    { time: 10, products: ['mug', 'lamp'] },
    { time: 10.7, products: ['chair'] },
  ]);
  assert.equal(markersOf(near, 30, 6000).length, 3, 'a wider bar tells more of them apart');
});

test('none without a duration or a width, and none after the end', () => {
  for (const [duration, width] of [
    [Number.NaN, 600],
    [0, 600],
    [Infinity, 600],
    [30, 0],
    [30, -16],
  ] as const) {
    assert.deepEqual(markersOf(spots(['mug', 5]), duration, width), []);
  }
  assert.deepEqual(markersOf(spots(['mug', 30], ['lamp', 1e9]), 30, 600), []);
});

test('10,000 hotspots are no more markers than the bar has room for, and no product is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 29.9, noNaN: true }), { maxLength: 10_000 }), (starts) => {
      const markers = markersOf(spots(...starts.map((start, i): [string, number] => [`p${i}`, start])), 30, 600);
      assert.ok(markers.length <= 600 / 12 + 1);
      assert.equal(markers.flatMap(({ products }) => products).length, starts.length);
    }),
    { numRuns: 20 },
  );
});

test('a pointer means the nearest marker within 8 px', () => {
  const markers = markersOf(spots(['mug', 10], ['lamp', 10.7]), 30, 600);
  assert.equal(markerNear(markers, 9.65, 30, 600)?.time, 10);
  assert.equal(markerNear(markers, 10.3, 30, 600)?.time, 10);
  assert.equal(markerNear(markers, 10.4, 30, 600)?.time, 10.7);
  assert.equal(markerNear(markers, 9.5, 30, 600), undefined);
  assert.equal(markerNear([], 5, 30, 600), undefined);
});
