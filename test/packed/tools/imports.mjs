/** Imports every entry here, and then in a worker, and looks for globals that are left behind. */
import assert from 'node:assert/strict';
import { isMainThread, Worker } from 'node:worker_threads';
import { entries } from './entries.mjs';

const before = new Set(Reflect.ownKeys(globalThis));
for (const { specifier } of entries) await import(specifier);
assert.deepEqual(
  Reflect.ownKeys(globalThis).filter((key) => !before.has(key)),
  [],
);
if (isMainThread) new Worker(new URL(import.meta.url));
