/**
 * A decimal text as whole minor units of its currency (ISO 4217, by `Intl`), without a fraction ever being a float: "12.5"
 * of EUR is 1250, "1900" of JPY 1900. What is finer than the currency is rounded, half away from zero.
 * @returns undefined when it is no amount, or the currency no code of three letters
 */
export function minorOf(amount: unknown, currency: string): number | undefined {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d{0,20}))?$/.exec(String(amount)) ?? [];
  if (whole === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const padded = fraction.padEnd(digits + 1, '0');
  const cut = Number(whole + padded.slice(0, digits)) + (padded.charAt(digits) >= '5' ? 1 : 0);
  return Number.isSafeInteger(cut) ? (sign ? -cut || 0 : cut) : undefined;
}
