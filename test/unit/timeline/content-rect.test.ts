import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentRect, parsePosition } from '../../../src/timeline/content-rect.js';

const picture = { width: 1280, height: 720 };

test('contain leaves bars beside the picture, cover reaches beyond the box', () => {
  assert.deepEqual(contentRect({ width: 360, height: 640 }, picture, 'contain'), {
    x: 0,
    y: 218.75,
    width: 360,
    height: 202.5,
  });
  const cover = contentRect({ width: 360, height: 640 }, picture, 'cover');
  assert.equal(cover.height, 640);
  assert.ok(Math.abs(cover.width - 1137.78) < 0.01);
  assert.ok(Math.abs(cover.x + 388.89) < 0.01);
});

test('object-position moves the picture in the free space', () => {
  assert.equal(contentRect({ width: 360, height: 640 }, picture, 'contain', '50% 0%').y, 0);
  assert.equal(contentRect({ width: 360, height: 640 }, picture, 'contain', 'center bottom').y, 437.5);
  assert.deepEqual(parsePosition('top right'), [1, 0]);
  assert.deepEqual(parsePosition('25% 75%'), [0.25, 0.75]);
  assert.deepEqual(parsePosition('12px'), [0.5, 0.5]);
});

test('a picture of unknown size fills the box', () => {
  assert.deepEqual(contentRect({ width: 10, height: 20 }, { width: 0, height: 0 }, 'contain'), {
    x: 0,
    y: 0,
    width: 10,
    height: 20,
  });
});

test('whatever the box, the shape of the picture stays and one side fits', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) });
  fc.assert(
    fc.property(size, size, fc.constantFrom('contain' as const, 'cover' as const), (box, inner, fit) => {
      const rect = contentRect(box, inner, fit);
      assert.ok(Math.abs(rect.width / rect.height - inner.width / inner.height) < 1e-6 * (inner.width / inner.height));
      const slack = [box.width - rect.width, box.height - rect.height];
      assert.ok(Math.min(...slack.map(Math.abs)) < 1e-6);
      for (const free of slack) assert.ok(fit === 'contain' ? free > -1e-6 : free < 1e-6);
    }),
  );
});
