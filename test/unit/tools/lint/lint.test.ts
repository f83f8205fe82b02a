import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { ManifestInput } from '../../../../src/schema/manifest.js';
import { lintManifest } from '../../../../src/tools/lint/lint.js';

const BASE = 'https://shop.test/videos/coffee.json';

const mug = (id = 'mug') => ({ id, name: 'Mug', url: `/p/${id}`, price: { minor: 1900, currency: 'EUR' } });
const spot = (x: number, y: number, product = 'mug', start = 2, end = 8) => ({
  product,
  start,
  end,
  keyframes: [{ t: start, x, y }],
});

/** Nothing is wrong with it. */
const clean = () => ({
  version: 1 as const,
  id: 'coffee',
  title: 'Coffee corner',
  lang: 'en',
  duration: 30,
  media: {
    sources: [{ src: 'coffee.mp4', type: 'video/mp4' }],
    tracks: [{ kind: 'captions' as const, src: 'en.vtt', lang: 'en-GB', label: 'English' }],
  },
  products: [{ ...mug(), media: [{ role: 'angle' as const, src: 'mug.jpg', alt: 'From the front' }] }, mug('cup')],
  hotspots: [spot(0.3, 0.5), spot(0.7, 0.5, 'cup')],
});
type Clean = ReturnType<typeof clean>;

const found = (input: unknown) =>
  lintManifest(input, BASE).map(({ severity, code, path }) => `${severity} ${code} ${path}`);

test('a good manifest has no findings', () => assert.deepEqual(lintManifest(clean(), BASE), []));

test('the demo’s manifest has no error', () => {
  const demo = JSON.parse(readFileSync('demo/media/coffee/manifest.json', 'utf8'));
  assert.deepEqual(
    lintManifest(demo, BASE).filter(({ severity }) => severity === 'error'),
    [],
  );
});

