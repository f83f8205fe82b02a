import type { Clock } from '../shared/clock.js';

/** A wait that a signal can end. Once stopped, `over` never settles. */
export interface Expiry {
  /** Resolves after the delay; rejects with an AbortError when the signal aborts first. */
  readonly over: Promise<void>;
  stop(): void;
}

export function startExpiry(clock: Clock, delayMs: number, signal: AbortSignal): Expiry {
  let stop = () => {};
  const over = new Promise<void>((resolve, reject) => {
    const abort = () => {
      stop();
      reject(new DOMException('The request was given up.', 'AbortError'));
    };
    const timer = clock.setTimeout(() => {
      stop();
      resolve();
    }, delayMs);
    stop = () => {
      clock.clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  return { over, stop: () => stop() };
}
