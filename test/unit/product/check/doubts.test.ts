import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsAbout } from '../../../../src/product/check/doubts.js';
import type { Product } from '../../../../src/schema/manifest.js';
import { productWith, variant } from '../variants/sweater.js';

const other = { ...productWith([]), id: 'other', price: { minor: 100, currency: 'USD' } };
const twin = { ...productWith([]), id: 'twin' };
const doubts = (product: Product, known: ReadonlySet<string> | undefined = new Set(['EUR'])) =>
  doubtsAbout(product, known, (id) => [other, twin, product].find((one) => one.id === id)).map(({ path }) => path);

test('nothing is doubtful about a product that is as it should be', () => {
  assert.deepEqual(doubts(productWith([variant('a', ['S', 'Oat']), variant('b', ['M', 'Rust'])])), []);
  assert.deepEqual(doubts(productWith([])), []);
});

test('a currency that the browser does not know, where it says which it knows', () => {
  const strange = { ...productWith([]), price: { minor: 1, currency: 'QQQ' } };
  assert.deepEqual(doubts(strange), ['price.currency']);
  assert.deepEqual(
    doubtsAbout(strange, undefined, () => undefined),
    [],
  );
});

test('a value that no variant has', () => {
  assert.deepEqual(doubts(productWith([variant('a', ['S', 'Oat']), variant('b', ['M', 'Oat'])])), ['options']);
});

test('a bundle that is dearer than its parts, or of several currencies', () => {
  const bundles = [
    { id: 'dear', products: ['sweater', 'twin'], priceMinor: 99999 },
    { id: 'mixed', products: ['sweater', 'other'], priceMinor: 1 },
    { id: 'good', products: ['sweater', 'twin'], priceMinor: 15000 },
  ];
  assert.deepEqual(doubts({ ...productWith([]), bundles }), ['bundles[0].priceMinor', 'bundles[1]']);
});
