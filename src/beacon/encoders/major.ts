/** An amount in minor units as receivers want it: 1900 of EUR is 19, of JPY 1900 (ISO 4217, by `Intl`). */
export function major(minor: number, currency: string): number {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return Number((minor / 10 ** digits).toFixed(digits));
}
