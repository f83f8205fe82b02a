import type { Cell } from '../metrics/metric.js';

/** Nothing, then numbers, then texts by their code units, as no locale has a say in them. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return (a as number) < (b as number) ? -1 : 1;
}

/**
 * What a query found, in the same order on every engine and every time: an engine gives it in any, and a seeded bootstrap
 * and a sum of fractions come out otherwise in another.
 */
export function inOrder(cells: readonly Cell[]): readonly Cell[] {
  const names = Object.keys(cells[0] ?? {});
  return [...cells].sort((a, b) => {
    for (const name of names) {
      const order = compare(a[name], b[name]);
      if (order) return order;
    }
    return 0;
  });
}
