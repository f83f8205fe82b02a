/**
 * Slopes at the key frames for a monotone piecewise cubic (Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980, with
 * the harmonic mean of Fritsch and Butland, 1984): no overshoot, so that a hotspot never leaves its product between
 * two key frames.
 * @param t strictly rising times
 */
export function monotoneSlopes(t: readonly number[], v: readonly number[]): number[] {
  const n = t.length;
  const step = (i: number) => t[i + 1]! - t[i]!;
  const rise = (i: number) => (v[i + 1]! - v[i]!) / step(i);
  return t.map((_, i) => {
    if (i === 0) return rise(0);
    if (i === n - 1) return rise(n - 2);
    const [before, after] = [rise(i - 1), rise(i)];
    if (before * after <= 0) return 0;
    const w1 = 2 * step(i) + step(i - 1);
    const w2 = step(i) + 2 * step(i - 1);
    return (w1 + w2) / (w1 / before + w2 / after);
  });
}

/** The value at share 0..1 of piece `i`: a cubic Hermite piece. */
export function smoothAt(
  t: readonly number[],
  v: readonly number[],
  slopes: readonly number[],
  i: number,
  share: number,
): number {
  const step = t[i + 1]! - t[i]!;
  const [a, b] = [share * share, share * share * share];
  return (
    (2 * b - 3 * a + 1) * v[i]! +
    (b - 2 * a + share) * step * slopes[i]! +
    (3 * a - 2 * b) * v[i + 1]! +
    (b - a) * step * slopes[i + 1]!
  );
}
