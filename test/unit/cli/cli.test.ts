import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { folder, shoppable } from './command-line.js';

const at = folder();
const MANIFEST = {
  version: 1,
  id: 'film',
  title: 'Film',
  poster: 'film.jpg',
  duration: 20,
  media: {
    sources: [{ src: 'film.mp4', type: 'video/mp4' }],
    tracks: [{ kind: 'captions', src: 'en.vtt', lang: 'en', label: 'English' }],
  },
  products: [
    {
      id: 'mug',
      name: 'Mug',
      url: '/p/mug',
      price: { minor: 1900, currency: 'EUR' },
      media: [{ role: 'angle', src: 'mug.jpg', alt: 'From the front' }],
    },
  ],
  hotspots: [{ product: 'mug', start: 2, end: 8, keyframes: [{ t: 2, x: 0.5, y: 0.5 }] }],
};
const write = (name: string, value: unknown) => {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  return at(name);
};
const good = write('good.json', MANIFEST);
const short = write('short.json', { ...MANIFEST, hotspots: [{ ...MANIFEST.hotspots[0], end: 3 }] });
const broken = write('broken.json', { ...MANIFEST, hotspots: [{ ...MANIFEST.hotspots[0], product: 'cup' }] });
const page = write('page.html', '<!doctype html>');

const files: Record<string, string> = { '/good.json': JSON.stringify(MANIFEST) };
const server = createServer(({ url = '' }, response) => {
  const body = files[new URL(url, 'http://x').pathname];
  response.writeHead(body === undefined ? 404 : 200).end(body);
});
let origin = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
after(() => server.close());

test('the list of commands, and each one’s help, name all exit codes', async () => {
  const { code, out } = await shoppable(['--help']);
  assert.equal(code, 0);
  for (const name of ['lint', 'import', 'fallback', 'sign', 'serve']) {
    assert.match(out, new RegExp(`^  ${name} `, 'm'));
    const help = await shoppable([name, '--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, new RegExp(`^Usage: shoppable-video ${name}`));
    if (name !== 'serve') assert.match(help.out, /Exit code: 0 .*1 .*2 /s);
  }
});

// asked wrongly, or about what cannot be read
for (const [what, args, told] of [
  ['no command', [], /^Usage/],
  ['an unknown command', ['polish'], /no command polish/],
  ['a command that every object has', ['toString'], /no command toString/],
  ['an unknown option', ['lint', '--fast', good], /--fast/],
  ['an option without its value', ['lint', '--base'], /--base/],
  ['no file', ['lint'], /Name a file/],
  ['a file that is not there', ['lint', at('none.json')], /none\.json cannot be read: ENOENT/],
  ['a folder', ['lint', at('.')], /cannot be read: EISDIR/],
  ['a file that is no JSON', ['lint', page], /page\.html is no JSON/],
  ['a base that is no address', ['lint', '--base', '/videos/', good], /--base/],
  ['a server that is not there', ['lint', 'http://127.0.0.1:1/x.json'], /x\.json cannot be read/],
  ['no format', ['import'], /Name a format/],
  ['an unknown format', ['import', 'betamax', good], /no format betamax/],
  ['a foreign file', ['import', 'cloudinary', page, '--media', 'a.mp4'], /page\.html: This is no JSON/],
  ['a currency that is none', ['import', 'shopify', good, '--currency', 'EURO'], /ISO 4217/],
  ['half a name', ['import', 'shopify', good, '--map', 'mug'], /--map mug/],
  ['two files', ['fallback', good, good], /one file only/],
  ['no address of the manifest', ['fallback', good], /--manifest-url/],
  ['an address that cannot be made absolute', ['fallback', good, '--manifest-url', '/m.json'], /absolute/],
  [
    'a manifest that cannot play',
    ['fallback', write('no.json', {}), '--manifest-url', 'https://a.test/'],
    /cannot be played/,
  ],
  [
    'a place that cannot be written to',
    ['fallback', good, '--manifest-url', 'https://a.test/', '--out', at('none/x')],
    /none\/x cannot be written/,
  ],
  ['no key', ['sign', good], /--new-key/],
  ['a key that is none', ['sign', '--key', page, good], /no private key/],
  ['a key that is not there', ['sign', '--key', at('none.pem'), good], /none\.pem cannot be read/],
] as [string, string[], RegExp][])
  test(`exit code 2: ${what}`, async () => {
    const { code, err, out } = await shoppable(args);
    assert.equal(code, 2, err);
    assert.match(err, told);
    assert.equal(out, '');
  });

test('lint: text, JSON, and exit codes', async () => {
  const fine = await shoppable(['lint', good]);
  assert.deepEqual([fine.code, fine.out], [0, `${good}\n0 errors, 0 warnings, 0 notes`]);

  const warned = await shoppable(['lint', short]);
  assert.equal(warned.code, 0);
  assert.match(warned.out, /^ {2}warning {2}hotspots\[0\] is shown for 1\.00 s.* \[short-cue\]$/m);
  assert.equal((await shoppable(['lint', '--strict', short])).code, 1);
  assert.doesNotMatch((await shoppable(['lint', '--quiet', short])).out, /short-cue/);

  const failed = await shoppable(['lint', '--json', good, broken]);
  assert.equal(failed.code, 1);
  const report = JSON.parse(failed.out);
  assert.deepEqual([report.errors, report.warnings, report.notes], [1, 0, 0]);
  assert.equal(report.files[1].file, broken);
  const { code, severity, path, cure } = report.files[1].findings[0];
  assert.deepEqual([code, severity, path], ['unknown-product', 'error', 'hotspots[0].product']);
  assert.ok(cure);
});

test('lint: from an address and from the standard input', async () => {
  assert.equal((await shoppable(['lint', `${origin}/good.json`])).code, 0);
  assert.equal((await shoppable(['lint', '-'], JSON.stringify(MANIFEST))).code, 0);
  const lost = await shoppable(['lint', `${origin}/lost.json`]);
  assert.deepEqual([lost.code, /HTTP 404/.test(lost.err)], [2, true]);
});

test('import: the manifest on the standard output, what has no equal on the other; a file; JSON; --strict', async () => {
  const feed = 'id\ttitle\tlink\tprice\tgtin\nmug\tMug\thttps://a.test/p\t3.00 EUR\t1\n';
  const args = ['import', 'google-merchant', '-', '--media', 'film.mp4', '--title', 'Film'];
  const { code, out, err } = await shoppable(args, feed);
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).products[0].price.minor, 300);
  assert.equal(err, 'the feed has no equal for gtin');
  assert.equal((await shoppable(['lint', '-'], out)).code, 0, 'what was made is good');

  const written = await shoppable([...args, '--out', at('made.json'), '--strict'], feed);
  assert.deepEqual([written.code, written.out], [1, '']);
  assert.deepEqual(JSON.parse(readFileSync(at('made.json'), 'utf8')), JSON.parse(out));
  assert.equal(JSON.parse((await shoppable([...args, '--json'], feed)).out).warnings.length, 1);
});

