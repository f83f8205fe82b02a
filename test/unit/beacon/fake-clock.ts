import type { Clock } from '../../../src/shared/clock.js';

/** A clock that stands still until it is moved. */
export function createFakeClock(nowMs = 1_760_000_000_000) {
  const timers = new Map<number, { atMs: number; callback: () => void }>();
  let ids = 0;
  const clock: Clock & { readonly timers: number; advance(ms: number): void } = {
    now: () => nowMs,
    setTimeout(callback, delayMs) {
      timers.set((ids += 1), { atMs: nowMs + Math.max(0, delayMs), callback });
      return ids;
    },
    clearTimeout: (id) => void timers.delete(id as number),
    get timers() {
      return timers.size;
    },
    /** Runs every timer that falls due within `ms`, in order. */
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { atMs }]) => atMs <= endMs).sort((a, b) => a[1].atMs - b[1].atMs);
        if (!next) break;
        timers.delete(next[0]);
        nowMs = next[1].atMs;
        next[1].callback();
      }
      nowMs = endMs;
    },
  };
  return clock;
}
