import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CUT, cutDepth } from '../../../../src/server/collector/cut-depth.js';

/** The value with all below `limit` cut out, the slow way. */
function cut(value: unknown, limit: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!limit) return CUT;
  if (Array.isArray(value)) return value.map((entry) => cut(entry, limit - 1));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cut(entry, limit - 1)]));
}

test('cuts what nests deeper, and nothing else', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 1, max: 6 }), (json, limit) => {
      const value = JSON.parse(json);
      const result = cutDepth(json, limit);
      assert.deepEqual(JSON.parse(result.json), cut(value, limit));
      assert.equal(result.wasCut, JSON.stringify(cut(value, limit)) !== JSON.stringify(value));
    }),
  );
});

test('brackets within strings do not count', () => {
  const json = JSON.stringify(['[[[["\\', '{"[']);
  assert.deepEqual(cutDepth(json, 1), { json, wasCut: false });
});

test('broken JSON stays broken, and its depth is never parsed', () => {
  for (const json of ['['.repeat(500_000), '[[[1]', ']]]', '{"a":[[[']) {
    assert.throws(() => JSON.parse(cutDepth(json, 2).json));
    assert.ok(cutDepth(json, 2).json.length < 100);
  }
});
