import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterMs } from '../../../src/beacon/transport/retry-after.js';

test('Retry-After: seconds, a date, nothing, nonsense, and never more than an hour', () => {
  const nowMs = Date.parse('2026-11-22T10:00:00Z');
  const table: [string | null, number][] = [
    ['30', 30_000],
    ['1.5', 1500],
    ['0', 0],
    ['Sun, 22 Nov 2026 10:00:45 GMT', 45_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['999999999999', 3_600_000],
    ['Sun, 22 Nov 2099 10:00:00 GMT', 3_600_000],
    ['-5', 0],
    ['soon', 0],
    ['', 0],
    [null, 0],
  ];
  for (const [value, ms] of table) assert.equal(retryAfterMs(value, nowMs), ms, String(value));
});
