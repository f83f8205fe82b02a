import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Validator from '@adobe/structured-data-validator';
import { Window } from 'happy-dom';
import { createFallback, type FallbackOptions, renderFallback } from '../../../../src/tools/fallback/index.js';
import { sample } from '../../schema/sample.js';
import { VOCABULARY } from './vocabulary.js';

const OPTIONS: FallbackOptions = {
  manifestUrl: '/videos/coffee.json',
  pageUrl: 'https://shop.test/coffee#top',
  uploadDate: '2026-05-01T09:00:00Z',
};

/** What a browser without a script makes of the markup. */
function pageOf(manifest: unknown, options: Partial<FallbackOptions> = {}) {
  const { document } = new Window({ url: 'https://shop.test/coffee' });
  document.body.innerHTML = renderFallback(manifest, { ...OPTIONS, ...options });
  return document;
}

const pictured = (product: object) => ({ media: [{ role: 'angle', src: 'p.jpg', alt: 'It' }], ...product });

type Node = Record<string, unknown> & { '@type': string };
const graphOf = (manifest: unknown, options: Partial<FallbackOptions> = {}) =>
  createFallback(manifest, { ...OPTIONS, ...options }).jsonLd['@graph'] as Node[];

test('poster, and a link with its price for each product', () => {
  const document = pageOf(sample());
  const player = document.querySelector('shoppable-video')!;
  assert.equal(player.getAttribute('manifest'), '/videos/coffee.json');
  const poster = player.querySelector('img[slot=poster]')!;
  assert.equal(poster.getAttribute('src'), 'https://shop.test/videos/coffee.jpg');
  assert.deepEqual([poster.getAttribute('width'), poster.getAttribute('height')], ['1280', '720']);
  const links = [...player.querySelectorAll('li')].map((item) => [
    item.querySelector('a')!.getAttribute('href'),
    item.textContent,
  ]);
  assert.deepEqual(links, [
    ['https://shop.test/p/mug', 'Stoneware mug From €19.00'],
    ['https://shop.test/p/kettle', 'Kettle €89.00'],
    ['https://other.test/cup', 'Cup €9.00'],
  ]);
  assert.equal(
    player.querySelector('p a')!.getAttribute('href'),
    'https://shop.test/videos/coffee.mp4',
    'the film itself',
  );
});

test('prices by the language of the film, or of the page; words in it too', () => {
  const german = { ...sample(), lang: 'de' };
  assert.match(pageOf(german).querySelectorAll('li')[1]!.textContent, /^Kettle 89,00\s€$/);
  const yen = { ...sample(), products: [{ ...sample().products[1], price: { minor: 1900, currency: 'JPY' } }] };
  assert.match(pageOf(yen, { locale: 'ja' }).querySelector('li')!.textContent, /^Kettle \D1,900$/);
  const text = { products: 'Alles im Film', priceFrom: 'ab {price}' };
  const document = pageOf(german, { text });
  assert.match(document.querySelector('li')!.textContent, /^Stoneware mug ab 19,00\s€$/);
  assert.equal(document.querySelector('ul')!.getAttribute('aria-label'), 'Alles im Film');
});

test('attributes, a nonce, and the shape of the picture', () => {
  const attributes = { beacon: '/v1/beacons', muted: true, loop: false, manifest: 'other.json', 'data-x': '"<' };
  const html = renderFallback({ ...sample(), aspect: '9:16' }, { ...OPTIONS, attributes, nonce: 'abc"' });
  assert.match(html, /<style nonce="abc&quot;">/);
  assert.match(html, /\[manifest="\/videos\/coffee\.json"\]\{aspect-ratio:9\/16\}/);
  assert.match(
    html,
    /<shoppable-video beacon="\/v1\/beacons" muted manifest="\/videos\/coffee\.json" data-x="&quot;&lt;">/,
  );
  assert.match(html, /width="1280" height="2276"/);
});

