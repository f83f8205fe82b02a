const formats = new Map<string, Intl.ListFormat>();

/** Texts as a list in a sentence. Its format is kept: a product may have hundreds of values to speak of. */
export function joinList(items: readonly string[], locale: string): string {
  const format = formats.get(locale) ?? new Intl.ListFormat(locale);
  formats.set(locale, format);
  return format.format(items);
}
