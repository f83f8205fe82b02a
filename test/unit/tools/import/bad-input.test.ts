import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FORMATS } from '../../../../src/tools/import/formats.js';
import { ImportError } from '../../../../src/tools/import/source.js';
import { fileOf, importing } from './importing.js';

const given = { media: ['film.mp4'], title: 'Film', currency: 'EUR' };
const FILES: Record<string, string> = {
  cloudinary: 'cloudinary.json',
  'cloudinary-areas': 'areas.vtt',
  scaleflex: 'scaleflex.json',
  'google-merchant': 'merchant.xml',
  shopify: 'products.json',
};
const HTML = '<!doctype html><html><head><title>Not found</title></head><body><p>Not here<br></p></body></html>';

const refused = (format: string, text: string) => {
  let message = '';
  assert.throws(
    () => importing(format, { text }, given),
    (error) => {
      assert.ok(error instanceof ImportError, String((error as Error).stack));
      message = error.message;
      return message.length > 20;
    },
  );
  return message;
};

for (const format of Object.keys(FORMATS)) {
  test(`${format}: nothing, a page of HTML, half a file, bytes that are no text`, () => {
    const whole = fileOf(FILES[format]!);
    refused(format, '');
    refused(format, HTML);
    refused(format, '\u0000\u0001\ufffd\ufffd');
    // A WebVTT that was cut off is one that ends sooner.
    if (format !== 'cloudinary-areas') refused(format, whole.slice(0, whole.length / 2));
  });
  test(`${format}: the files of the other formats`, () => {
    for (const [other, file] of Object.entries(FILES))
      if (other !== format && !(format === 'cloudinary' && other === 'shopify')) refused(format, fileOf(file));
  });
}

test('a catalogue that is taken for a configuration has products without ids', () => {
  const { manifest, warnings } = importing('cloudinary', { file: 'products.json' }, given);
  assert.deepEqual(manifest.products, []);
  assert.ok(warnings.some((line) => line.includes('productId is missing')));
});

test('what is wrong is said with its place', () => {
  assert.match(refused('google-merchant', '<rss><channel>\n<item></rss>'), /line 2, column/);
  assert.match(refused('scaleflex', '{"hotspots": [}'), /no JSON/);
  assert.match(refused('google-merchant', 'name\tprice\nmug\t3 EUR'), /no column `id`/);
  assert.throws(() => importing('shopify', { file: 'products.json' }, { ...given, currency: undefined }), /--currency/);
  assert.throws(() => importing('google-merchant', { file: 'merchant.xml' }, { title: 'Film' }), /--media/);
  assert.throws(
    () => importing('google-merchant', { file: 'merchant.xml' }, { ...given, media: ['film.avi'] }),
    /film\.avi/,
  );
});

test('entities that grow, and files of the machine, are not read', () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><rss><item><id>&b;</id><title>&f;</title><link>x</link><price>1 EUR</price></item></rss>`;
  assert.match(refused('google-merchant', bomb), /no XML/);
});

/** A JSON file with one value replaced by anything. */
function spoilt(text: string, path: number[], value: unknown): string {
  const root: unknown = JSON.parse(text);
  let at = root as Record<string, unknown>;
  for (const step of path) {
    const keys = Object.keys(at);
    if (!keys.length) break;
    const key = keys[step % keys.length]!;
    if (typeof at[key] === 'object' && at[key] !== null && step % 5) at = at[key] as Record<string, unknown>;
    else {
      at[key] = value;
      break;
    }
  }
  return JSON.stringify(root);
}

for (const format of ['cloudinary', 'scaleflex', 'shopify'])
  test(`${format}: any value in any place gives a manifest or a sentence`, () => {
    const whole = fileOf(FILES[format]!);
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 8 }), fc.jsonValue(), (path, value) => {
        try {
          importing(format, { text: spoilt(whole, path, value) }, given);
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

test('google-merchant: any text after a good head gives a manifest or a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\t', '\n', '"', 'a', '1', ' EUR', ',', '\r') }), (rest) => {
      try {
        importing('google-merchant', { text: `id\ttitle\tlink\tprice\n${rest}` }, given);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
      }
    }),
    { numRuns: 400 },
  );
});
