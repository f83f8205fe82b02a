import { fill } from './format.js';
import { formatNumber } from './number.js';

/**
 * Chooses the plural form by the language's own rules (CLDR through `Intl.PluralRules`) and fills it in.
 * @param forms of English where a language has no texts: then they are not the locale's, and English chooses
 */
export function plural(forms: { readonly other: string }, count: number, locale: string): string {
  let rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  const isOwn = pluralCategories.every((form) => form in forms) && 'one' in forms === pluralCategories.includes('one');
  if (!isOwn) rules = new Intl.PluralRules('en');
  const text = (forms as Record<string, string>)[rules.select(count)] ?? forms.other;
  return fill(text, { count: formatNumber(count, locale) });
}
