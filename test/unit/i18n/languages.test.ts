import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { directionOf } from '../../../src/i18n/direction.js';
import { languageOf, loadLanguage } from '../../../src/i18n/languages.js';
import type { OwnStrings } from '../../../src/i18n/strings.js';

const { warn } = console;
let told: string[] = [];

beforeEach(() => {
  told = [];
  console.warn = (...words: unknown[]) => void told.push(words.slice(1).join(' '));
});
afterEach(() => {
  console.warn = warn;
});

const speak = (tag: string, own?: OwnStrings) => loadLanguage(tag, own, (lang) => assert.fail(lang));

for (const [locale, expected] of [
  ['en-GB', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['fr-CA', 'fr'],
  ['es-419', 'es'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['ja-JP', 'ja'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['ar-EG', 'ar'],
  ['ar-u-nu-latn', 'ar'],
  // another script: who reads it may not read the other
  ['zh-TW', undefined],
  ['zh-Hant', undefined],
  ['zh-HK', undefined],
  ['sv', undefined],
  ['tlh', undefined],
] as const) {
  test(`readers of ${locale} read ${expected ?? 'none of the languages'}`, () => {
    assert.equal(languageOf(locale), expected);
  });
}

test('lines begin where the script begins them', () => {
  assert.deepEqual(['ar', 'he-IL', 'fa', 'ur', 'ckb', 'dv', 'az-Arab'].map(directionOf), Array(7).fill('rtl'));
  assert.deepEqual(['en', 'de', 'ja', 'az', 'tr', 'ku-Latn', 'zh-TW'].map(directionOf), Array(7).fill('ltr'));
});

test('a language comes with its texts, and formats as its country does', async () => {
  const language = await speak('de-at');
  assert.deepEqual([language.locale, language.lang, language.dir], ['de-AT', 'de', 'ltr']);
  assert.equal(language.strings?.addToCart, 'In den Warenkorb');
  assert.equal(language.products(1), '1 Produkt');
  assert.deepEqual(told, []);
});

test('Arabic counts in six ways, from right to left', async () => {
  const language = await speak('ar-u-nu-latn');
  assert.equal(language.dir, 'rtl');
  assert.deepEqual(
    [0, 1, 2, 3, 11, 100].map((count) => language.products(count)),
    ['0 منتج', 'منتج واحد', 'منتجان', '3 منتجات', '11 منتجًا', '100 منتج'],
  );
  assert.equal((await speak('ar-EG')).products(3), '٣ منتجات');
});

test('English loads nothing, and is counted as English is', async () => {
  const language = await speak('en-GB');
  assert.deepEqual([language.locale, language.lang, language.strings], ['en-GB', 'en', undefined]);
  assert.equal(language.products(1), '1 product');
});

test('a language that is not there is English, with the formats of the page and one warning', async () => {
  const language = await speak('sv-SE');
  assert.deepEqual([language.locale, language.lang, language.dir], ['sv-SE', 'en', 'ltr']);
  assert.equal(language.strings, undefined);
  await speak('sv-SE');
  assert.equal(told.length, 1);
  assert.match(told[0]!, /no texts in "sv-SE".*`strings`/);
});

test('an English text is never written from right to left', async () => {
  assert.equal((await speak('he')).dir, 'ltr');
});

test('a tag that is none is English, with one warning', async () => {
  for (const tag of ['de_DE', '!!', 'no language']) {
    const language = await speak(tag);
    assert.deepEqual([language.locale, language.lang], ['en', 'en'], tag);
    assert.match(told.at(-1)!, /is no language tag/);
  }
  assert.equal(told.length, 3);
});

test("a page's own texts stand over the language's, as deep as they go", async () => {
  const own = { addToCart: 'Ab in die Tüte', reasons: { network: 'Funkloch!' }, shelf: { label: 'Alles' } };
  const { strings } = await speak('de', own);
  assert.equal(strings?.addToCart, 'Ab in die Tüte');
  assert.equal(strings?.reasons?.network, 'Funkloch!');
  assert.equal(strings?.reasons?.timeout?.slice(0, 8), 'Der Shop');
  assert.equal(strings?.shelf?.label, 'Alles');
  assert.equal(strings?.shelf?.close, 'Schließen');
  assert.deepEqual(told, []);
});

test('over English, too, and a counting text in the forms that are given', async () => {
  const { strings, products } = await speak('en', { buyNow: 'Grab it', products: { other: '{count} things' } });
  assert.equal(strings?.buyNow, 'Grab it');
  assert.equal(strings?.close, 'Close');
  assert.equal(products(2), '2 things');
  assert.equal(products(1), '1 product');
});

test('a page may bring a language of its own, with its plural forms and its direction', async () => {
  const polish = { products: { one: '{count} produkt', few: '{count} produkty', many: '{count} produktów' } };
  const { lang, products } = await speak('pl', polish);
  assert.equal(lang, 'pl');
  assert.deepEqual([1, 3, 5].map(products), ['1 produkt', '3 produkty', '5 produktów']);
  assert.equal((await speak('he-IL', { close: 'סגירה' })).dir, 'rtl');
  assert.deepEqual(told, []);
});

test('what is no text is left out, and its place is told once', async () => {
  const own = {
    adToCart: 'x',
    close: 42,
    back: null,
    reasons: 'never',
    products: { others: 'x' },
    shelf: { title: 'x' },
    priceFrom: 'ab {prize}',
    __proto__: { polluted: true },
  } as unknown as OwnStrings;
  for (const _ of [1, 2]) {
    const { strings } = await speak('en', own);
    assert.equal(strings?.close, 'Close');
    assert.equal(strings?.back, 'Back');
    assert.equal(typeof strings?.reasons, 'object');
  }
  const expected = [
    'strings.adToCart: there is no such text.',
    'strings.close: must be a text.',
    'strings.back: must be a text.',
    'strings.reasons: must be an object, as { out-of-stock',
    'strings.products.others: there is no such text.',
    'strings.shelf.title: there is no such text.',
    'strings.priceFrom: has no {prize}; what it has: {price}.',
  ];
  assert.equal(told.length, expected.length, told.join('\n'));
  for (const [i, start] of expected.entries()) assert.ok(told[i]!.startsWith(start), told[i]);
});

test('own texts that are no object are told and change nothing', async () => {
  const { strings } = await speak('de', 'Hallo' as unknown as OwnStrings);
  assert.equal(strings?.close, 'Schließen');
  assert.match(told.join(), /strings: must be an object/);
});
