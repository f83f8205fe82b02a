import type { RecoverySettings } from '../settings.js';

/** What a mail says. `{name}`, `{title}` and `{quantity}` stand for what is known of it. */
export const ENGLISH = {
  subject: 'Still there: what you chose in “{title}”',
  greeting: 'Hello {name},',
  intro: 'you chose this while you watched “{title}”. The link opens the video at that moment, with your choice ready.',
  quantity: '{quantity} ×',
  button: 'Watch on from there',
  note: 'Nothing is ordered, and nothing is put in your cart, before you say so. Prices are those of your visit.',
  why: 'You get this because you agreed to be reminded of what you leave.',
  unsubscribe: 'No more of these',
};

export type Texts = typeof ENGLISH;

/**
 * The texts of a site in somebody's language: its own where it has them, English elsewhere.
 * @returns the texts, and the language that they are in
 */
export function textsFor(
  site: RecoverySettings['sites'][string] | undefined,
  locale: string | undefined,
): { texts: Texts; lang: string } {
  const own = site?.texts ?? {};
  const wanted = [locale, locale?.split('-')[0], 'en', Object.keys(own)[0]];
  const lang = wanted.find((name) => name !== undefined && Object.hasOwn(own, name)) ?? 'en';
  return { texts: { ...ENGLISH, ...own[lang] }, lang };
}

/** Puts values in place of their names. What has none leaves nothing, and no blank before a comma. */
export const filled = (text: string, values: Readonly<Record<string, string | undefined>>): string =>
  text.replace(/( ?)\{(\w+)\}/g, (_, space: string, name: string) => (values[name] ? space + values[name] : ''));