test('fallback: the markup, what is missing, JSON; an address needs no --manifest-url', async () => {
  const args = ['fallback', good, '--manifest-url', '/v/film.json', '--page-url', 'https://shop.test/film'];
  const { code, out, err } = await shoppable(args);
  assert.equal(code, 0);
  assert.match(out, /<shoppable-video manifest="\/v\/film\.json">/);
  assert.match(out, /href="https:\/\/shop\.test\/p\/mug"/);
  assert.match(err, /upload date/);
  assert.equal((await shoppable([...args, '--strict'])).code, 1);
  const made = await shoppable([...args, '--upload-date', '2026-05-01', '--json']);
  assert.equal(JSON.parse(made.out).warnings.length, 0);
  const byUrl = await shoppable(['fallback', `${origin}/good.json`]);
  assert.match(byUrl.out, new RegExp(`manifest="${origin}/good\\.json"`));
});

test('sign: a key that only its owner may read, a signature beside the file, and the check of both', async () => {
  const made = await shoppable(['sign', '--new-key', at('key.pem')]);
  assert.equal(made.code, 0);
  const [, publicKey] = /^signature-key="([\w-]{43})"$/.exec(made.out) ?? [];
  assert.ok(publicKey, made.out);
  assert.equal(statSync(at('key.pem')).mode & 0o777, 0o600);
  const again = await shoppable(['sign', '--new-key', at('key.pem')]);
  assert.deepEqual([again.code, /is there already/.test(again.err)], [2, true]);

  const signed = await shoppable(['sign', '--key', at('key.pem'), good]);
  assert.deepEqual([signed.code, signed.out], [0, `${good}.sig`]);
  for (const key of [at('key.pem'), publicKey])
    assert.equal((await shoppable(['sign', '--verify', '--key', key, good])).code, 0);

  const signature = readFileSync(`${good}.sig`, 'utf8');
  const printed = await shoppable(['sign', '--key', at('key.pem'), '-'], readFileSync(good, 'utf8'));
  assert.equal(`${printed.out}\n`, signature);
  const { publicKey: told } = JSON.parse((await shoppable(['sign', '--json', '--key', at('key.pem'), good])).out)[0];
  assert.equal(told, publicKey);

  files['/good.json.sig'] = signature;
  assert.equal((await shoppable(['sign', '--verify', '--key', publicKey, `${origin}/good.json?v=2`])).code, 0);
  files['/good.json'] += ' ';
  const tampered = await shoppable(['sign', '--verify', '--json', '--key', publicKey, `${origin}/good.json`]);
  assert.deepEqual([tampered.code, JSON.parse(tampered.out)[0].valid], [1, false]);
  const unsigned = await shoppable(['sign', '--verify', '--key', publicKey, short]);
  assert.deepEqual([unsigned.code, /short\.json\.sig cannot be read/.test(unsigned.out)], [1, true]);
  const nothing = await shoppable(['sign', '--key', at('key.pem'), page]);
  assert.deepEqual([nothing.code, /no JSON/.test(nothing.err)], [2, true]);
});
