import { SIGNATURE_HEADER, signRequest } from '../../access/signed.js';
import type { Receiver, Result } from './receiver.js';

/** Receivers know a message again by it. */
export const KEY_HEADER = 'Idempotency-Key';

const WITHIN_MS = 10_000;
/** No receiver is waited for longer. */
const LONGEST_WAIT_MS = 3_600_000;

/** Of `Retry-After`, seconds or a date. */
function retryAfterMs(value: string | null, nowMs: number): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : undefined;
}

function judged({ status, headers }: Response, nowMs: number): Result {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  // the one answer that means this message alone; all else is how the receiver is set up, which somebody mends
  if (status === 422) return { outcome: 'refused', reason: 'It answers 422.' };
  const afterMs = retryAfterMs(headers.get('retry-after'), nowMs);
  return { outcome: 'retry', reason: `It answers ${status}.`, down: true, afterMs };
}

/** Posts messages, signed as what the shop's servers send to this one is. */
export function createWebhook({ url, key }: { url: string; key: string }, now: () => number): Receiver {
  return {
    name: 'webhook',
    reaches: () => true,
    async send(message) {
      const body = Buffer.from(JSON.stringify(message));
      const path = new URL(url).pathname;
      const signature = signRequest(key, { timeS: Math.floor(now() / 1000), method: 'POST', path, body });
      try {
        const response = await fetch(url, {
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/json', [SIGNATURE_HEADER]: signature, [KEY_HEADER]: message.id },
          // a signature is for one address
          redirect: 'manual',
          signal: AbortSignal.timeout(WITHIN_MS),
        });
        await response.body?.cancel();
        return judged(response, now());
      } catch (error) {
        const { message: told, cause } = error as Error;
        const reason = `It does not answer: ${(cause as Error | undefined)?.message || told}.`;
        return { outcome: 'retry', reason, down: true };
      }
    },
  };
}
