import { enMenu } from './en-menu.js';
import type { Language } from './language.js';
import type { MenuStrings } from './strings.js';

/** By the tags of `languages.ts`; English is here already. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly default: MenuStrings }>>> = {
  de: () => import('./locales/menu/de.js'),
  fr: () => import('./locales/menu/fr.js'),
  it: () => import('./locales/menu/it.js'),
  es: () => import('./locales/menu/es.js'),
  'pt-BR': () => import('./locales/menu/pt-br.js'),
  ja: () => import('./locales/menu/ja.js'),
  'zh-Hans': () => import('./locales/menu/zh-hans.js'),
  ar: () => import('./locales/menu/ar.js'),
};

/**
 * The menu's texts in what the player speaks, with the page's own over them. They come with the menu: who never opens it
 * does without. Rejects when their file cannot be loaded.
 */
export async function loadMenuTexts(language: Language | undefined): Promise<MenuStrings> {
  const texts = (await LANGUAGES[language?.lang ?? 'en']?.())?.default ?? enMenu;
  return language?.menu(texts) ?? texts;
}
