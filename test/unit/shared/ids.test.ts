import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '../../../src/shared/ids.js';

test('has version and variant of RFC 9562 and its example’s time', () => {
  // RFC 9562, appendix A.6: 2022-02-22T19:22:22Z is 0x017F22E279B0.
  const id = uuidv7(0x017f22e279b0, (bytes) => void bytes.fill(0xff));
  assert.equal(id, '017f22e2-79b0-7fff-bfff-ffffffffffff');
});
test('sorts by time, and no two are the same', () => {
  assert.ok(uuidv7(1) < uuidv7(2));
  assert.equal(new Set(Array.from({ length: 5000 }, () => uuidv7(1))).size, 5000);
});
