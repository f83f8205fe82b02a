import assert from 'node:assert/strict';
import test from 'node:test';
import { levelsByHeight } from '../../../src/player/engines/qualities.js';

const level = (height: number, bitrate: number) => ({ height, bitrate });

test('the finest comes first, each height once, by its richest level', () => {
  const levels = [level(360, 400), level(360, 800), level(1080, 5000), level(720, 2500), level(720, 2000)];
  assert.deepEqual(levelsByHeight(levels), [
    { height: 1080, level: 2 },
    { height: 720, level: 3 },
    { height: 360, level: 1 },
  ]);
});

test('what has no height is none of them', () => {
  assert.deepEqual(levelsByHeight([level(0, 64), level(480, 900)]), [{ height: 480, level: 1 }]);
  assert.deepEqual(levelsByHeight([]), []);
});
