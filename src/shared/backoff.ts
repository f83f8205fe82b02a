/**
 * How long to wait before try number `attempt` (0 is the first retry): half fixed, half jitter under an exponential ceiling,
 * which spreads a crowd and never retries at once ("equal jitter", AWS Architecture Blog, 2015).
 * @returns milliseconds
 */
export function backoffMs(attempt: number, { baseMs = 1000, maxMs = 60_000, random = Math.random } = {}): number {
  const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
