import { backoffMs } from '../shared/backoff.js';
import { type Clock, systemClock } from '../shared/clock.js';
import type { CartLine, CartReason, CartReply, CartReplyInput } from './contract.js';
import { startExpiry } from './expiry.js';
import { normaliseReply } from './reply.js';

const REPEATS = 2;

export interface CartRequest {
  readonly lines: readonly Pick<CartLine, 'quantity'>[];
  /** Asks the shop. The signal aborts when nobody waits for the answer any more. */
  readonly ask: (signal: AbortSignal) => CartReplyInput | PromiseLike<CartReplyInput>;
  /** Aborts when the element is gone. */
  readonly signal: AbortSignal;
  /** For each try. */
  readonly timeoutMs?: number;
  /** The shop knows a `requestId` again: an answer that was lost is asked for twice more. */
  readonly idempotent?: boolean;
  /** Called once when the handler failed: it threw, rejected, or its answer is none of the forms. */
  readonly onError?: (cause: unknown) => void;
  /** Called when the shop answers after all, once the shopper was told `timeout`: what it says has happened. */
  readonly onLate?: (replies: CartReply[]) => void;
  readonly clock?: Clock;
  readonly random?: () => number;
}

type Attempt =
  | { readonly replies: CartReply[] }
  | {
      readonly replies?: undefined;
      readonly reason: CartReason;
      readonly error?: unknown;
      readonly late?: Promise<CartReply[]>;
    };

/**
 * Asks a shop for lines and gives one reply per line, whatever the shop does: no answer in time is `timeout`, a failed
 * fetch `network`, any other failure `custom`, each with nothing accepted.
 * @returns rejects only with an AbortError, when `signal` aborted: nobody is there to be told
 */
export async function requestLines(request: CartRequest): Promise<CartReply[]> {
  const { lines, signal, clock = systemClock, random = Math.random } = request;
  for (let repeat = 0; ; repeat += 1) {
    const attempt = await tryOnce(request, clock);
    if (attempt.replies) return attempt.replies;
    const { reason, error, late } = attempt;
    if (request.idempotent && reason !== 'custom' && repeat < REPEATS) {
      await startExpiry(clock, backoffMs(repeat, { random }), signal).over;
      continue;
    }
    if (late) {
      late.then(
        (replies) => signal.aborted || request.onLate?.(replies),
        () => {},
      );
    } else {
      request.onError?.(error);
    }
    return lines.map(() => ({ status: 'rejected', accepted: 0, reason }));
  }
}

async function tryOnce({ lines, ask, signal, timeoutMs = 10_000 }: CartRequest, clock: Clock): Promise<Attempt> {
  const patience = new AbortController();
  const giveUp = () => patience.abort();
  const { over, stop } = startExpiry(clock, timeoutMs, signal);
  over.then(giveUp, giveUp);
  const answer = (async () => {
    signal.throwIfAborted();
    return normaliseReply(await ask(patience.signal), lines);
  })();
  const attempt = await Promise.race([
    // First, so that what a handler does about its aborted signal is no answer.
    over.then((): Attempt => ({ reason: 'timeout', late: answer })),
    answer.then(
      (replies): Attempt => ({ replies }),
      // A fetch that got no response rejects with a TypeError (Fetch §5.6).
      (error): Attempt => ({ reason: error instanceof TypeError ? 'network' : 'custom', error }),
    ),
  ]);
  stop();
  return attempt;
}
