import assert from 'node:assert/strict';
import test from 'node:test';
import { applyFacts } from '../../../../src/product/refresh/apply-facts.js';
import { parseManifest } from '../../../../src/schema/parse-manifest.js';

const { manifest } = parseManifest(
  {
    version: 1,
    id: 'film',
    title: 'Film',
    media: { sources: [{ src: '/a.mp4', type: 'video/mp4' }] },
    products: [
      {
        id: 'mug',
        name: 'Mug',
        url: '/mug',
        price: { minor: 1900, compareAtMinor: 2400, currency: 'EUR' },
        options: [{ name: 'Glaze', values: ['Tide', 'Chalk'] }],
        variants: [
          { id: 'tide', sku: 'T', options: ['Tide'] },
          { id: 'chalk', sku: 'C', options: ['Chalk'], stock: 4 },
        ],
      },
    ],
  },
  'https://shop.example/',
);
const mug = manifest.products[0]!;

/** @returns the product, and the places that were found wrong */
function apply(facts: unknown) {
  const faults: string[] = [];
  return { product: applyFacts(mug, facts, (place) => faults.push(place)), faults };
}

test('takes what the shop says and keeps the rest', () => {
  const { product, faults } = apply({ id: 'mug', price: { minor: 2100, currency: 'EUR' }, stock: 3 });
  assert.deepEqual(faults, []);
  assert.deepEqual(product.price, { minor: 2100, currency: 'EUR' }, 'the former price is gone with the old one');
  assert.equal(product.stock, 3);
  assert.equal(product.name, 'Mug');
  assert.equal(mug.price.minor, 1900, 'the manifest is as it was');
});

test('a variant of its own', () => {
  const { product } = apply({ variants: [{ id: 'chalk', stock: 0, price: { minor: 2500, currency: 'EUR' } }] });
  assert.deepEqual(
    product.variants.map(({ id, stock, price }) => [id, stock, price?.minor]),
    [
      ['tide', undefined, undefined],
      ['chalk', 0, 2500],
    ],
  );
});

test('the same product where nothing differs', () => {
  const same = { price: { currency: 'EUR', compareAtMinor: 2400, minor: 1900 }, variants: [{ id: 'chalk', stock: 4 }] };
  assert.equal(apply(same).product, mug);
  assert.equal(apply({}).product, mug);
});

for (const [facts, place] of [
  [{ price: { minor: 19.5, currency: 'EUR' } }, 'price.minor'],
  [{ price: { minor: -1, currency: 'EUR' } }, 'price.minor'],
  [{ price: 1900 }, 'price.minor'],
  [{ price: { minor: 1900, currency: 'USD' } }, 'price.currency'],
  [{ availability: 'soon' }, 'availability'],
  [{ stock: -2 }, 'stock'],
  [{ variants: { tide: 1 } }, 'variants'],
  [{ variants: [{ id: 'ochre', stock: 1 }] }, 'variants[0].id'],
  [{ variants: [null] }, 'variants[0].id'],
  [{ variants: [{ id: 'tide', stock: '3' }] }, 'variants[0].stock'],
] as const) {
  test(`leaves out ${JSON.stringify(facts)}`, () => {
    const { product, faults } = apply({ ...facts, custom: 1 });
    assert.deepEqual(faults, [place]);
    assert.equal(product, mug);
  });
}

test('one wrong fact costs no other', () => {
  const { product, faults } = apply({ stock: 'many', availability: 'low-stock' });
  assert.deepEqual(faults, ['stock']);
  assert.equal(product.availability, 'low-stock');
});

for (const nonsense of [undefined, null, 7, 'x', []]) {
  test(`nonsense is nothing: ${String(nonsense)}`, () => assert.equal(apply(nonsense).product, mug));
}
