import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { enMenu } from '../../../src/i18n/en-menu.js';
import type { Strings } from '../../../src/i18n/strings.js';

const folder = new URL('../../../src/i18n/locales/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const TAGS = files.map((file) => file.replace('.ts', ''));

type Texts = { readonly [key: string]: string | Texts };

/** What comes with the menu is in a file of its own; its English has no other home than the menu. */
const load = async (tag: string): Promise<Texts> => {
  const read = async (file: string) =>
    ((await import(new URL(file, folder).href)) as { default: Strings }).default as unknown as Texts;
  const menu = tag === 'en' ? enMenu : await read(`menu/${tag}.ts`);
  return { ...(await read(`${tag}.ts`)), menu };
};

const isForms = (value: string | Texts): value is Record<string, string> =>
  typeof value === 'object' && 'other' in value;

/** Every text by the path of its keys; the forms of one that counts as one. */
function flat(texts: Texts, path = ''): [path: string, text: string | Record<string, string>][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' || isForms(value)
      ? [[`${path}${key}`, value] as [string, string | Record<string, string>]]
      : flat(value, `${path}${key}.`),
  );
}

const placesOf = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(([place]) => place))].sort();

const english = new Map(flat(await load('en')));

test('there is a file for each language of the table', () => {
  assert.deepEqual(TAGS.sort(), ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'pt-br', 'zh-hans']);
});

for (const tag of TAGS) {
  const texts = new Map(flat(await load(tag)));

  test(`${tag} has every text, and no other`, () => {
    assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort());
    for (const [path, text] of texts)
      for (const one of typeof text === 'string' ? [text] : Object.values(text))
        assert.ok(one.trim(), `${path} is empty`);
  });

  test(`${tag} has the plural forms that the language has`, () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const counting = [...texts].filter(([, text]) => typeof text !== 'string');
    assert.ok(counting.length > 5);
    for (const [path, forms] of counting)
      assert.deepEqual(Object.keys(forms).sort(), [...pluralCategories].sort(), path);
  });

  test(`${tag} has the places of the English texts`, () => {
    for (const [path, text] of texts) {
      const wanted = english.get(path)!;
      if (typeof text === 'string') {
        assert.deepEqual(placesOf(text), placesOf(wanted as string), path);
        continue;
      }
      const most = placesOf((wanted as Record<string, string>).other!);
      for (const [form, one] of Object.entries(text)) {
        // A form that is of one number alone may have it as a word.
        const numbered = !['zero', 'one', 'two'].includes(form);
        const least = numbered ? most : most.filter((place) => place !== '{count}');
        const found = placesOf(one);
        assert.ok(
          least.every((place) => found.includes(place)) && found.every((place) => most.includes(place)),
          `${path}.${form}: ${one}`,
        );
      }
    }
  });
}

/** The same in both languages, and rightly so. */
const SAME = /^(pause|volume|total|cart\.total|facts|measures|labelled|comma|cart\.(labelled|comma)|price|share)$/;

for (const tag of TAGS.filter((one) => one !== 'en')) {
  test(`nothing of ${tag} was left in English`, async () => {
    const left = flat(await load(tag)).filter(
      ([path, text]) => typeof text === 'string' && text === english.get(path) && !SAME.test(path),
    );
    assert.deepEqual(left, []);
  });
}
