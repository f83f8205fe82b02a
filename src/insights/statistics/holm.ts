import { checkNumber } from './check.js';

/**
 * Holm's adjusted p-values (Scandinavian Journal of Statistics 6, 1979): those at most α are significant, and the chance
 * that any of them is wrong is at most α, however the tests hang together. For the goals of one experiment.
 * @param pValues each 0..1
 * @returns in the order given
 */
export function holm(pValues: readonly number[]): number[] {
  for (const [index, p] of pValues.entries()) checkNumber(`pValues[${index}]`, p, 0, 1);
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, pValues[index]! * (pValues.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