// What is wrong, how it comes about, and all that is found then.
const CASES: [what: string, spoil: (manifest: Clean) => unknown, wanted: string[]][] = [
  [
    'a hotspot that ends before it starts',
    (m) => ({ ...m, hotspots: [spot(0.3, 0.5, 'mug', 8, 2)] }),
    ['error never-shown hotspots[0].end'],
  ],
  [
    'a hotspot that starts when the film is over',
    (m) => ({ ...m, hotspots: [spot(0.3, 0.5, 'mug', 31, 40)] }),
    ['error never-shown hotspots[0].start'],
  ],
  [
    'a hotspot that ends after the film',
    (m) => ({ ...m, hotspots: [spot(0.3, 0.5, 'mug', 20, 31)] }),
    ['warning never-shown hotspots[0].end'],
  ],
  [
    'a cue too short to reach',
    (m) => ({ ...m, hotspots: [spot(0.3, 0.5, 'mug', 2, 4.6)] }),
    ['warning short-cue hotspots[0]'],
  ],
  ['a cue just long enough', (m) => ({ ...m, hotspots: [spot(0.3, 0.5, 'mug', 2, 4.7)] }), []],
  [
    'a centre outside the picture',
    (m) => ({ ...m, hotspots: [spot(1.2, 0.5), spot(0.7, 0.5, 'cup')] }),
    ['error outside-picture hotspots[0].keyframes[0].x'],
  ],
  [
    'a target that the edge cuts',
    (m) => ({ ...m, hotspots: [spot(0.03, 0.5)] }),
    ['warning small-target hotspots[0].keyframes'],
  ],
  [
    'a target that the edge cuts to less than 24 px',
    (m) => ({ ...m, hotspots: [spot(0.3, 1)] }),
    ['error small-target hotspots[0].keyframes'],
  ],
  [
    'a target that is cut in the middle of its way only',
    (m) => ({
      ...m,
      hotspots: [
        {
          ...spot(0, 0),
          keyframes: [
            { t: 2, x: 0.5, y: 0.5 },
            { t: 4, x: 0.02, y: 0.5 },
            { t: 6, x: 0.5, y: 0.5 },
          ],
        },
      ],
    }),
    ['warning small-target hotspots[0].keyframes'],
  ],
  [
    'a box smaller than the target',
    (m) => ({ ...m, hotspots: [{ ...spot(0, 0), keyframes: [{ t: 2, x: 0.5, y: 0.5, w: 0.05, h: 0.05 }] }] }),
    ['note small-target hotspots[0].keyframes'],
  ],
  [
    'two targets on top of one another for good',
    (m) => ({ ...m, hotspots: [spot(0.5, 0.5), spot(0.52, 0.5, 'cup')] }),
    ['error covered hotspots[0].keyframes', 'warning overlap hotspots[0].keyframes'],
  ],
  [
    'two targets that overlap',
    (m) => ({ ...m, hotspots: [spot(0.5, 0.5), spot(0.6, 0.5, 'cup')] }),
    ['warning overlap hotspots[0].keyframes'],
  ],
  ['two targets side by side', (m) => ({ ...m, hotspots: [spot(0.5, 0.5), spot(0.63, 0.5, 'cup')] }), []],
  [
    'two targets at one place, one after the other',
    (m) => ({ ...m, hotspots: [spot(0.5, 0.5), spot(0.5, 0.5, 'cup', 8, 14)] }),
    [],
  ],
  [
    'two targets that pass one another in a moment',
    (m) => ({
      ...m,
      hotspots: [
        spot(0.5, 0.5),
        {
          ...spot(0, 0, 'cup'),
          keyframes: [
            { t: 2, x: 0.1, y: 0.5 },
            { t: 4.9, x: 0.1, y: 0.5 },
            { t: 5.1, x: 0.9, y: 0.5 },
          ],
        },
      ],
    }),
    [],
  ],
  [
    'the same in a portrait picture only',
    (m) => ({
      ...m,
      hotspots: [
        { ...spot(0.3, 0.5), aspects: { '9:16': [{ t: 2, x: 0.5, y: 0.5 }] } },
        { ...spot(0.7, 0.5, 'cup'), aspects: { '9:16': [{ t: 2, x: 0.5, y: 0.51 }] } },
      ],
    }),
    ['error covered hotspots[0].aspects["9:16"]', 'warning overlap hotspots[0].aspects["9:16"]'],
  ],
  [
    'a picture without words',
    (m) => ({ ...m, products: [{ ...mug(), media: [{ role: 'angle', src: 'a.jpg', alt: ' ' }] }, mug('cup')] }),
    ['warning missing-alt products[0].media[0].alt'],
  ],
  [
    'a picture without even a place for words',
    (m) => ({ ...m, products: [{ ...mug(), media: [{ role: 'angle', src: 'a.jpg' }] }, mug('cup')] }),
    ['error missing-alt products[0].media[0].alt'],
  ],
  ['no captions', (m) => ({ ...m, media: { ...m.media, tracks: [] } }), ['warning missing-captions media.tracks']],
  ['captions in another language', (m) => ({ ...m, lang: 'de' }), ['warning missing-captions media.tracks']],
  [
    'a price of a currency that is none',
    (m) => ({ ...m, products: [{ ...mug(), price: { minor: 1, currency: 'XXQ' } }, mug('cup')] }),
    ['error price products[0].price.currency'],
  ],
  [
    'a price with decimals, and with it the product and its hotspot',
    (m) => ({ ...m, products: [{ ...mug(), price: { minor: 19.5, currency: 'EUR' } }, mug('cup')] }),
    ['error price products[0].price.minor', 'error unknown-product hotspots[0].product'],
  ],
  [
    'a former price below the price',
    (m) => ({ ...m, products: [{ ...mug(), price: { minor: 2, compareAtMinor: 1, currency: 'EUR' } }, mug('cup')] }),
    ['error price products[0].price.compareAtMinor'],
  ],
  [
    'a price of nothing, and a reduction by nothing',
    (m) => ({ ...m, products: [{ ...mug(), price: { minor: 0, compareAtMinor: 0, currency: 'EUR' } }, mug('cup')] }),
    ['warning price products[0].price.minor', 'warning price products[0].price.compareAtMinor'],
  ],
  [
    'a bundle that saves nothing',
    (m) => ({
      ...m,
      products: [{ ...mug(), bundles: [{ id: 'b', products: ['mug', 'cup'], priceMinor: 3800 }] }, mug('cup')],
    }),
    ['warning price products[0].bundles[0].priceMinor'],
  ],
  ['an address that is no web address', (m) => ({ ...m, poster: 'javascript:alert(1)' }), ['error url poster']],
  ['a picture by http:', (m) => ({ ...m, poster: 'http://shop.test/poster.jpg' }), ['warning url poster']],
  [
    'a product whose link leads nowhere',
    (m) => ({ ...m, products: [{ ...mug(), url: '#' }, mug('cup')] }),
    ['warning url products[0].url'],
  ],
  [
    'a playlist that is typed as a file',
    (m) => ({ ...m, media: { ...m.media, sources: [{ src: 'a.m3u8', type: 'video/mp4' }] } }),
    ['warning url media.sources[0].type'],
  ],
  [
    'a hotspot of no product',
    (m) => ({ ...m, hotspots: [spot(0.3, 0.5, 'teapot')] }),
    ['error unknown-product hotspots[0].product'],
  ],
  [
    'key frames in disorder',
    (m) => ({
      ...m,
      hotspots: [
        {
          ...spot(0, 0),
          keyframes: [
            { t: 4, x: 0.5, y: 0.5 },
            { t: 2, x: 0.4, y: 0.5 },
          ],
        },
      ],
    }),
    ['warning unsorted hotspots[0].keyframes'],
  ],
  ['an unknown key', (m) => ({ ...m, colour: 'red' }), ['error left-out colour']],
  [
    'a place after hotspots and products that were left out and put in order',
    (m) => ({
      ...m,
      products: [{ id: 'broken' }, { ...mug(), media: [{ role: 'angle', src: 'a.jpg', alt: '' }] }],
      hotspots: [{ product: 'broken' }, spot(0.3, 0.5, 'mug', 20, 26), spot(0.03, 0.5)],
    }),
    [
      'error left-out products[0].name',
      'error url products[0].url',
      'error price products[0].price',
      'error left-out hotspots[0].start',
      'error left-out hotspots[0].end',
      'error left-out hotspots[0].keyframes',
      'warning small-target hotspots[2].keyframes',
      'warning missing-alt products[1].media[0].alt',
    ],
  ],
  [
    'nothing that plays',
    (m) => ({ ...m, version: 2, media: { sources: [] } }),
    ['error left-out version', 'error left-out media.sources'],
  ],
  ['a list', () => [], ['error left-out ']],
  ['null', () => null, ['error left-out ']],
];