test('the film and its products by schema.org', () => {
  const [film, mug, kettle] = graphOf(sample()) as [Node, Node, Node];
  assert.deepEqual(film, {
    '@type': 'VideoObject',
    name: 'Coffee corner',
    description: 'Three things for a better morning.',
    thumbnailUrl: 'https://shop.test/videos/coffee.jpg',
    uploadDate: '2026-05-01T09:00:00Z',
    duration: 'PT30S',
    contentUrl: 'https://shop.test/videos/coffee.mp4',
    inLanguage: 'en',
    hasPart: sample().segments.map(({ label, start, end }) => ({
      '@type': 'Clip',
      name: label,
      startOffset: start,
      endOffset: end,
      url: `https://shop.test/coffee#t=${start}`,
    })),
  });
  assert.deepEqual(mug.brand, { '@type': 'Brand', name: 'Claymen' });
  assert.deepEqual(mug.aggregateRating, {
    '@type': 'AggregateRating',
    ratingValue: 4.6,
    ratingCount: 321,
    bestRating: 5,
  });
  assert.deepEqual(mug.offers, [
    {
      '@type': 'Offer',
      name: 'Sand',
      sku: 'MUG-S',
      price: '19.00',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/LimitedAvailability',
      url: 'https://shop.test/p/mug',
    },
    {
      '@type': 'Offer',
      name: 'Ink',
      price: '21.00',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/LimitedAvailability',
      url: 'https://shop.test/p/mug',
    },
  ]);
  assert.deepEqual(kettle.offers, {
    '@type': 'Offer',
    price: '89.00',
    priceCurrency: 'EUR',
    availability: 'https://schema.org/InStock',
    url: 'https://shop.test/p/kettle',
  });
});

test('prices by the currency’s own digits, stock in schema.org’s words, durations by ISO 8601', () => {
  const product = (extra: object) => ({
    id: 'p',
    name: 'P',
    url: '/p',
    price: { minor: 1, currency: 'EUR' },
    ...extra,
  });
  const offerOf = (extra: object) =>
    graphOf({ ...sample(), hotspots: [], products: [product(extra)] })[1]!.offers as Node;
  for (const [minor, currency, price] of [
    [1900, 'JPY', '1900'],
    [1250, 'KWD', '1.250'],
    [5, 'EUR', '0.05'],
  ] as const)
    assert.equal(offerOf({ price: { minor, currency } }).price, price);
  for (const [availability, said] of [
    ['preorder', 'PreOrder'],
    ['out-of-stock', 'OutOfStock'],
    ['low-stock', 'LimitedAvailability'],
  ])
    assert.equal(offerOf({ availability }).availability, `https://schema.org/${said}`);
  assert.equal(offerOf({ stock: 0 }).availability, 'https://schema.org/OutOfStock');
  for (const [duration, iso] of [
    [0.5, 'PT0.5S'],
    [60, 'PT1M'],
    [3661.25, 'PT1H1M1.25S'],
  ])
    assert.equal(graphOf({ ...sample(), duration })[0]!.duration, iso);
});

for (const [what, manifest, manifestUrl] of [
  ['the sample', { ...sample(), products: sample().products.map(pictured) }, '/videos/coffee.json'],
  ['the demo', JSON.parse(readFileSync('demo/media/coffee/manifest.json', 'utf8')), '/media/coffee/manifest.json'],
] as const)
  test(`${what} holds by schema.org’s vocabulary and the rules of Google’s rich results`, async () => {
    const { warnings } = createFallback(manifest, { ...OPTIONS, manifestUrl });
    assert.deepEqual(
      warnings.filter((line) => !line.includes('Left out')),
      [],
    );
    const jsonld: Record<string, Node[]> = {};
    for (const node of graphOf(manifest, { manifestUrl })) {
      jsonld[node['@type']] = [...(jsonld[node['@type']] ?? []), { '@context': 'https://schema.org', ...node }];
    }
    assert.deepEqual(Object.keys(jsonld), ['VideoObject', 'Product']);
    const validator = new Validator(VOCABULARY);
    const issues = await validator.validate({ jsonld, microdata: {}, rdfa: {} });
    const told = issues.filter(({ severity, errorType }) => severity === 'ERROR' || errorType === 'schemaOrg');
    assert.deepEqual(
      told.map(({ issueMessage, path }) => [issueMessage, JSON.stringify(path)]),
      [],
    );
  });

