import type { Clock } from '../shared/clock.js';
import { startExpiry } from './expiry.js';

/**
 * Asks, and waits so long for the answer.
 * @throws DOMException `TimeoutError` when there is none in time; `AbortError` when the signal aborts; what `ask` throws
 */
export async function withinTime<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal, clock }: { timeoutMs: number; signal: AbortSignal; clock: Clock },
): Promise<T> {
  const patience = new AbortController();
  const giveUp = () => patience.abort();
  const { over, stop } = startExpiry(clock, timeoutMs, signal);
  over.then(giveUp, giveUp);
  try {
    return await Promise.race([
      over.then(() => Promise.reject(new DOMException('No answer in time.', 'TimeoutError'))),
      (async () => ask(patience.signal))(),
    ]);
  } finally {
    stop();
  }
}
