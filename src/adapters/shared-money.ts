/**
 * A decimal amount in the currency's minor units (ISO 4217): JPY has none, KWD three digits.
 * @param amount in major units, as `12.5` or `"12.50"`
 */
export function toMinor(amount: number | string, currency: string): number {
  let digits = 2;
  try {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // A currency that is no code: two digits are the most common.
  }
  return Math.round(Number(amount) * 10 ** digits);
}
