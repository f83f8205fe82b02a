/*
 * The first two derivatives of ln Γ(x), x > 0: the recurrence up to 10, then Abramowitz and Stegun 6.3.18 and 6.4.12.
 * They are mean and variance of the logarithm of what is gamma or beta distributed.
 */

/** ψ(x) = d/dx ln Γ(x). */
export function digamma(x: number): number {
  if (x < 10) return digamma(x + 1) - 1 / x;
  const r = 1 / (x * x);
  return (
    Math.log(x) -
    1 / (2 * x) -
    r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - (r * 691) / 32760)))))
  );
}

/** ψ′(x). */
export function trigamma(x: number): number {
  if (x < 10) return trigamma(x + 1) + 1 / (x * x);
  const r = 1 / (x * x);
  return (
    (1 + 1 / (2 * x) + r * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - r * (5 / 66 - (r * 691) / 2730)))))) / x
  );
}
