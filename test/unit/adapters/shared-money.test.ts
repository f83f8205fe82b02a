import assert from 'node:assert/strict';
import { it } from 'node:test';
import { toMinor } from '../../../src/adapters/shared-money.js';

for (const [amount, currency, minor] of [
  ['19.5', 'EUR', 1950],
  [4.35, 'EUR', 435],
  ['1000', 'JPY', 1000],
  [1.234, 'KWD', 1234],
  [0, 'USD', 0],
  [8.2, 'USD', 820],
] as const) {
  it(`${amount} ${currency} are ${minor}`, () => assert.equal(toMinor(amount, currency), minor));
}
