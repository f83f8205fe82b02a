/**
 * A decimal amount in the currency's minor units (ISO 4217): JPY has none, KWD three digits.
 * @param amount in major units, as `12.5` or `"12.50"`
 * @throws RangeError when the currency is no code of three letters
 */
export function toMinor(amount: number | string, currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return Math.round(Number(amount) * 10 ** format.resolvedOptions().maximumFractionDigits!);
}
