const formats = new Map();

/** An amount in minor units as the shop writes it: 2400 and EUR are €24.00. */
export function money(minor, currency = 'EUR') {
  if (!formats.has(currency)) formats.set(currency, new Intl.NumberFormat('en-IE', { style: 'currency', currency }));
  const format = formats.get(currency);
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}
