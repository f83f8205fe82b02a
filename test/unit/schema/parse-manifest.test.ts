import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ShoppableError } from '../../../src/errors.js';
import { parseManifest } from '../../../src/schema/parse-manifest.js';
import { BASE, loose, sample } from './sample.js';

/** Parses the sample after `spoil` had it, and gives the warnings as `path: what`. */
function parse(spoil: (manifest: ReturnType<typeof loose>) => void) {
  const input = loose(sample());
  spoil(input);
  const { manifest, warnings } = parseManifest(input, BASE);
  for (const warning of warnings) assert.equal(warning.code, 'manifest-warning');
  return { manifest, warnings, told: warnings.map((one) => `${one.path}: ${one.message.match(/\((.*)\)$/)?.[1]}`) };
}

const refused = (input: unknown) => {
  let message = '';
  assert.throws(
    () => parseManifest(input, BASE),
    (error) => {
      assert.ok(error instanceof ShoppableError);
      assert.equal(error.code, 'manifest-invalid');
      message = error.message;
      return true;
    },
  );
  return message;
};

describe('a manifest without a fault', () => {
  it('parses without a warning and is left as it was', () => {
    const input = sample();
    const before = structuredClone(input);
    const { manifest, warnings } = parseManifest(input, BASE);
    assert.deepEqual(warnings, []);
    assert.deepEqual(input, before);
    assert.equal(manifest.products.length, 3);
    assert.equal(manifest.hotspots.length, 3);
    assert.deepEqual(manifest.custom, { mood: 'warm' });
  });

  it('gets its defaults, in lists of its own', () => {
    const least = {
      version: 1,
      id: 'a',
      title: 'A',
      media: { sources: [{ src: 'a.mp4', type: 'video/mp4' }] },
    };
    const first = parseManifest(least, BASE).manifest;
    assert.deepEqual([first.products, first.hotspots, first.segments, first.media.tracks], [[], [], [], []]);
    assert.equal(first.onOpen, 'pause');
    first.products.push(loose({}));
    assert.deepEqual(parseManifest(least, BASE).manifest.products, []);
  });

  it('takes hotspots in the order of their start, each with an id', () => {
    const { manifest } = parse((m) => m.hotspots.reverse());
    assert.deepEqual(
      manifest.hotspots.map(({ id, start }) => [id, start]),
      [
        ['h-kettle', 2],
        ['mug-1', 3],
        ['cup-0', 12],
      ],
    );
  });

  it('makes an id that nobody else has, and that beacons can carry', () => {
    const long = 'p'.repeat(200);
    const { manifest } = parse((m) => {
      m.hotspots[0].id = 'mug-1';
      m.products[2].id = long;
      m.products[0].alternates = [];
      m.hotspots[2].product = long;
    });
    const ids = manifest.hotspots.map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.ok(ids.every((id) => id.length <= 200));
  });

  it('holds whatever text there is', () => {
    const name = `\ud800 \u202Egnp.exe ${'長'.repeat(4000)} </script> \u0000`;
    const { manifest, told } = parse((m) => {
      m.products[0].name = name;
      m.title = name;
    });
    assert.deepEqual(told, []);
    assert.equal(manifest.products[0]?.name, name);
  });

  it('reads a frozen manifest', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const input = loose(sample());
    input.hotspots[0].keyframes.reverse();
    input.products[1].colour = 'red';
    assert.equal(parseManifest(freeze(input), BASE).warnings.length, 2);
  });
});

