import type { Clock } from '../../../src/shared/clock.js';

/** A clock that stands until it is told to go on; it knows which timers are still set. */
export function manualClock() {
  let now = 0;
  const timers = new Map<number, { at: number; callback: () => void }>();
  let next = 1;
  const clock: Clock = {
    now: () => now,
    setTimeout(callback, delayMs) {
      timers.set(next, { at: now + delayMs, callback });
      return next++;
    },
    clearTimeout: (timer) => void timers.delete(timer as number),
  };
  return {
    clock,
    pending: () => timers.size,
    /** Goes on by `ms`, lets every timer ring that is due, and every promise settle in between. */
    async pass(ms: number) {
      await new Promise(setImmediate);
      now += ms;
      for (const [id, { at, callback }] of [...timers]) {
        if (at > now) continue;
        timers.delete(id);
        callback();
      }
      await new Promise(setImmediate);
    },
  };
}
