/** A count in the shopper's digits. (The bar of controls keeps to 0–9, as its times do: see `formatTime`.) */
export const formatNumber = (count: number, locale: string): string => new Intl.NumberFormat(locale).format(count);
