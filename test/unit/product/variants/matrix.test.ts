import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isAvailable } from '../../../../src/host/availability-of.js';
import { enCard } from '../../../../src/i18n/en-card.js';
import { hintOf } from '../../../../src/product/variants/hint.js';
import { standingsOf } from '../../../../src/product/variants/matrix.js';
import { productWith, variant } from './sweater.js';

const sweater = productWith([
  variant('s-oat', ['S', 'Oat'], 0),
  variant('m-oat', ['M', 'Oat'], 3),
  variant('s-rust', ['S', 'Rust']),
]);
const hint = (choice: (string | undefined)[], option: number, value: string, product = sweater) =>
  hintOf(product, choice, option, standingsOf(product, choice)(option, value), enCard, 'en');

test('a value is free when something in stock has it together with the rest', () => {
  const ask = standingsOf(sweater, ['M', 'Oat']);
  assert.equal(ask(0, 'M').free, true);
  assert.equal(ask(1, 'Rust').free, false);
  assert.equal(standingsOf(sweater, ['S', 'Rust'])(1, 'Oat').free, false);
  assert.equal(standingsOf(productWith([]), ['S', 'Oat'])(1, 'Rust').free, true);
});

test('what is not free says why, and which choice frees it', () => {
  assert.equal(hint(['M', 'Oat'], 0, 'M'), '');
  assert.equal(hint(['M', 'Oat'], 0, 'S'), 'Sold out in Oat. Available in Colour Rust.');
  assert.equal(hint(['M', 'Oat'], 1, 'Rust'), 'Not available in M. Available in Size S.');
});

test('what cannot be had at all says that', () => {
  const product = productWith([variant('s-oat', ['S', 'Oat']), variant('m-rust', ['M', 'Rust'], 0)]);
  assert.equal(hint(['S', 'Oat'], 1, 'Rust', product), 'Sold out');
  assert.equal(hint(['S', 'Oat'], 1, 'Rust', productWith([variant('s-oat', ['S', 'Oat'])])), 'Not available');
});

test('a choice that is still open is in the way of nothing', () => {
  assert.equal(standingsOf(sweater, [undefined, 'Rust'])(0, 'S').free, true);
  assert.equal(standingsOf(sweater, [undefined, undefined])(1, 'Rust').free, true);
});

test('agrees with the plain rule, for every product', () => {
  const values = ['a', 'b', 'c'];
  const axes = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(
      axes.chain((count) =>
        fc.record({
          variants: fc.array(
            fc.tuple(fc.array(fc.constantFrom(...values), { minLength: count, maxLength: count }), fc.nat(1)),
            {
              minLength: 1,
              maxLength: 12,
            },
          ),
          choice: fc.array(fc.option(fc.constantFrom(...values), { nil: undefined }), {
            minLength: count,
            maxLength: count,
          }),
        }),
      ),
      ({ variants, choice }) => {
        const product = productWith(
          variants.map(([options, stock], v) => variant(`v${v}`, options, stock)),
          choice.map((_, o) => ({ name: `o${o}`, values })),
        );
        const ask = standingsOf(product, choice);
        choice.forEach((_, option) => {
          for (const value of values) {
            const misses = (options: readonly string[]) =>
              choice.filter((own, i) => i !== option && own !== undefined && own !== options[i]).length;
            const fitting = product.variants.filter((one) => isAvailable(one) && one.options[option] === value);
            const fewest = Math.min(...fitting.map(({ options }) => misses(options)));
            const { free, nearest } = ask(option, value);
            assert.equal(free, fewest === 0);
            assert.equal(nearest && misses(nearest.options), fitting.length ? fewest : undefined);
          }
        });
      },
    ),
  );
});

test('forty options with five thousand variants take a few milliseconds', () => {
  const options = Array.from({ length: 40 }, (_, o) => ({
    name: `Option ${o}`,
    values: Array.from({ length: 10 }, (_, v) => `Value ${v}`),
  }));
  const variants = Array.from({ length: 5000 }, (_, v) =>
    variant(
      `v${v}`,
      options.map((_, o) => `Value ${(v * (o + 7) + (v >> (o % 5))) % 10}`),
      v % 3,
    ),
  );
  const product = productWith(variants, options);
  const choice = variants[1]!.options;
  const ask = standingsOf(product, choice);
  assert.equal(
    options.every((_, o) => ask(o, choice[o]!).free),
    true,
  );
});
