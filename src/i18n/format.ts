/** Puts values into the `{name}` places of a text; they stay text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/** Chooses the plural form by the language's own rules (CLDR through `Intl.PluralRules`) and fills it in. */
export function plural(forms: { readonly other: string }, count: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count);
  const text = (forms as Record<string, string>)[form] ?? forms.other;
  return fill(text, { count: new Intl.NumberFormat(locale).format(count) });
}

/**
 * The nearest language that the page states, or the browser's.
 * A tag that `Intl` does not know gives English rather than an exception.
 */
export function localeOf(wanted: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(wanted || globalThis.navigator?.language || 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}
