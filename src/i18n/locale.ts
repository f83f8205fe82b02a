/** What a page says its language is, as `Intl` takes it; undefined where that is no language tag at all (BCP 47). */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The locale of a page. A tag that is none gives English rather than an exception. */
export const localeOf = (tag: string | null | undefined): string => canonicalTag(tag || 'en') ?? 'en';
