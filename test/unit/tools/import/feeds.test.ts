import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAmount } from '../../../../src/tools/import/amount.js';
import { plainText } from '../../../../src/tools/import/plain-text.js';
import { rowsOf } from '../../../../src/tools/import/tsv.js';
import { importing } from './importing.js';

const given = { media: ['film.mp4'], title: 'Film' };

test('Google Merchant, XML: prices, reduction, pictures, sizes, details, and a group as one product', () => {
  const { manifest, warnings } = importing('google-merchant', { file: 'merchant.xml' }, given);
  const [mug, tee, ...more] = manifest.products!;
  assert.equal(more.length, 0);
  assert.deepEqual(mug, {
    id: 'mug',
    name: 'Stoneware mug & saucer',
    brand: 'Claymen',
    url: 'https://shop.test/p/mug',
    description: 'Glazed by hand.',
    price: { minor: 1900, compareAtMinor: 2400, currency: 'EUR' },
    availability: 'in-stock',
    media: ['mug.jpg', 'mug-2.jpg', 'mug-3.jpg'].map((name, index) => ({
      role: index ? 'lifestyle' : 'angle',
      src: `https://shop.test/i/${name}`,
      alt: 'Stoneware mug & saucer',
    })),
    dimensions: [{ name: 'Height', value: 9.5, unit: 'cm' }],
    facts: [{ name: 'Material', value: 'Stoneware' }],
  });
  assert.deepEqual(tee!.price, { minor: 1500, currency: 'JPY' }, 'a currency without minor units');
  assert.deepEqual(tee!.options, [
    { name: 'Color', values: ['Red', 'Blue'] },
    { name: 'Size', values: ['S', 'M'] },
  ]);
  assert.deepEqual(
    tee!.variants!.map(({ id, options, price, availability }) => [id, options, price?.minor, availability]),
    [
      ['tee-s-red', ['Red', 'S'], undefined, 'in-stock'],
      ['tee-m-blue', ['Blue', 'M'], 1800, 'preorder'],
    ],
  );
  assert.deepEqual(warnings, [
    'the feed has no equal for gtin',
    'item 4 has no price and is left out',
    'item 1, product_weight is no size: "heavy"',
    'item 5, price is no price: "on request"; the item is left out',
  ]);
});

test('Google Merchant: a reduction that is over is none', () => {
  const { manifest } = importing('google-merchant', { file: 'merchant.xml' }, { ...given, now: Date.UTC(2027, 1, 1) });
  assert.deepEqual(manifest.products![0]!.price, { minor: 2400, currency: 'EUR' });
});

test('Google Merchant, Atom, and another prefix than g', () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://base.google.com/ns/1.0"><entry>
    <x:id>mug</x:id><title>Mug</title><link href="https://shop.test/p/mug"/><x:price>1.250 KWD</x:price></entry></feed>`;
  const { manifest } = importing('google-merchant', { text }, given);
  assert.equal(manifest.products![0]!.url, 'https://shop.test/p/mug');
  assert.deepEqual(manifest.products![0]!.price, { minor: 1250, currency: 'KWD' }, 'three digits');
});

test('Google Merchant, TSV: quotation marks, line ends in values, lists by comma, names with spaces', () => {
  const { manifest, warnings } = importing('google-merchant', { file: 'merchant.tsv' }, given);
  const [mug, tee] = manifest.products!;
  assert.equal(mug!.name, 'Mug "Tide", large');
  assert.equal(mug!.description, 'Two\nlines');
  assert.equal(mug!.media!.length, 3);
  assert.equal(tee!.name, 'Tee 5" print');
  assert.equal(tee!.price.minor, 129_900);
  assert.deepEqual(
    tee!.variants!.map(({ availability }) => availability),
    ['preorder', 'out-of-stock'],
  );
  assert.deepEqual(warnings, []);
});

test('products.json: options, variants, pictures of a variant, and numbers that the cart knows', () => {
  const options = { ...given, currency: 'EUR', shop: 'https://shop.test/products.json' };
  const { manifest, warnings } = importing('shopify', { file: 'products.json' }, options);
  const [mug, lamp] = manifest.products!;
  assert.equal(mug!.url, 'https://shop.test/products/stoneware-mug');
  assert.equal(mug!.description, 'Glazed by hand.\nDishwasher safe');
  assert.deepEqual(mug!.price, { minor: 1900, compareAtMinor: 2400, currency: 'EUR' });
  assert.deepEqual(mug!.variants, [
    { id: '9001', sku: 'MUG-T', options: ['Tide', '0.3 l'] },
    {
      id: '9002',
      sku: 'MUG-C',
      options: ['Chalk', '0.3 l'],
      price: { minor: 2150, currency: 'EUR' },
      availability: 'out-of-stock',
      media: [{ role: 'angle', src: 'https://cdn.shop.test/mug-chalk.jpg', alt: 'In chalk' }],
    },
  ]);
  assert.deepEqual(lamp!.variants, [{ id: '9003', options: [], stock: 3 }], 'without a choice, and still a number');
  assert.deepEqual(warnings, [
    'products[0].images[1].alt is not there; the product’s name stands for it',
    'products[2] has no variant with a price and is left out',
  ]);
});

test('products.json read from a file: links relative to the shop that shows the film', () => {
  const { manifest } = importing('shopify', { file: 'products.json' }, { ...given, currency: 'EUR' });
  assert.equal(manifest.products![0]!.url, '/products/stoneware-mug');
});

for (const [text, currency, wanted] of [
  ['15.00 USD', undefined, '1500 USD'],
  ['USD 15', undefined, '1500 USD'],
  ['19.99', 'EUR', '1999 EUR'],
  ['€ 12,50', undefined, '1250 EUR'],
  ['1,299.00 EUR', undefined, '129900 EUR'],
  ['1.299,00 €', undefined, '129900 EUR'],
  ['1 299,00 EUR', undefined, '129900 EUR'],
  ['$1,299', 'USD', '129900 USD'],
  ['1.299.000 EUR', undefined, '129900000 EUR'],
  ['1200 JPY', undefined, '1200 JPY'],
  ['0.35', 'KWD', '350 KWD'],
] as const)
  test(`the price ${text}`, () => {
    const price = readAmount(text, currency);
    assert.equal(typeof price === 'string' ? price : `${price.minor} ${price.currency}`, wanted);
  });
for (const text of ['', 'free', '-5 EUR', '1.2.3,4 EUR x', '$5', 'NaN', '1e3 EUR'])
  test(`no price: ${text}`, () => assert.equal(typeof readAmount(text), 'string'));

test('rows of tab-separated values', () => {
  assert.deepEqual(rowsOf('\uFEFFa\tb\r\n"1\t""2"""\t3\r\n\r\n"x"y\t"open'), [
    ['a', 'b'],
    ['1\t"2"', '3'],
    ['"x"y', '"open'],
  ]);
});

test('a description in HTML, as its reader sees it', () => {
  assert.equal(
    plainText('<p>1 &lt; 2</p><p>caf&eacute; &#233; &#x41;<br>x</p><script>alert(1)</script>'),
    '1 < 2\ncaf&eacute; é A\nx',
  );
  assert.equal(plainText('3 < 4 and 5 > 2'), '3 < 4 and 5 > 2');
});