describe('unknown keys', () => {
  it('are named and left out, and the rest of their object stays', () => {
    const { manifest, told } = parse((m) => {
      m.products[2].colour = 'white';
      m.sound = true;
      m.products[0].options[0].values[1].hex = '#fff';
      m.hotspots[0].keyframes[1]['a b'] = 1;
    });
    assert.deepEqual(told.sort(), [
      'hotspots[0].keyframes[1]["a b"]: is not a known key',
      'products[0].options[0].values[1].hex: is not a known key',
      'products[2].colour: is not a known key',
      'sound: is not a known key',
    ]);
    assert.equal(manifest.products[2]?.name, 'Cup');
    assert.ok(!('colour' in manifest.products[2]!));
    assert.equal(manifest.hotspots[0]?.keyframes[1]?.x, 0.3);
    assert.deepEqual(manifest.products[0]?.options[0]?.values[1], { value: 'Ink', swatch: '#223' });
  });

  it('may be anything under custom, and $schema is no unknown key', () => {
    const { told } = parse((m) => {
      m.$schema = './schema.json';
      m.custom = { constructor: 1, a: { b: { c: [{}] } } };
    });
    assert.deepEqual(told, []);
  });

  it('named __proto__ or constructor pollute nothing', () => {
    const input = JSON.parse(
      JSON.stringify(sample()).replace(
        '"id":"kettle"',
        '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"kettle"',
      ),
    );
    input.custom = JSON.parse('{"__proto__":{"polluted":1},"a":1}');
    input.hotspots[0].aspects = JSON.parse('{"__proto__":[{"t":0,"x":0,"y":0}],"9:16":[{"t":0,"x":0,"y":0}]}');
    const { manifest, warnings } = parseManifest(input, BASE);
    assert.deepEqual(warnings.map(({ path }) => path).sort(), ['products[1].__proto__', 'products[1].constructor']);
    assert.equal(loose({}).polluted, undefined);
    assert.equal(loose(manifest.products[1]).polluted, undefined);
    assert.equal(loose(manifest.custom).polluted, undefined);
    assert.deepEqual(Object.keys(manifest.hotspots[0]?.aspects ?? {}), ['9:16']);
  });

  it('that an old script put on Object.prototype do not stop the parser', () => {
    Object.defineProperty(Object.prototype, 'extend', {
      value: () => {},
      enumerable: true,
      configurable: true,
      writable: true,
    });
    try {
      const { manifest } = parseManifest(JSON.parse(JSON.stringify(sample())), BASE);
      assert.equal(manifest.products.length, 3);
    } finally {
      delete loose(Object.prototype).extend;
    }
  });
});

