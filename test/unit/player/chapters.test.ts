import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaptersOf, chapterTrack, parseChapters } from '../../../src/player/chapters.js';
import type { Manifest } from '../../../src/schema/manifest.js';

const manifest = (langs: string[], lang?: string) =>
  ({
    lang,
    media: { tracks: [{ kind: 'captions', lang: 'fr' }, ...langs.map((lang) => ({ kind: 'chapters', lang }))] },
  }) as Manifest;
const chosen = (langs: string[], locale: string, lang?: string) => chapterTrack(manifest(langs, lang), locale)?.lang;

test('names are text', () => {
  const names = [
    'The <b>corner</b>',
    'Cups &amp; mugs &lt;new&gt;',
    '<v Ana>Hello\nthere',
    '<img src=x onerror=alert(1)>',
    '&bogus; <',
    '',
  ];
  const file = `WEBVTT\n\n${names.map((name, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${name}`).join('\n\n')}`;
  assert.deepEqual(
    parseChapters(file).map(({ name }) => name),
    ['The corner', 'Cups & mugs <new>', 'Hello there', '&bogus; <'],
  );
});

test('a name as long as a book is cut', () => {
  assert.equal(parseChapters(`WEBVTT\n\n00:00.000 --> 00:01.000\n${'a'.repeat(100_000)}`)[0]?.name.length, 200);
});

test('the track in the shopper’s language, else the film’s, else the first', () => {
  assert.equal(chosen(['en', 'de', 'de-AT'], 'de-AT'), 'de-AT');
  assert.equal(chosen(['en', 'de'], 'de-CH'), 'de');
  assert.equal(chosen(['en', 'pt-BR'], 'pt'), 'pt-BR');
  assert.equal(chosen(['en', 'de'], 'ja', 'de'), 'de');
  assert.equal(chosen(['en', 'de'], 'ja'), 'en');
  assert.equal(chosen([], 'en'), undefined);
});

test('segments are chapters in order', () => {
  const segments = [
    { id: 'b', label: 'B', start: 5, end: 9 },
    { id: 'a', label: 'A', start: 0, end: 5 },
  ];
  assert.deepEqual(chaptersOf({ segments } as Manifest), [
    { start: 0, end: 5, name: 'A' },
    { start: 5, end: 9, name: 'B' },
  ]);
});
