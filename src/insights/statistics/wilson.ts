/** The 97.5 % quantile of the normal distribution, exact to the last bit of a double. */
const Z = 1.959963984540054;

/**
 * The Wilson score interval of a share, 95 %, without continuity correction (Newcombe, Statistics in Medicine 17, 1998,
 * method 3).
 * @param k successes, 0..n
 * @param n trials, at least 1
 * @returns the bounds, both within 0..1
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  const zz = Z * Z;
  const centre = (k + zz / 2) / (n + zz);
  const half = (Z / (n + zz)) * Math.sqrt((k * (n - k)) / n + zz / 4);
  // the exact bound is 0 or 1 there, and rounding would leave a crumb
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}
