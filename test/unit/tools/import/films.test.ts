import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importing } from './importing.js';

test('Cloudinary: moments within a product’s time are key frames of one hotspot, others hotspots of their own', () => {
  const names = new Map([
    ['11', 'MUG-T'],
    ['12', 'brass-lamp'],
  ]);
  const { manifest, warnings } = importing(
    'cloudinary',
    { file: 'cloudinary.json', products: 'products.json' },
    { currency: 'EUR', names },
  );
  assert.equal(manifest.title, 'In the kitchen');
  assert.deepEqual(manifest.media.sources, [
    {
      src: 'https://res.cloudinary.com/shop/video/upload/sp_auto/films/kitchen.m3u8',
      type: 'application/vnd.apple.mpegurl',
    },
    { src: 'https://res.cloudinary.com/shop/video/upload/films/kitchen.mp4', type: 'video/mp4' },
  ]);
  assert.deepEqual(
    manifest.products!.map(({ id }) => id),
    ['7001', '7002'],
    'the feed’s numbers, which its cart wants',
  );
  assert.deepEqual(manifest.hotspots, [
    {
      product: '7001',
      start: 2,
      end: 9,
      keyframes: [
        { t: 3, x: 0.42, y: 0.61 },
        { t: 7, x: 0.5, y: 0.6 },
      ],
    },
    { product: '7001', start: 65, end: 68, keyframes: [{ t: 65, x: 0.2, y: 0.3 }] },
  ]);
  for (const told of [
    'shoppable has no equal for startState, autoClose',
    'shoppable.products[0].hotspots tells of a moment, 65 s; it is shown for 3 s',
    'shoppable.products[1] is in the film from 4 to 8 s, without a place in the picture',
    'shoppable.products[2].productId is missing; the product is left out',
    'shoppable.products[3].hotspots[0].time is no time: "soon"',
    'shoppable.products[3].hotspots[1].x lies outside the picture, 130 %',
    'product 13 has no url, no price, and is left out; a feed in --products may have it',
  ])
    assert.ok(warnings.includes(told), told);
});

test('Cloudinary: the products array alone, and what plays given beside it', () => {
  const products = [
    {
      productId: 'mug',
      productName: 'Mug',
      startTime: 0,
      endTime: 4,
      hotspots: [{ time: 1, x: 50, y: '50%', clickUrl: '/p/mug' }],
    },
  ];
  const { manifest, warnings } = importing(
    'cloudinary',
    { text: JSON.stringify({ products }) },
    { media: ['film.webm'] },
  );
  assert.deepEqual(manifest.media.sources, [{ src: 'film.webm', type: 'video/webm' }]);
  assert.ok(warnings.some((line) => line.startsWith('product mug has no price')));
});

test('interaction areas: centre and box from percents, held until a cue and gliding while it lasts', () => {
  const { manifest, warnings } = importing(
    'cloudinary-areas',
    { file: 'areas.vtt', products: 'merchant.xml' },
    { media: ['film.mp4'], title: 'Areas' },
  );
  assert.deepEqual(manifest.hotspots, [
    {
      product: 'mug',
      start: 1,
      end: 5,
      keyframes: [
        { t: 1, x: 0.2, y: 0.35, w: 0.2, h: 0.3 },
        { t: 3, x: 0.2, y: 0.35, w: 0.2, h: 0.3 },
        { t: 5, x: 0.4, y: 0.35, w: 0.2, h: 0.3 },
      ],
    },
    { product: 'mug', start: 8, end: 10.5, keyframes: [{ t: 8, x: 0.5, y: 0.5, w: 0.2, h: 0.2 }] },
  ]);
  for (const told of [
    'the file has cues without sensible times, 1; they are left out',
    'cue at 8 s, [1] has no id and is left out',
    'cue at 11 s holds no JSON',
    'product lamp has no name, no url, no price, and is left out; a feed in --products may have it',
  ])
    assert.ok(warnings.includes(told), told);
});

test('Scaleflex: motion, product, choice, chapters', () => {
  const { manifest, warnings } = importing('scaleflex', { file: 'scaleflex.json' });
  assert.equal(manifest.title, 'The living room');
  assert.equal(manifest.onOpen, 'play');
  assert.deepEqual(manifest.segments, [
    { id: 'door', label: 'At the door', start: 0, end: 10 },
    { id: 'sofa', label: 'On the sofa', start: 10, end: 20 },
  ]);
  const [bag, ...others] = manifest.products!;
  assert.equal(others.length, 0);
  assert.deepEqual(bag!.price, { minor: 8950, compareAtMinor: 11_000, currency: 'EUR' });
  assert.equal(bag!.description, 'Waxed & washed.');
  assert.equal(bag!.media!.length, 2, 'the same picture once');
  assert.deepEqual(bag!.options, [
    {
      name: 'color',
      values: [
        { value: 'Sand', swatch: '#d8c8a0' },
        { value: 'Ink', swatch: '#223344' },
      ],
    },
  ]);
  assert.deepEqual(bag!.variants![1], {
    id: 'bag-ink',
    options: ['Ink'],
    price: { minor: 9500, currency: 'EUR' },
    availability: 'out-of-stock',
  });
  const [moving, still] = manifest.hotspots!;
  assert.equal(moving!.easing, 'smooth');
  assert.deepEqual(
    moving!.keyframes.map(({ t, x }) => [t, x]),
    [
      [12, 0.65],
      [15, 0.55],
      [18, 0.7],
    ],
  );
  assert.equal(still!.product, 'BAG-1', 'a second hotspot of one product');
  for (const told of [
    'the configuration has no equal for theme',
    'hotspots[0].data has no equal for badge',
    'hotspots[2].data.price names no currency: "$349"; say it with --currency',
    'hotspots[4] has no place in the picture and is left out',
    'chapters[2] has no id, title or start, or nothing says when it ends; it is left out',
  ])
    assert.ok(warnings.includes(told), told);
});

test('Scaleflex: dollars are dollars only when it is said which; a list of hotspots alone will do', () => {
  const hotspot = {
    id: 'shoes',
    x: 30,
    y: '85%',
    startTime: 3,
    endTime: 9,
    label: 'Shoes',
    data: {
      title: 'Shoes',
      price: '$1,349.50',
      url: '/p/shoes',
      variants: [
        { id: 'a', type: 'size', label: '41' },
        { id: 'b', type: 'color', label: 'Red' },
      ],
    },
  };
  const { manifest, warnings } = importing(
    'scaleflex',
    { text: JSON.stringify([hotspot]) },
    { media: ['film.mp4'], currency: 'CAD', title: 'Shoes', id: 'shoes-film' },
  );
  assert.deepEqual(manifest.products![0]!.price, { minor: 134_950, currency: 'CAD' });
  assert.equal(manifest.id, 'shoes-film');
  assert.equal(manifest.products![0]!.variants, undefined);
  assert.deepEqual(warnings, [
    'hotspots[0].data.variants has size and color, and not which of them there are together; the choice is left out',
  ]);
});

test('a film on a service that only its own player plays needs a file', () => {
  const text = JSON.stringify({ src: 'https://youtu.be/dQw4w9WgXcQ', hotspots: [] });
  assert.throws(() => importing('scaleflex', { text }), /give its address with --media/);
});