test('the validator finds what is missing', async () => {
  const bare = { '@context': 'https://schema.org', '@type': 'VideoObject', name: 'Film', colour: 'red' };
  const issues = await new Validator(VOCABULARY).validate({ jsonld: { VideoObject: [bare] }, microdata: {}, rdfa: {} });
  const told = issues.filter(({ severity, errorType }) => severity === 'ERROR' || errorType === 'schemaOrg');
  assert.deepEqual(told.map(({ fieldNames }) => fieldNames[0]).sort(), ['colour', 'thumbnailUrl', 'uploadDate']);
});

test('nothing in a manifest breaks out of the markup', () => {
  const evil = '</script></style><script>alert(1)</script><!--"\'\u2028&amp;';
  const manifest = {
    ...sample(),
    title: evil,
    description: evil,
    products: [{ id: 'p', name: evil, brand: evil, url: `/p?${evil}`, price: { minor: 1, currency: 'EUR' } }],
    hotspots: [],
  };
  const options = { manifestUrl: `/v/${encodeURI('a')}"]{}</style>.json` };
  const document = pageOf(manifest, options);
  assert.equal(document.querySelectorAll('script').length, 1);
  assert.equal(document.querySelectorAll('style').length, 1);
  assert.equal(document.querySelector('li a')!.textContent, evil);
  const script = document.querySelector('script')!;
  assert.equal(script.type, 'application/ld+json');
  assert.equal(JSON.parse(script.textContent)['@graph'][0].name, evil);
  assert.doesNotMatch(script.textContent, /[<>&\u2028]/);
  assert.equal(document.querySelector('shoppable-video')!.getAttribute('manifest'), options.manifestUrl);
});

test('what is left out, and what search engines will miss, is told; bad input is refused with the cure', () => {
  const { poster, ...rest } = sample();
  const { warnings } = createFallback(
    { ...rest, colour: 'red' },
    { manifestUrl: 'https://shop.test/m.json', uploadDate: 'May' },
  );
  assert.ok(poster);
  assert.deepEqual(
    warnings
      .map((line) => /colour|poster|upload date|page’s address|Kettle has no picture/.exec(line)?.[0])
      .filter(Boolean),
    ['colour', 'poster', 'upload date', 'page’s address', 'Kettle has no picture'],
  );
  assert.throws(() => renderFallback(sample(), { manifestUrl: '/m.json' }), /absolute http\(s\) address.*"\/m\.json"/);
  assert.throws(() => renderFallback(sample(), { manifestUrl: 'file:///m.json' }), TypeError);
  assert.throws(() => renderFallback({}, OPTIONS), /manifest cannot be played.*version is missing/);
  assert.throws(() => renderFallback('<html>', OPTIONS), SyntaxError);
  assert.equal(renderFallback(JSON.stringify(sample()), OPTIONS), renderFallback(sample(), OPTIONS), 'a text will do');
});

test('the example of the README does what it says', async () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, code = ''] = /<!-- example: fallback -->\n```js\n([\s\S]*?)\n```/.exec(readme) ?? [];
  const module = code.replace(/^import .*$/m, '').replace('export const film =', 'return');
  const film = new Function('renderFallback', module)(renderFallback);
  assert.match(film(sample()), /<shoppable-video beacon="\/v1\/beacons" manifest="\/videos\/coffee\.json">/);
});
