import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyedTo, leafedTo, turnedTo } from '../../../../src/product/gallery/turntable.js';

test('drawn across its width, a thing turns once round', () => {
  assert.equal(turnedTo(0, 8, 40, 320), 1);
  assert.equal(turnedTo(0, 8, 19, 320), 0);
  assert.equal(turnedTo(0, 8, -40, 320), 7);
  assert.equal(turnedTo(3, 8, 320, 320), 3);
});

test('always shows one of its stills', () => {
  const index = fc.nat(35);
  fc.assert(
    fc.property(index, fc.integer({ min: -9999, max: 9999 }), fc.nat(800), (from, dx, width) => {
      for (const at of [turnedTo(from, 36, dx, width), leafedTo(from, 36, dx, width)])
        assert.ok(Number.isInteger(at) && at >= 0 && at < 36);
    }),
  );
});

test('other pictures are leafed through, from the first to the last', () => {
  assert.equal(leafedTo(1, 3, -100, 320), 2);
  assert.equal(leafedTo(1, 3, 100, 320), 0);
  assert.equal(leafedTo(0, 3, 100, 320), 0);
  assert.equal(leafedTo(1, 3, 20, 320), 1);
});

test('keys lead as on any slider, round where it turns', () => {
  assert.equal(keyedTo('ArrowRight', 7, 8, true, false), 0);
  assert.equal(keyedTo('ArrowRight', 7, 8, false, false), 7);
  assert.equal(keyedTo('ArrowLeft', 1, 8, false, true), 2);
  assert.equal(keyedTo('ArrowLeft', 1, 8, true, true), 0);
  assert.deepEqual([keyedTo('Home', 3, 8, true, false), keyedTo('End', 3, 8, true, false)], [0, 7]);
  assert.equal(keyedTo('a', 3, 8, true, false), undefined);
});
