import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minorOf } from '../../../../src/server/orders/money.js';

for (const [amount, currency, minor] of [
  ['19.90', 'EUR', 1990],
  ['0.29', 'EUR', 29],
  ['1.005', 'EUR', 101],
  ['-1.005', 'EUR', -101],
  ['-0.00', 'EUR', 0],
  ['12', 'EUR', 1200],
  ['1900', 'JPY', 1900],
  ['1900.50', 'JPY', 1901],
  ['1.234', 'KWD', 1234],
  ['1.5', 'KWD', 1500],
  [19.9, 'EUR', 1990],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ['90071992547409.92', 'EUR', undefined],
  ['1,50', 'EUR', undefined],
  ['', 'EUR', undefined],
  ['1e3', 'EUR', undefined],
  [null, 'EUR', undefined],
  ['1.00', 'euro', undefined],
] as const) {
  test(`${JSON.stringify(amount)} ${currency} is ${minor}`, () => assert.equal(minorOf(amount, currency), minor));
}
