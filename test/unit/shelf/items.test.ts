import assert from 'node:assert/strict';
import test from 'node:test';
import type { Manifest } from '../../../src/schema/manifest.js';
import { itemsOf } from '../../../src/shelf/items.js';

const manifestOf = (products: string[], hotspots: [id: string, product: string, start: number][]) =>
  ({
    products: products.map((id) => ({ id })),
    hotspots: hotspots.map(([id, product, start]) => ({ id, product, start, end: start + 1 })),
  }) as unknown as Manifest;

test('products stand in the order of their first hotspot, and those without one last', () => {
  const manifest = manifestOf(
    ['never', 'lamp', 'mug', 'nor'],
    [
      ['m2', 'mug', 9],
      ['l', 'lamp', 4],
      ['m1', 'mug', 2],
    ],
  );
  assert.deepEqual(itemsOf(manifest), [
    { productId: 'mug', hotspotId: 'm1', start: 2 },
    { productId: 'lamp', hotspotId: 'l', start: 4 },
    { productId: 'never' },
    { productId: 'nor' },
  ]);
  assert.equal(itemsOf(manifest), itemsOf(manifest), 'made once');
});
