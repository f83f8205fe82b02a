/** An amount of minor units as people read it, in a language; undefined where it is not known. */
export function price(minor: number | undefined, currency: string | undefined, lang: string): string | undefined {
  if (minor === undefined || !currency) return undefined;
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(minor / 10 ** maximumFractionDigits);
}