for (const [what, spoil, wanted] of CASES) test(`${what}`, () => assert.deepEqual(found(spoil(clean())), wanted));

const withArms = (...arms: object[]) => ({
  ...clean(),
  experiment: { id: 'cut', arms: [{ id: 'a', weight: 1 }, ...arms] },
});

test('an arm whose patch holds has no findings', () =>
  assert.deepEqual(found(withArms({ id: 'b', weight: 1, patch: { title: 'Coffee, short' } })), []));

for (const [what, arm, wanted] of [
  [
    'a patch that names no product',
    { id: 'b', weight: 1, patch: { hotspots: [spot(0.3, 0.5, 'mugg'), spot(0.7, 0.5, 'cup')] } },
    ['error broken-arm experiment.arms[1].patch'],
  ],
  [
    'a patch that takes the film out',
    { id: 'b', weight: 1, patch: { media: null } },
    ['error broken-arm experiment.arms[1].patch'],
  ],
  [
    'a patch of what arms must have in common',
    { id: 'b', weight: 1, patch: { id: 'tea' } },
    ['error broken-arm experiment.arms[1].patch.id'],
  ],
  ['two arms of one name', { id: 'a', weight: 1 }, ['error broken-arm experiment.arms[1].id']],
] as const)
  test(what, () => assert.deepEqual(found(withArms(arm)), wanted));

test('what a patch breaks is named by its place in the patched manifest', () => {
  const [finding] = lintManifest(withArms({ id: 'b', weight: 1, patch: { products: { cup: { name: 7 } } } }), BASE);
  assert.equal(finding!.message, 'of the arm "b" breaks products[1].name, which must be a string, is a number');
});

test('a finding says what is wrong, with its figures, and what to do', () => {
  const manifest: ManifestInput = { ...clean(), hotspots: [spot(0.3, 0.5, 'mug', 2, 4)] };
  const [finding] = lintManifest(manifest, BASE);
  assert.equal(finding!.message, 'is shown for 2.00 s, and to reach it takes 2.65 s');
  assert.match(finding!.cure, /longer/);
});

test('a crowd gets one line each, and soon', () => {
  const hotspots = Array.from({ length: 400 }, () => spot(0.5, 0.5));
  const started = performance.now();
  const findings = lintManifest({ ...clean(), hotspots }, BASE);
  for (const code of ['overlap', 'covered'])
    assert.equal(findings.filter((finding) => finding.code === code).length, 399, code);
  assert.match(findings.find(({ code }) => code === 'overlap')!.message, /and 398 others$/);
  assert.ok(performance.now() - started < 10_000);
});
