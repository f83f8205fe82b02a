import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../../src/i18n/format.js';
import { canonicalTag } from '../../../src/i18n/locale.js';
import { formatPrice, plural } from '../../../src/i18n/price.js';
import { formatTime } from '../../../src/i18n/time.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('prices have the digits of their currency', () => {
  assert.equal(formatPrice(1900, 'EUR', 'en'), '€19.00');
  assert.equal(plain(formatPrice(1900, 'EUR', 'de')), '19,00 €');
  assert.equal(formatPrice(1900, 'JPY', 'en'), '¥1,900');
  assert.equal(plain(formatPrice(1900, 'KWD', 'en')), 'KWD 1.900');
  assert.equal(formatPrice(1900, 'no currency', 'en'), '1900 no currency');
});

test('times are written as players write them', () => {
  assert.deepEqual([0, 59.9, 61, 3661, Number.NaN, -3].map(formatTime), [
    '0:00',
    '0:59',
    '1:01',
    '1:01:01',
    '–:––',
    '0:00',
  ]);
});

test('plural forms follow the language', () => {
  const forms = { one: '{count} product', other: '{count} products' };
  assert.equal(plural(forms, 1, 'en'), '1 product');
  assert.equal(plural(forms, 1234, 'en'), '1,234 products');
  const french = { one: '{count} produit', many: '{count} de produits', other: '{count} produits' };
  assert.equal(plural(french, 0, 'fr'), '0 produit');
  assert.equal(plain(plural(french, 1_000_000, 'fr')), '1 000 000 de produits');
});

test('English forms follow English, whatever the locale is', () => {
  const forms = { one: '{count} product', other: '{count} products' };
  assert.equal(plural(forms, 1, 'ko'), '1 product');
  assert.equal(plural(forms, 2, 'ar-AE'), '2 products');
});

test('a place without a value stays, and values are text', () => {
  assert.equal(fill('{a} {b}', { a: '{b}' }), '{b} {b}');
});

test('a tag is put right, and one that is none is none', () => {
  assert.equal(canonicalTag('de-at'), 'de-AT');
  assert.equal(canonicalTag('no language'), undefined);
});
