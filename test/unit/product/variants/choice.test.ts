import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryChoice, chosenVariant, firstChoice, isSoldOut } from '../../../../src/product/variants/choice.js';
import { productWith, variant } from './sweater.js';

const sweater = productWith([
  variant('s-oat', ['S', 'Oat'], 0),
  variant('m-oat', ['M', 'Oat'], 3),
  variant('s-rust', ['S', 'Rust']),
]);

test('begins with the first variant that can be had, or the one asked for', () => {
  assert.deepEqual(firstChoice(sweater), ['M', 'Oat']);
  assert.deepEqual(firstChoice(sweater, 's-rust'), ['S', 'Rust']);
  assert.deepEqual(firstChoice(sweater, 'unknown'), ['M', 'Oat']);
  assert.deepEqual(firstChoice(productWith([])), ['S', 'Oat']);
});

test('a complete choice names its variant; a combination that is not made names none', () => {
  assert.equal(chosenVariant(sweater, ['S', 'Rust'])?.id, 's-rust');
  assert.equal(chosenVariant(sweater, ['M', 'Rust']), undefined);
});

test('what is sold out, as a variant or as a whole', () => {
  assert.equal(isSoldOut(sweater, sweater.variants[0]), true);
  assert.equal(isSoldOut(sweater, sweater.variants[1]), false);
  assert.equal(isSoldOut(sweater, undefined), true);
  assert.equal(isSoldOut(productWith([]), undefined), false);
  assert.equal(isSoldOut({ ...productWith([]), stock: 0 }, undefined), true);
});

test('a choice stays as the shop describes the product anew: the same variant, else the same values', () => {
  const swapped = { ...sweater, variants: [variant('m-oat', ['M', 'Oat'], 2), variant('s-rust', ['S', 'Rust'])] };
  assert.deepEqual(carryChoice(sweater, swapped, ['S', 'Rust']), ['S', 'Rust']);
  const renamed = { ...sweater, options: [sweater.options[1]!], variants: [variant('new', ['Rust'])] };
  assert.deepEqual(carryChoice(sweater, renamed, ['S', 'Rust']), ['Rust']);
  assert.deepEqual(carryChoice(sweater, renamed, ['M', 'Oat']), ['Oat']);
});
