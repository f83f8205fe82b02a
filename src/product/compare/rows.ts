import { formatMeasure } from '../../i18n/measure.js';
import type { Product } from '../../schema/manifest.js';

export interface Row {
  readonly name: string;
  /** Undefined where a product does not say. */
  readonly values: readonly [string | undefined, string | undefined];
}

interface Named {
  readonly name: string;
  readonly value: string;
}

const key = (name: string) => name.trim().toLowerCase();

/** Two lists side by side, matched by name: in the order of the first, and then what only the second has. */
export function align(first: readonly Named[], second: readonly Named[]): Row[] {
  const others = new Map(second.map(({ name, value }) => [key(name), value]));
  const known = new Set(first.map(({ name }) => key(name)));
  return [
    ...first.map(({ name, value }): Row => ({ name, values: [value, others.get(key(name))] })),
    ...second.flatMap(({ name, value }): Row[] => (known.has(key(name)) ? [] : [{ name, values: [undefined, value] }])),
  ];
}

/** The sizes and then the facts of two products. */
export function compareRows(first: Product, second: Product, locale: string): Row[] {
  const sizes = ({ dimensions }: Product) =>
    dimensions.map(({ name, value, unit }) => ({ name, value: formatMeasure(value, unit, locale) }));
  return [...align(sizes(first), sizes(second)), ...align(first.facts, second.facts)];
}

/** What a product may be compared with: what can replace it, what goes with it, and everything else; each once. */
export function othersOf(
  product: Product,
  all: readonly Product[],
): { near: Product[]; with: Product[]; rest: Product[] } {
  const has = (ids: readonly string[], { id }: Product) => ids.includes(id);
  const others = all.filter(({ id }) => id !== product.id);
  const near = others.filter((one) => has(product.alternates, one));
  const goes = others.filter((one) => has(product.complements, one) && !near.includes(one));
  const rest = others.filter((one) => !near.includes(one) && !goes.includes(one));
  return { near, with: goes, rest };
}
