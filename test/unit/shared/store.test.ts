import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore } from '../../../src/shared/store.js';

test('tells what changed, and nothing when nothing did', () => {
  const store = createStore({ a: 1, b: Number.NaN });
  const heard: unknown[] = [];
  store.subscribe((now, before) => heard.push([before.a, now.a]));
  store.set({ a: 1, b: Number.NaN });
  store.set({ a: 2 });
  assert.deepEqual(heard, [[1, 2]]);
});

test('a listener stops by itself or with its signal, also while being told', () => {
  const store = createStore({ a: 0 });
  const ended = new AbortController();
  let count = 0;
  const stop = store.subscribe(() => {
    count += 1;
    stop();
  });
  store.subscribe(() => (count += 10), ended.signal);
  store.set({ a: 1 });
  ended.abort();
  store.set({ a: 2 });
  assert.equal(count, 11);
  store.subscribe(() => (count += 100), ended.signal);
  store.set({ a: 3 });
  assert.equal(count, 11);
});
