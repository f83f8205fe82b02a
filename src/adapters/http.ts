import type { CartAdapter, CartLine } from '../cart/contract.js';
import { type AdapterOptions, createAdapter } from './shared-adapter.js';
import { createCall } from './shared-call.js';
import { type HeldCart, type Outcome, outcomeOf } from './shared-outcome.js';

export interface HttpCartOptions extends AdapterOptions {
  /** `POST { lines }` answers a list of the cart contract's replies, one per line. */
  readonly addUrl: string;
  /** `GET` answers a cart state whose lines keep their `requestId`. Without it a lost answer stays unknown. */
  readonly readUrl?: string;
  /** `PUT { lines }` sets quantities, 0 removes; answers as `addUrl` does. Needs `readUrl`. */
  readonly updateUrl?: string;
  readonly checkoutUrl?: string;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Any shop that can be given a few addresses: lines of the cart contract go out as JSON, its replies come in. */
export function createHttpCart(options: HttpCartOptions): CartAdapter {
  const call = createCall(options);
  const { addUrl, readUrl, updateUrl, checkoutUrl, headers } = options;

  async function send(method: string, url: string, line: CartLine, signal: AbortSignal): Promise<Outcome> {
    const answer = await call(method, url, signal, { lines: [line] }, headers);
    const { status, body } = answer;
    const { accepted, reason, message } = body?.[0] ?? {};
    if (status >= 300 || !Number.isSafeInteger(accepted)) return outcomeOf(answer, body?.message);
    const held = { ...line, key: '', quantity: accepted };
    return { reason, message, cart: { currency: '', lines: [held] } };
  }

  const adapter = createAdapter(
    {
      marks: true,
      add: (line, signal) => send('POST', addUrl, line, signal),
      ...(readUrl && {
        async read(signal: AbortSignal) {
          const answer = await call('GET', readUrl, signal, undefined, headers);
          return answer.body?.lines ? { cart: answer.body as HeldCart } : outcomeOf(answer);
        },
        ...(updateUrl && {
          set: (held: CartLine, quantity: number, signal: AbortSignal) =>
            send('PUT', updateUrl, { ...held, quantity }, signal),
        }),
      }),
    },
    options,
  );
  return { ...adapter, ...(checkoutUrl && { checkout: () => globalThis.location.assign(checkoutUrl) }) };
}
