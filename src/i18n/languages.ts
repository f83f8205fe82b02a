import { warnOnce } from '../shared/warn.js';
import { directionOf } from './direction.js';
import { enFacade } from './en-facade.js';
import { fill } from './format.js';
import type { Language } from './language.js';
import { canonicalTag } from './locale.js';
import { override } from './override.js';
import type { OwnStrings, Strings } from './strings.js';

type Load = () => Promise<{ readonly default: Strings }>;

/** A file each. English is loaded only to have a page's own texts put over it. */
const LANGUAGES: Readonly<Record<string, Load>> = {
  en: () => import('./locales/en.js'),
  de: () => import('./locales/de.js'),
  fr: () => import('./locales/fr.js'),
  it: () => import('./locales/it.js'),
  es: () => import('./locales/es.js'),
  'pt-BR': () => import('./locales/pt-br.js'),
  ja: () => import('./locales/ja.js'),
  'zh-Hans': () => import('./locales/zh-hans.js'),
  ar: () => import('./locales/ar.js'),
};

const written = (tag: string) => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
};

/**
 * The language of the table that a locale's readers read: the same one in the same script, in whatever country, so that
 * de-AT is German and pt-PT Brazilian Portuguese. Chinese is `zh-Hans` in China and Singapore; in Taiwan, Hong Kong and
 * Macau it is in another script, and gets English, as CLDR has it (the parent of zh-Hant is the root, not zh).
 */
export function languageOf(locale: string): string | undefined {
  const wanted = written(locale);
  return Object.keys(LANGUAGES).find((tag) => written(tag) === wanted);
}

/**
 * What a player speaks on a page: the language of the page, or English, with the page's own texts over it.
 * @param tag what the page says its language is
 * @param own its own texts
 * @param failed told of a file that could not be loaded; then it is English
 */
export async function loadLanguage(
  tag: string,
  own: OwnStrings | undefined,
  failed: (lang: string, cause: unknown) => void,
): Promise<Language> {
  const canonical = canonicalTag(tag);
  const locale = canonical ?? 'en';
  const known = languageOf(locale);
  // WebKitGTK says "C" where its system has no language: that is not the page's to mend.
  if (!canonical && tag !== globalThis.navigator?.language)
    warnOnce(`tag ${tag}`, `"${tag}" is no language tag (BCP 47, as "de-AT"): the player speaks English.`);
  if (!known && !own)
    warnOnce(`language ${tag}`, `There are no texts in "${tag}", so they are English: give your own with \`strings\`.`);

  const load = async (lang: string) => {
    try {
      return (await LANGUAGES[lang]!()).default;
    } catch (cause) {
      failed(lang, cause);
      return undefined;
    }
  };
  const texts = known && known !== 'en' ? await load(known) : undefined;
  const base = texts ?? (own && (await load('en')));
  // The page's texts may be a whole language of which we have none.
  const lang = texts ? known! : own && !known ? locale : 'en';
  // The menu's are put over what comes with it.
  const strings = base && own ? override(base, typeof own === 'object' ? { ...own, menu: undefined } : own) : base;
  return {
    locale,
    lang,
    dir: directionOf(lang),
    strings,
    menu: (texts) => (own?.menu ? override(texts, own.menu, 'strings.menu') : texts),
    products(count) {
      const forms = (strings ?? enFacade).products as Record<string, string>;
      const text = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other!;
      return fill(text, { count: new Intl.NumberFormat(locale).format(count) });
    },
  };
}
