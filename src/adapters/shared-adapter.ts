import type { CartAdapter, CartLine, CartReply } from '../cart/contract.js';
import { startExpiry } from '../cart/expiry.js';
import { systemClock } from '../shared/clock.js';
import type { CallOptions } from './shared-call.js';
import { createPageLocks, type Locks } from './shared-locks.js';
import type { HeldCart, HeldLine, Outcome } from './shared-outcome.js';
import { rejected, settle } from './shared-settle.js';

/** What every adapter takes, each with a default that a page needs not change. */
export interface AdapterOptions extends CallOptions {
  /** Default: the page's Web Locks, which hold over all tabs of the shop. */
  readonly locks?: Locks;
}

/** A shop platform, one request at a time: what differs between the adapters. */
export interface Platform {
  /** An outcome with the cart, or with the reason why it could not be read. */
  read?(signal: AbortSignal): Promise<Outcome>;
  /** @param before the cart as it was, where the platform has no `marks` */
  add(line: CartLine, signal: AbortSignal, before?: HeldCart): Promise<Outcome>;
  set?(held: HeldLine, quantity: number, signal: AbortSignal, cart: HeldCart): Promise<Outcome>;
  /** The platform keeps the line's `requestId`: a line is known by that alone, and no snapshot is needed. */
  readonly marks?: boolean;
  /** Where it may not: the shop's id of what a line asks for, as its `HeldLine.variantId` has it. */
  variantOf?(line: CartLine): string;
}

const sum = (cart: HeldCart | undefined, wanted: (held: HeldLine) => boolean) =>
  cart?.lines.reduce((total, held) => total + (wanted(held) ? held.quantity : 0), 0) ?? 0;

/** How many of the cart's are surely this line's. */
const marked = (line: CartLine, cart: HeldCart) => sum(cart, ({ requestId }) => requestId === line.requestId);

const TURNS = 3;
/** The longest that a shop may ask to wait before the shopper is told instead. */
const PATIENCE_MS = 3000;
const REREAD_MS = 500;

/**
 * A cart adapter that believes the cart, not the answer: whatever leaves a doubt (no answer, a broken one, an error
 * without a code) is followed by reading the cart and counting what is there. Nothing is sent twice unless the shop said
 * that it took nothing. A cart that cannot be read either is a `timeout`, which tells the shopper to look into the cart.
 */
export function createAdapter(
  platform: Platform,
  { clock = systemClock, locks = globalThis.navigator?.locks ?? createPageLocks() }: AdapterOptions,
): CartAdapter {
  const { marks, read, set, variantOf } = platform;
  const wait = (delayMs: number, signal: AbortSignal) => startExpiry(clock, delayMs, signal).over;

  /** How many of a line the cart has that it had not before. */
  function count(line: CartLine, after: HeldCart, before?: HeldCart): number {
    const same = ({ variantId }: HeldLine) => variantId === variantOf!(line);
    return marked(line, after) || (marks ? 0 : sum(after, same) - sum(before, same));
  }

  async function readAgain(signal: AbortSignal): Promise<HeldCart | undefined> {
    for (let turn = 1; read; turn += 1) {
      const { cart } = await read(signal);
      if (cart || turn === TURNS) return cart;
      await wait(REREAD_MS * turn, signal);
    }
    return undefined;
  }

  /** Asks until the answer is final. `known` is the cart as it was before, and is renewed with each reading. */
  async function change(
    signal: AbortSignal,
    known: HeldCart | undefined,
    ask: (known?: HeldCart) => Promise<Outcome>,
    isDone: (after: HeldCart) => boolean,
    reply: (after: HeldCart, outcome: Outcome, known?: HeldCart) => CartReply,
  ): Promise<CartReply> {
    for (let turn = 1; ; turn += 1) {
      const outcome = await ask(known).catch((): Outcome => {
        signal.throwIfAborted();
        return {}; // JSON, but none that the platform documents: the cart says what became of it
      });
      const { stale, refused, retryAfterMs = Number.POSITIVE_INFINITY } = outcome;
      if (turn < TURNS && retryAfterMs <= PATIENCE_MS) {
        await wait(retryAfterMs, signal);
        continue;
      }
      if (refused) return rejected(outcome);
      const after = outcome.cart ?? (await readAgain(signal));
      if (!after) return rejected({ reason: 'timeout' });
      if (!stale || turn === TURNS || isDone(after)) return reply(after, outcome, known);
      known = after;
    }
  }

  async function addLine(line: CartLine, signal: AbortSignal): Promise<CartReply> {
    const before: Outcome | undefined = marks ? undefined : await read!(signal);
    if (before && !before.cart) return rejected(before);
    return change(
      signal,
      before?.cart,
      (known) => platform.add(line, signal, known),
      (after) => marked(line, after) > 0,
      (after, outcome, known) => settle(line, count(line, after, known), outcome),
    );
  }

  async function updateLine(line: CartLine, signal: AbortSignal): Promise<CartReply> {
    const find = (cart: HeldCart) => cart.lines.find(({ requestId }) => requestId === line.requestId);
    const quantityIn = (cart: HeldCart) => find(cart)?.quantity ?? 0;
    const before = await read!(signal);
    const held = before.cart && find(before.cart);
    if (!held) return rejected(before.cart ? { reason: 'invalid-variant' } : before);
    return change(
      signal,
      before.cart,
      (known) => set!(find(known!) ?? held, line.quantity, signal, known!),
      (after) => quantityIn(after) === line.quantity,
      (after, outcome) => {
        const now = quantityIn(after);
        return now === line.quantity || (now < line.quantity && now !== held.quantity)
          ? settle(line, now, outcome)
          : rejected(outcome);
      },
    );
  }

  /** One after the other, since a shop's cart takes one change at a time. */
  const inTurn =
    (one: (line: CartLine, signal: AbortSignal) => Promise<CartReply>) => (lines: CartLine[], signal: AbortSignal) =>
      locks.request('shoppable-cart', { signal }, async () => {
        const replies: CartReply[] = [];
        for (const line of lines) replies.push(await one(line, signal));
        return replies;
      });

  return {
    add: inTurn(addLine),
    ...(set && { update: inTurn(updateLine) }),
    ...(read && {
      async read(signal: AbortSignal) {
        const { cart } = await read(signal);
        if (!cart) throw new TypeError('The cart could not be read: check its address and the connection.');
        return cart;
      },
    }),
  };
}
