import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactIntegers } from '../../../../src/server/orders/exact-integers.js';

test('only whole numbers that would be rounded become texts', () => {
  for (const [json, wanted] of [
    ['{"id":9007199254740993}', '{"id":"9007199254740993"}'],
    ['{"id":9007199254740991}', '{"id":9007199254740991}'],
    ['[-9007199254740993, 18446744073709551615]', '["-9007199254740993", "18446744073709551615"]'],
    ['{"9007199254740993":"id 9007199254740993"}', '{"9007199254740993":"id 9007199254740993"}'],
    ['["\\"9007199254740993", "\\\\", 9007199254740993]', '["\\"9007199254740993", "\\\\", "9007199254740993"]'],
    [
      '[1.9007199254740993, 9007199254740993e2, 9007199254740993.5]',
      '[1.9007199254740993, 9007199254740993e2, 9007199254740993.5]',
    ],
  ] as const)
    assert.equal(exactIntegers(json), wanted);
});

test('what is no JSON stays none', () => {
  for (const text of ['', '{', '09007199254740993', '"9007199254740993', '9007199254740993 9007199254740993'])
    assert.throws(() => JSON.parse(exactIntegers(text)), text);
});

test('a long text is passed over soon', () => {
  const text = JSON.stringify({ note: '\\"'.repeat(500_000) });
  assert.equal(exactIntegers(text), text);
});
