import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align, compareRows, othersOf } from '../../../../src/product/compare/rows.js';
import { productWith } from '../variants/sweater.js';

const fact = (name: string, value: string) => ({ name, value });

test('rows are matched by name, whatever its case, and none is lost', () => {
  assert.deepEqual(
    align([fact('Material', 'Wool'), fact('Care', 'By hand')], [fact('Fit', 'Loose'), fact(' material', 'Silk')]),
    [
      { name: 'Material', values: ['Wool', 'Silk'] },
      { name: 'Care', values: ['By hand', undefined] },
      { name: 'Fit', values: [undefined, 'Loose'] },
    ],
  );
});

test('sizes come in the units of the shopper, before the facts', () => {
  const first = {
    ...productWith([]),
    dimensions: [{ name: 'Length', value: 50.8, unit: 'cm' }],
    facts: [fact('Fit', 'Loose')],
  };
  assert.deepEqual(
    compareRows(first, first, 'en-US').map(({ name, values }) => [name, ...values]),
    [
      ['Length', '20 in', '20 in'],
      ['Fit', 'Loose', 'Loose'],
    ],
  );
});

test('what can replace a product is offered first, then what goes with it, each once', () => {
  const of = (id: string) => ({ ...productWith([]), id });
  const product = { ...of('a'), alternates: ['b'], complements: ['b', 'c'] };
  const { near, with: goes, rest } = othersOf(product, [product, of('d'), of('c'), of('b')]);
  assert.deepEqual(
    [near, goes, rest].map((list) => list.map(({ id }) => id)),
    [['b'], ['c'], ['d']],
  );
});
