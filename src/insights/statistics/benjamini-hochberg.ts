import { checkNumber } from './check.js';

/**
 * Adjusted p-values of Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995): of those at most q,
 * a share of q is wrong in the mean. For looking through many steps or products.
 * @param pValues each 0..1
 * @returns in the order given
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  for (const [index, p] of pValues.entries()) checkNumber(`pValues[${index}]`, p, 0, 1);
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  order.forEach((index, place) => {
    const rank = pValues.length - place;
    least = Math.min(least, (pValues[index]! * pValues.length) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}
