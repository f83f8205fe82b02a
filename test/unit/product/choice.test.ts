import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenVariant, firstChoice, isPossible } from '../../../src/product/choice.js';
import type { Product } from '../../../src/schema/manifest.js';

const variant = (id: string, options: string[], stock?: number) => ({
  id,
  options,
  availability: 'in-stock' as const,
  stock,
  media: [],
});
const sweater = {
  options: [
    { name: 'Size', values: ['S', 'M'] },
    { name: 'Colour', values: ['Oat', { value: 'Rust' }] },
  ],
  variants: [variant('s-oat', ['S', 'Oat'], 0), variant('m-oat', ['M', 'Oat'], 3), variant('s-rust', ['S', 'Rust'])],
} as unknown as Product;

test('begins with the first variant that can be had, or the one asked for', () => {
  assert.deepEqual(firstChoice(sweater), ['M', 'Oat']);
  assert.deepEqual(firstChoice(sweater, 's-rust'), ['S', 'Rust']);
});
test('a complete choice names its variant; a combination that is not made names none', () => {
  assert.equal(chosenVariant(sweater, ['S', 'Rust'])?.id, 's-rust');
  assert.equal(chosenVariant(sweater, ['M', 'Rust']), undefined);
});
test('a value is possible when something in stock has it together with the rest', () => {
  assert.equal(isPossible(sweater, ['M', 'Oat'], 1, 'Rust'), false);
  assert.equal(isPossible(sweater, ['S', 'Rust'], 1, 'Oat'), false);
  assert.equal(isPossible(sweater, ['M', 'Oat'], 0, 'M'), true);
});
