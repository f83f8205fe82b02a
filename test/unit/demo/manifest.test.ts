import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseManifest } from '../../../src/schema/parse-manifest.js';

const demo = fileURLToPath(new URL('../../../demo/', import.meta.url));
const coffee = join(demo, 'media/coffee');
const text = await readFile(join(coffee, 'manifest.json'), 'utf8');
const { manifest, warnings } = parseManifest(JSON.parse(text), 'http://shop/media/coffee/manifest.json');
const { products } = manifest;
const variants = products.flatMap((product) => product.variants);

test('the demo’s manifest has no fault, and every picture in it is there', () => {
  assert.deepEqual(warnings, []);
  const media = [...products, ...variants].flatMap((one) => one.media);
  const gone = media.filter(({ src }) => !existsSync(join(demo, new URL(src).pathname)));
  assert.deepEqual(gone, []);
  for (const { alt } of media) assert.ok(alt.length > 10, `a picture is described: ${alt}`);
});

test('it is what the shop and the footage say, joined anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shoppable-video-demo-'));
  try {
    for (const name of ['hotspots.json', 'products/dimensions.json'])
      await cp(join(coffee, name), join(folder, name), { recursive: true });
    execFileSync(process.execPath, [join(demo, 'make-manifest.mjs'), folder], { stdio: 'ignore' });
    assert.equal(await readFile(join(folder, 'manifest.json'), 'utf8'), text, 'run node demo/make-manifest.mjs');
  } finally {
    await rm(folder, { recursive: true });
  }
});

const FEATURES: [name: string, isShown: boolean][] = [
  ...['angle', 'closeup', 'scale', 'lighting', 'tryon', 'compare', 'lifestyle'].map((role): [string, boolean] => [
    `pictures of the role ${role}`,
    products.some(({ media }) => media.some((one) => one.role === role)),
  ]),
  ['clips', products.some(({ media }) => media.some(({ type }) => type?.startsWith('video/')))],
  ['eight angles', products.some(({ media }) => media.filter(({ role }) => role === 'angle').length === 8)],
  ['sizes drawn on a picture', products.some(({ dimensions }) => dimensions.some(({ from, to }) => from && to))],
  ['facts', products.some(({ facts }) => facts.length)],
  ['a rating', products.some(({ rating }) => rating)],
  ['a lower price than before', products.some(({ price }) => price.compareAtMinor)],
  ['options on two axes', products.some(({ options }) => options.length > 1)],
  ['swatches', products.some(({ options }) => options.some(({ values }) => values.some((v) => typeof v === 'object')))],
  ['a variant with its own price', variants.some(({ price }) => price)],
  ['a variant with its own media', variants.some(({ media }) => media.length)],
  ['a variant that is sold out', variants.some(({ availability }) => availability === 'out-of-stock')],
  ['a variant for pre-order', variants.some(({ availability }) => availability === 'preorder')],
  ['low stock', products.some(({ availability }) => availability === 'low-stock')],
  ['sold out with alternates', products.some((one) => one.availability === 'out-of-stock' && one.alternates.length)],
  ['complements', products.some(({ complements }) => complements.length)],
  ['bundles', products.some(({ bundles }) => bundles.length)],
  ['chapters', manifest.media.tracks.some(({ kind }) => kind === 'chapters')],
  ['segments', manifest.segments.length > 0],
  ['a storyboard', Boolean(manifest.media.storyboard)],
].map(([name, isShown]) => [name as string, Boolean(isShown)]);

for (const [name, isShown] of FEATURES) test(`a shopper sees in the demo: ${name}`, () => assert.ok(isShown));

test('the second shop’s manifest has no fault either, and an address to ask about a product', async () => {
  const { shopifyManifest } = (await import(pathToFileURL(join(demo, 'shopify/manifest.mjs')).href)) as {
    shopifyManifest(products: unknown, media: string): Promise<unknown>;
  };
  const catalogue = JSON.parse(await readFile(join(demo, 'shop/products.json'), 'utf8'));
  const input = await shopifyManifest(catalogue, join(demo, 'media'));
  const second = parseManifest(input, 'http://shop/shopify/manifest.json');
  assert.deepEqual(second.warnings, []);
  assert.ok(second.manifest.products.some(({ refresh }) => refresh));
});
