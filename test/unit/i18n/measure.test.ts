import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMeasure } from '../../../src/i18n/measure.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const cases: [value: number, unit: string, locale: string, expected: string][] = [
  [9.5, 'cm', 'en', '9.5 cm'],
  [9.5, 'cm', 'de', '9,5 cm'],
  [9.5, 'cm', 'en-GB', '9.5 cm'],
  [25.4, 'mm', 'en-US', '1 in'],
  [158, 'cm', 'en-US', '62.2 in'],
  [3.048, 'm', 'en-LR', '10 ft'],
  [12.4, 'kg', 'en-US', '27.3 lb'],
  [0.45359237, 'kg', 'es-US', '1 lb'],
  [100, 'g', 'en-US', '3.5 oz'],
  [320, 'ml', 'en-US', '10.8 fl oz'],
  [10, 'in', 'de', '25,4 cm'],
  [12, 'ft', 'fr', '3,7 m'],
  [12, 'in', 'en-US', '12 in'],
  [1, 'lb', 'en-GB', '453.6 g'],
  [480, 'W', 'en-US', '480 W'],
  [3, '', 'en', '3'],
];
for (const [value, unit, locale, expected] of cases) {
  test(`${value} ${unit} in ${locale} is ${expected}`, () => {
    assert.equal(plain(formatMeasure(value, unit, locale)), expected);
  });
}

test('Burmese measures as Myanmar does', () => {
  assert.match(formatMeasure(25.4, 'mm', 'my'), /[၁1]/);
});
