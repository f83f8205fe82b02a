import { formatNumber } from './price.js';

/** What one of a unit is in millimetres, grams or millilitres, exact by definition; and its name in `Intl`. */
const UNITS: Record<string, readonly [kind: 'length' | 'mass' | 'volume', size: number, name: string]> = {
  mm: ['length', 1, 'millimeter'],
  cm: ['length', 10, 'centimeter'],
  m: ['length', 1000, 'meter'],
  in: ['length', 25.4, 'inch'],
  ft: ['length', 304.8, 'foot'],
  g: ['mass', 1, 'gram'],
  kg: ['mass', 1000, 'kilogram'],
  oz: ['mass', 28.349523125, 'ounce'],
  lb: ['mass', 453.59237, 'pound'],
  ml: ['volume', 1, 'milliliter'],
  l: ['volume', 1000, 'liter'],
  'fl oz': ['volume', 29.5735295625, 'fluid-ounce'],
  gal: ['volume', 3785.411784, 'gallon'],
};

/** For each kind the units of a system, the larger first, and from how many of it on it is used. */
const METRIC = { length: ['m', 3, 'cm'], mass: ['kg', 1, 'g'], volume: ['l', 1, 'ml'] } as const;
const IMPERIAL = { length: ['ft', 10, 'in'], mass: ['lb', 1, 'oz'], volume: ['gal', 1, 'fl oz'] } as const;
const isImperial = (unit: string) => /^(in|ft|oz|lb|fl oz|gal)$/.test(unit);

/**
 * A size as the shopper measures: inches, feet, pounds and fluid ounces where a locale says so, else metric. What the
 * author gave in the shopper's own system keeps its unit. A unit that is none of these is shown as it is.
 * @param locale BCP 47; English without a region is metric, as on most of the pages that leave it out
 */
export function formatMeasure(value: number, unit: string, locale: string): string {
  const [kind, size, name] = UNITS[unit.toLowerCase()] ?? [];
  if (!kind || !size || !name) return `${formatNumber(value, locale)} ${unit}`.trim();
  const imperial = usesImperial(locale);
  if (isImperial(unit.toLowerCase()) === imperial) return format(value, name, locale);
  const [large, from, small] = (imperial ? IMPERIAL : METRIC)[kind];
  const base = value * size;
  const [, step, wanted] = UNITS[Math.abs(base) >= from * UNITS[large]![1] ? large : small]!;
  return format(base / step, wanted, locale);
}

function format(value: number, unit: string, locale: string): string {
  const maximumFractionDigits = Math.abs(value) < 1 ? 2 : 1;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  );
}

/** The United States, Liberia and Myanmar (CLDR, measurementSystem). */
function usesImperial(locale: string): boolean {
  const { language, region } = new Intl.Locale(locale);
  return region ? /^(US|LR|MM)$/.test(region) : language === 'my';
}
