/** How many digits a currency has behind the point (ISO 4217 through `Intl`); undefined when there is no such currency. */
export function digitsOf(currency: string): number | undefined {
  if (!/^[A-Z]{3}$/.test(currency) || !Intl.supportedValuesOf('currency').includes(currency)) return undefined;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

/** Minor units of an amount in major ones: 19.99 EUR is 1999, 500 JPY is 500. */
export const toMinor = (amount: number, currency: string) => Math.round(amount * 10 ** (digitsOf(currency) ?? 2));

/** An amount as machines read it, a point and the currency's own digits: 1900 EUR is `19.00`. */
export function toDecimal(minor: number, currency: string): string {
  const digits = digitsOf(currency) ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
