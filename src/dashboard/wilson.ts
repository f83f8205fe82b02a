/**
 * Wilson's 95 % interval of k of n, for shares of two counts that come from two answers: the server gives it for its own, and
 * its statistics stay there (`src/insights/statistics/wilson.ts`).
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  const z2 = 1.959963984540054 ** 2;
  const middle = (k + z2 / 2) / (n + z2);
  const half = (Math.sqrt(z2) / (n + z2)) * Math.sqrt((k * (n - k)) / n + z2 / 4);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
