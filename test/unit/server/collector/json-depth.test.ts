import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDeeperThan } from '../../../../src/server/collector/json-depth.js';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('agrees with the depth of the parsed value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.nat(6), (json, limit) => {
      assert.equal(isDeeperThan(json, limit), depthOf(JSON.parse(json)) > limit);
    }),
  );
});

test('brackets within strings do not count', () => {
  assert.equal(isDeeperThan(JSON.stringify(['[[[["\\', '{"[']), 1), false);
});
