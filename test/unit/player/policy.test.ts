import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planPlayback } from '../../../src/player/policy.js';

const hls = { src: 'a.m3u8', type: 'application/vnd.apple.mpegurl' };
const mp4 = { src: 'a.mp4', type: 'video/mp4' };
const engines = (...args: Parameters<typeof planPlayback>) => planPlayback(...args).map(({ engine }) => engine);
const all = { plays: () => true, mediaSource: true };
const firefox = { plays: (type: string) => type === 'video/mp4', mediaSource: true };
const iphone = { plays: () => true, mediaSource: false };

test('a browser with both begins by itself, and hls.js and the file stand behind it', () => {
  assert.deepEqual(engines([hls, mp4], all), ['native', 'hls', 'file']);
});
test('without HLS of its own hls.js plays; without Media Source only the browser can', () => {
  assert.deepEqual(engines([hls, mp4], firefox), ['hls', 'file']);
  assert.deepEqual(engines([hls, mp4], iphone), ['native', 'file']);
  assert.deepEqual(engines([hls], { plays: () => false, mediaSource: false }), []);
});
test('the page can bind HLS to one side, as far as the browser has it', () => {
  assert.deepEqual(engines([hls], all, 'hls'), ['hls']);
  assert.deepEqual(engines([hls], all, 'native'), ['native']);
  assert.deepEqual(engines([hls], firefox, 'native'), ['hls']);
  assert.deepEqual(engines([hls], iphone, 'hls'), []);
});
test("the author's order is kept, and what cannot play is left out", () => {
  assert.deepEqual(engines([mp4, hls], firefox), ['file', 'hls']);
  assert.deepEqual(engines([{ src: 'a.foo', type: 'video/x-foo' }, mp4], firefox), ['file']);
});