describe('one bad part', () => {
  const rows: [
    what: string,
    spoil: (m: ReturnType<typeof loose>) => void,
    told: string[],
    left: (m: ReturnType<typeof loose>) => unknown,
  ][] = [
    [
      'key frame',
      (m) => (m.hotspots[0].keyframes[1].x = 2),
      ['hotspots[0].keyframes[1].x: must be at most 1, is 2'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'start',
      (m) => (m.hotspots[2].start = -1),
      ['hotspots[2].start: must be at least 0, is -1'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'no key frame',
      (m) => (m.hotspots[2].keyframes = []),
      ['hotspots[2].keyframes: must not be empty, is a list'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'easing',
      (m) => (m.hotspots[0].easing = 'bouncy'),
      ['hotspots[0].easing: must be one of linear, smooth, is "bouncy"'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'target',
      (m) => (m.hotspots[2].target = []),
      ['hotspots[2].target: must be a number, is a list'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'ratio',
      (m) => (m.hotspots[0].aspects = { tall: [{ t: 0, x: 0, y: 0 }] }),
      ['hotspots[0].aspects.tall: must be named by a ratio such as 9:16'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'price',
      (m) => (m.products[2].price.minor = 9.5),
      [
        'products[2].price.minor: must be a whole number, is 9.5',
        'products[0].alternates[0]: must name one of the products, is "cup"',
        'hotspots[2].product: must name one of the products, is "cup"',
      ],
      (m) => m.products.length === 2 && m.hotspots.length === 2 && m.products[0].alternates.length === 0,
    ],
    [
      'currency',
      (m) => (m.products[0].price.currency = 'euro'),
      [
        'products[0].price.currency: must be an ISO 4217 code such as EUR, is "euro"',
        'hotspots[1].product: must name one of the products, is "mug"',
      ],
      (m) => m.products.length === 2,
    ],
    [
      'option',
      (m) => (m.products[0].options[0].values[0] = 5),
      [
        'products[0].options[0].values[0]: must be an object, is a number',
        'hotspots[1].product: must name one of the products, is "mug"',
      ],
      (m) => m.products.length === 2,
    ],
    [
      'product that is no object',
      (m) => m.products.push('kettle'),
      ['products[3]: must be an object, is a string'],
      (m) => m.products.length === 3,
    ],
    [
      'missing name',
      (m) => m.products.push({ id: 'x', url: '/', price: { minor: 1, currency: 'EUR' } }),
      ['products[3].name: is missing'],
      (m) => m.products.length === 3,
    ],
    [
      'article number, without which the wrong thing might be sold',
      (m) => (m.products[0].sku = 5),
      [
        'products[0].sku: must be a string, is a number',
        'hotspots[1].product: must name one of the products, is "mug"',
      ],
      (m) => m.products.length === 2,
    ],
    [
      'media',
      (m) => (m.products[0].media[0].role = 'front'),
      [
        'products[0].media[0].role: must be one of angle, closeup, scale, lifestyle, lighting, tryon, compare, is "front"',
      ],
      (m) => m.products[0].media.length === 1,
    ],
    [
      'rating',
      (m) => (m.products[0].rating.value = 11),
      ['products[0].rating.value: must be at most 5, is 11'],
      (m) => m.products[0].rating === undefined,
    ],
    [
      'brand',
      (m) => (m.products[0].brand = 7),
      ['products[0].brand: must be a string, is a number'],
      (m) => m.products[0].name === 'Stoneware mug',
    ],
    [
      'variant',
      (m) => (m.products[0].variants[0].stock = '4'),
      ['products[0].variants[0].stock: must be a number, is a string'],
      (m) => m.products[0].variants.length === 1,
    ],
    [
      'former price',
      (m) => (m.products[0].price.compareAtMinor = null),
      ['products[0].price.compareAtMinor: must be a number, is null'],
      (m) => m.products[0].price.minor === 1900 && !('compareAtMinor' in m.products[0].price),
    ],
    ['poster', (m) => (m.poster = {}), ['poster: must be a string, is an object'], (m) => m.poster === undefined],
    [
      'experiment',
      (m) => (m.experiment.arms[0].weight = 'half'),
      ['experiment.arms[0].weight: must be a number, is a string'],
      (m) => m.experiment === undefined,
    ],
    [
      'list',
      (m) => (m.hotspots = { 0: {} }),
      ['hotspots: must be a list, is an object'],
      (m) => m.hotspots.length === 0,
    ],
    [
      'source',
      (m) => (m.media.sources[0].src = 5),
      ['media.sources[0].src: must be a string, is a number'],
      (m) => m.media.sources.length === 1,
    ],
    [
      'track',
      (m) => (m.media.tracks[0].kind = 'subtitles'),
      ['media.tracks[0].kind: must be one of captions, chapters, descriptions, is "subtitles"'],
      (m) => m.media.tracks.length === 0,
    ],
    [
      'storyboard',
      (m) => (m.media.storyboard = 1),
      ['media.storyboard: must be a string, is a number'],
      (m) => m.media.sources.length === 2,
    ],
    [
      'segment',
      (m) => (m.segments[0].end = 0),
      ['segments[0].end: must be after the start, 0, is 0'],
      (m) => m.segments.length === 0,
    ],
    [
      'end',
      (m) => (m.hotspots[2].end = 12),
      ['hotspots[2].end: must be after the start, 12, is 12'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'seek',
      (m) => (m.hotspots[2].action = 'seek'),
      ['hotspots[2].target: must be seconds to seek to'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'product of a hotspot',
      (m) => (m.hotspots[0].product = 'pan'),
      ['hotspots[0].product: must name one of the products, is "pan"'],
      (m) => m.hotspots.length === 2,
    ],
    [
      'complement',
      (m) => (m.products[0].complements = ['pan', 'cup']),
      ['products[0].complements[0]: must name one of the products, is "pan"'],
      (m) => m.products[0].complements[0] === 'cup',
    ],
    [
      'bundle',
      (m) => m.products[0].bundles[0].products.push('pan'),
      ['products[0].bundles[0].products[2]: must name one of the products, is "pan"'],
      (m) => m.products[0].bundles.length === 0,
    ],
    [
      'count of options',
      (m) => m.products[0].variants[0].options.push('XL'),
      ['products[0].variants[0].options: must have one value per option, 1, has 2'],
      (m) => m.products[0].variants[0].id === 'mug-ink',
    ],
    [
      'value of an option',
      (m) => (m.products[0].variants[1].options = ['Red']),
      ['products[0].variants[1].options[0]: must be a value of its option, is "Red"'],
      (m) => m.products[0].variants.length === 1,
    ],
    [
      'lower former price',
      (m) => (m.products[0].price.compareAtMinor = 1),
      ['products[0].price.compareAtMinor: must be at least the price, 1900, is 1'],
      (m) => m.products[0].price.minor === 1900 && !('compareAtMinor' in m.products[0].price),
    ],
    [
      'lower former price of a variant',
      (m) => (m.products[0].variants[1].price.compareAtMinor = 1),
      ['products[0].variants[1].price.compareAtMinor: must be at least the price, 2100, is 1'],
      (m) => m.products[0].variants.length === 2,
    ],
    [
      'id of a product twice',
      (m) => m.products.push({ ...m.products[1], name: 'Other' }),
      ['products[3].id: must be unique, "kettle" stands further up'],
      (m) => m.products.length === 3 && m.products[1].name === 'Kettle',
    ],
    [
      'id of a variant twice',
      (m) => (m.products[0].variants[1].id = 'mug-sand'),
      ['products[0].variants[1].id: must be unique, "mug-sand" stands further up'],
      (m) => m.products[0].variants.length === 1,
    ],
    [
      'id of a hotspot twice',
      (m) => (m.hotspots[2].id = 'h-kettle'),
      ['hotspots[2].id: must be unique, "h-kettle" stands further up'],
      (m) => m.hotspots.length === 2,
    ],
  ];
  for (const [what, spoil, told, left] of rows) {
    it(`is left out with its path: ${what}`, () => {
      const parsed = parse(spoil);
      assert.deepEqual(parsed.told, told);
      assert.ok(left(parsed.manifest));
    });
  }

  it('keeps the paths of the author’s file when others before it are gone', () => {
    const { told } = parse((m) => {
      m.products.unshift(5, 6);
      m.products[2].media[0].role = 'front';
      m.products[2].media[1].src = 'javascript:1';
      m.hotspots.unshift({});
      m.hotspots[3].end = 1;
      m.hotspots[2].keyframes.push({ t: 1, x: 0, y: 0 });
    });
    assert.deepEqual(told, [
      'products[0]: must be an object, is a number',
      'products[1]: must be an object, is a number',
      'products[2].media[0].role: must be one of angle, closeup, scale, lifestyle, lighting, tryon, compare, is "front"',
      'hotspots[0].product: is missing',
      'hotspots[0].start: is missing',
      'hotspots[0].end: is missing',
      'hotspots[0].keyframes: is missing',
      'products[2].media[1].src: must be an http(s) or relative URL, is "javascript:1"',
      'hotspots[3].end: must be after the start, 12, is 1',
      'hotspots[2].keyframes: was not in the order of t and has been sorted',
    ]);
  });

  it('that is dropped does not hold its id against another', () => {
    const { manifest } = parse((m) => {
      m.hotspots.unshift({ ...m.hotspots[0], end: 0 });
      m.products.unshift({ ...m.products[1], url: 'javascript:1' });
    });
    assert.equal(manifest.hotspots.filter(({ id }) => id === 'h-kettle').length, 1);
    assert.equal(manifest.products.filter(({ id }) => id === 'kettle').length, 1);
  });
});

describe('key frames', () => {
  it('are put in order, in every aspect, with a warning', () => {
    const { manifest, told } = parse((m) => {
      m.hotspots[0].keyframes.reverse();
      m.hotspots[0].aspects['9:16'].unshift({ t: 9, x: 0, y: 0 });
    });
    assert.deepEqual(
      manifest.hotspots[0]?.keyframes.map(({ t }) => t),
      [2, 5],
    );
    assert.deepEqual(
      manifest.hotspots[0]?.aspects?.['9:16']?.map(({ t }) => t),
      [2, 9],
    );
    assert.deepEqual(told, [
      'hotspots[0].keyframes: was not in the order of t and has been sorted',
      'hotspots[0].aspects["9:16"]: was not in the order of t and has been sorted',
    ]);
  });

  it('of the same time: the last counts', () => {
    const { manifest, told } = parse((m) => m.hotspots[0].keyframes.push({ t: 5, x: 0.9, y: 0.9 }));
    assert.deepEqual(
      manifest.hotspots[0]?.keyframes.map(({ t, x }) => [t, x]),
      [
        [2, 0.2],
        [5, 0.9],
      ],
    );
    assert.deepEqual(told, ['hotspots[0].keyframes: has two key frames of the same t, the last of them counts']);
  });
});

describe('URLs', () => {
  it('are absolute, each of them', () => {
    const { manifest: m } = parse(
      (input) => (input.products[0].variants[0].media = [{ role: 'angle', src: 'v.jpg', alt: '' }]),
    );
    assert.equal(m.poster, 'https://shop.test/videos/coffee.jpg');
    assert.equal(m.next, 'https://shop.test/videos/tea.json');
    assert.equal(m.media.sources[0]?.src, 'https://shop.test/videos/coffee.m3u8');
    assert.equal(m.media.tracks[0]?.src, 'https://shop.test/videos/coffee.en.vtt');
    assert.equal(m.media.storyboard, 'https://shop.test/videos/coffee.storyboard.vtt');
    assert.equal(m.products[0]?.url, 'https://shop.test/p/mug');
    assert.equal(m.products[0]?.refresh, 'https://shop.test/p/mug.json');
    assert.equal(m.products[0]?.media[0]?.src, 'https://shop.test/videos/mug-1.jpg');
    assert.equal(m.products[0]?.variants[0]?.media[0]?.src, 'https://shop.test/videos/v.jpg');
    assert.equal(m.products[2]?.url, 'https://other.test/cup');
    assert.equal(m.hotspots[2]?.target, 'https://shop.test/p/cup');
    assert.equal(m.room?.url, 'https://shop.test/rooms');
    assert.equal(m.call?.url, 'https://shop.test/calls');
  });

  const HOSTILE = [
    'javascript:alert(1)',
    ' \t\n JaVaScRiPt:alert(1)',
    'java\nscript:1',
    '\u0001javascript:1',
    'data:text/html,x',
    'blob:https://a/b',
    'file:///etc/passwd',
    'vbscript:x',
    'VBScript:x',
    'ftp://a/b',
    'about:blank',
    'http://',
    'https://[',
    'mailto:a@b.c',
  ];
  const PLACES: [path: string, put: (m: ReturnType<typeof loose>, url: string) => void][] = [
    ['poster', (m, url) => (m.poster = url)],
    ['next', (m, url) => (m.next = url)],
    ['media.sources[1].src', (m, url) => (m.media.sources[1].src = url)],
    ['media.tracks[0].src', (m, url) => (m.media.tracks[0].src = url)],
    ['media.storyboard', (m, url) => (m.media.storyboard = url)],
    ['products[1].url', (m, url) => (m.products[1].url = url)],
    ['products[0].refresh', (m, url) => (m.products[0].refresh = url)],
    ['products[0].media[1].src', (m, url) => (m.products[0].media[1].src = url)],
    [
      'products[0].variants[0].media[0].src',
      (m, url) => (m.products[0].variants[0].media = [{ role: 'angle', src: url, alt: '' }]),
    ],
    ['hotspots[2].target', (m, url) => (m.hotspots[2].target = url)],
    ['room.url', (m, url) => (m.room.url = url)],
    ['call.url', (m, url) => (m.call.url = url)],
  ];
  for (const [path, put] of PLACES) {
    it(`that are hostile never survive: ${path}`, () => {
      for (const url of HOSTILE) {
        const { manifest, warnings } = parse((m) => put(m, url));
        assert.equal(warnings[0]?.path, path);
        assert.ok(!JSON.stringify(manifest).includes(JSON.stringify(url).slice(1, -1)), url);
      }
    });
  }

  it('resolve against nothing that is not http(s)', () => {
    assert.throws(() => parseManifest(sample(), 'file:///index.html'), /media\.sources\[0\]\.src must be an http/);
  });
});

describe('a manifest that cannot play', () => {
  it('is refused with every path', () => {
    const input = loose(sample());
    delete input.title;
    input.id = 5;
    input.media.sources = [{ src: 'javascript:1' }];
    input.hotspots[0].start = 'now';
    const message = refused(input);
    for (const path of [
      'title is missing',
      'id must be a string, is a number',
      'media.sources[0].type is missing',
      'hotspots[0].start must be a number',
    ]) {
      assert.ok(message.includes(path), `${path} in ${message}`);
    }
  });

  it('says which version it reads', () => {
    assert.match(
      refused({ ...sample(), version: 2 }),
      /version must be 1, the only version that this player reads, is 2/,
    );
  });

  it('names the sources that were all left out', () => {
    const input = loose(sample());
    input.media.sources = [
      { src: 'data:x', type: 'video/mp4' },
      { src: 'blob:x', type: 'video/mp4' },
    ];
    const message = refused(input);
    assert.ok(message.includes('media.sources[0].src') && message.includes('media.sources[1].src'));
    input.media.sources = [];
    assert.match(refused(input), /media\.sources must not be empty/);
    input.media.sources = [5];
    assert.match(refused(input), /media\.sources\[0\] must be an object, is a number/);
  });

  it('may be no object at all', () => {
    for (const input of [null, undefined, 1, 'x', true, [], [sample()]])
      assert.match(refused(input), /the manifest (must be an object|is missing)/);
  });

  it('stays readable when everything is wrong', () => {
    const input = loose(sample());
    input.hotspots = Array.from({ length: 10_000 }, () => 5);
    delete input.id;
    const message = refused(input);
    assert.ok(message.includes('id is missing'));
    assert.ok(message.length < 10_000);
  });
});

describe('10,000 hotspots', () => {
  const many = (spoil: (index: number) => object) => {
    const input = loose(sample());
    input.hotspots = Array.from({ length: 10_000 }, (_, index) => ({
      product: 'mug',
      start: index,
      end: index + 2,
      keyframes: [{ t: index, x: 0.5, y: 0.5 }],
      ...spoil(index),
    }));
    return parseManifest(input, BASE);
  };

  it('parse', () => {
    const { manifest, warnings } = many(() => ({}));
    assert.equal(manifest.hotspots.length, 10_000);
    assert.deepEqual(warnings, []);
  });

  it('with a fault each give a bounded number of warnings', () => {
    const { manifest, warnings } = many((index) => (index % 2 ? { end: 0 } : { colour: 'red' }));
    assert.equal(manifest.hotspots.length, 5000);
    assert.equal(warnings.length, 51);
    assert.match(warnings[50]!.message, /and 9950 more places/);
  });
});

describe('dimensions with a line on the picture', () => {
  const point = { x: 0.1, y: 0.2 };
  const read = (ends: object) => {
    const { manifest, told } = parse((m) => Object.assign(m.products[0].dimensions[0], ends));
    const { from, to, value } = manifest.products[0]!.dimensions[0]!;
    assert.equal(value, 9.5);
    return { from, to, told };
  };

  it('have both ends', () => {
    assert.deepEqual(read({ from: point, to: point }), { from: point, to: point, told: [] });
  });

  it('keep neither where one is missing or wrong', () => {
    const at = 'products[0].dimensions[0]';
    assert.deepEqual(read({ from: point }), {
      told: [`${at}.from: must have both ends or none`],
      from: undefined,
      to: undefined,
    });
    assert.deepEqual(read({ from: { x: 2, y: 0 }, to: point }), {
      told: [`${at}.from.x: must be at most 1, is 2`, `${at}.to: must have both ends or none`],
      from: undefined,
      to: undefined,
    });
  });
});

describe('a variant that is priced in another currency', () => {
  it('is left out', () => {
    const { manifest, told } = parse((m) => {
      m.products[0].variants[1].price.currency = 'USD';
    });
    assert.deepEqual(told, ['products[0].variants[1].price.currency: must be EUR, is "USD"']);
    assert.equal(manifest.products[0]!.variants.length, 1);
  });
});
