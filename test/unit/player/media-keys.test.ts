import assert from 'node:assert/strict';
import test from 'node:test';
import type { PlayerAction, ShoppableHost } from '../../../src/host/host.js';
import { keysFor } from '../../../src/player/media-session/keys.js';

const chapters = [0, 10, 20].map((start) => ({ start, end: start + 10, name: `from ${start}` }));

/** What a key asks of a player that is at a time. */
function pressed(action: MediaSessionAction, time: number, details: object = {}) {
  const asked: PlayerAction[] = [];
  const host = { state: { get: () => ({ time }) }, request: (one: PlayerAction) => asked.push(one) };
  const keys = new Map(keysFor(host as unknown as ShoppableHost, chapters));
  keys.get(action)!({ action, ...details } as MediaSessionActionDetails);
  return asked;
}
const seek = (time: number) => [{ type: 'seek', time }];

test('a step is as long as the key says, or ten seconds', () => {
  assert.deepEqual(pressed('seekforward', 5), seek(15));
  assert.deepEqual(pressed('seekforward', 5, { seekOffset: 3 }), seek(8));
  assert.deepEqual(pressed('seekbackward', 15), seek(5));
  assert.deepEqual(pressed('seekto', 15, { seekTime: 0 }), seek(0));
});

test('the keys for tracks go from chapter to chapter', () => {
  assert.deepEqual(pressed('nexttrack', 5), seek(10));
  assert.deepEqual(pressed('nexttrack', 25), [], 'there is none after the last');
  assert.deepEqual(pressed('previoustrack', 18), seek(10), 'well into a chapter: to its beginning');
  assert.deepEqual(pressed('previoustrack', 11), seek(0), 'at its beginning: to the one before');
  assert.deepEqual(pressed('previoustrack', 1), seek(0));
});

test('one chapter is no track', () => {
  const host = { state: { get: () => ({ time: 0 }) }, request() {} } as unknown as ShoppableHost;
  const keys = new Map(keysFor(host, chapters.slice(0, 1)));
  assert.equal(keys.get('nexttrack'), null);
  assert.equal(keys.get('previoustrack'), null);
});
