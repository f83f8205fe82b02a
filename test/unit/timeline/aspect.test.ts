import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyframesFor, parseAspect } from '../../../src/timeline/aspect.js';

const wide = [{ t: 0, x: 0.1, y: 0.1 }];
const tall = [{ t: 0, x: 0.9, y: 0.9 }];
const hotspot = { keyframes: wide, aspects: { '9:16': tall } };

test('a box nearer to another ratio than to the media takes its key frames', () => {
  assert.equal(keyframesFor(hotspot, 9 / 16, 16 / 9), tall);
  assert.equal(keyframesFor(hotspot, 16 / 9, 16 / 9), wide);
  assert.equal(keyframesFor(hotspot, 1.01, 16 / 9), wide);
  assert.equal(keyframesFor(hotspot, 0.99, 16 / 9), tall);
  assert.equal(keyframesFor({ keyframes: wide }, 0.5, 16 / 9), wide);
});

test('a ratio is two positive numbers', () => {
  assert.equal(parseAspect('16:9'), 16 / 9);
  for (const bad of ['', '0:1', 'wide', '4', undefined]) assert.equal(parseAspect(bad), undefined);
});
