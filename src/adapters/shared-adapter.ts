import type { CartAdapter, CartLine, CartReply } from '../cart/contract.js';
import { systemClock } from '../shared/clock.js';
import type { CallOptions } from './shared-call.js';
import { createPageLocks, type Locks } from './shared-locks.js';
import type { HeldCart, HeldLine, Outcome } from './shared-outcome.js';
import { isShort, rejected, settle } from './shared-settle.js';

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
  /** Where it may not: whether what the cart holds is what the line asks for. */
  isSame?(held: HeldLine, line: CartLine): boolean;
}

const sum = (cart: HeldCart | undefined, wanted: (held: HeldLine) => boolean) =>
  cart?.lines.reduce((total, held) => total + (wanted(held) ? held.quantity : 0), 0) ?? 0;

/** What is surely this line, among the cart's. Shops may split one, for a discount. */
const isOf =
  ({ requestId }: CartLine) =>
  (held: HeldLine) =>
    held.requestId === requestId;
const find = (cart: HeldCart, line: CartLine) => cart.lines.find(isOf(line));
const quantityIn = (cart: HeldCart, line: CartLine) => sum(cart, isOf(line));

const TURNS = 3;
/** The longest that a shop may ask to wait before the shopper is told instead. */
const PATIENCE_MS = 3000;
const REREAD_MS = 500;

/** Of all players of the page, in browsers without Web Locks. */
const pageLocks = createPageLocks();

/**
 * A cart adapter that believes the cart, not the answer: whatever leaves a doubt (no answer, a broken one, an error
 * without a code) is followed by reading the cart and counting what is there. Nothing is sent twice unless the shop said
 * that it took nothing. A cart that cannot be read either is a `timeout`, which tells the shopper to look into the cart.
 */
export function createAdapter(
  platform: Platform,
  { clock = systemClock, locks = globalThis.navigator?.locks ?? pageLocks }: AdapterOptions,
): CartAdapter {
  const { marks, read, set, isSame } = platform;
  /** Not cut short by the signal, which the next request heeds: it is seconds at most. */
  const wait = (delayMs: number) => new Promise<void>((done) => void clock.setTimeout(done, delayMs));

  /** JSON, but none that the platform documents, says nothing, and the cart has to. */
  async function hear(asked: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
    try {
      const outcome = await asked;
      if (!outcome.cart || Array.isArray(outcome.cart.lines)) return outcome;
    } catch {
      signal.throwIfAborted();
    }
    return {};
  }

  /** Reads until there is a cart. Reading harms nothing, so it is tried again, but not where the shop refuses. */
  async function readCart(signal: AbortSignal): Promise<Outcome> {
    for (let turn = 1; ; turn += 1) {
      const outcome = await hear(read!(signal), signal);
      const { cart, refused, retryAfterMs = refused ? Number.POSITIVE_INFINITY : REREAD_MS * turn } = outcome;
      if (cart || turn === TURNS || retryAfterMs > PATIENCE_MS) return outcome;
      await wait(retryAfterMs);
    }
  }

  /** How many of a line are in the cart. Without marks: what there is more than before, unless the shop has said yes. */
  function count(line: CartLine, after: HeldCart, { cart }: Outcome, before?: HeldCart): number {
    const same = (held: HeldLine) => isSame!(held, line);
    return quantityIn(after, line) || (marks ? 0 : sum(after, same) - (cart ? 0 : sum(before, same)));
  }

  /** Asks until the answer is final. `known` is the cart as it was before, and is renewed with each reading. */
  async function change(
    signal: AbortSignal,
    known: HeldCart | undefined,
    ask: (known?: HeldCart) => Promise<Outcome>,
    isDone: (after: HeldCart) => boolean,
    reply: (after: HeldCart, outcome: Outcome, known?: HeldCart) => CartReply | Promise<CartReply>,
  ): Promise<CartReply> {
    for (let turn = 1; ; turn += 1) {
      const outcome = await hear(ask(known), signal);
      const { stale, refused, retryAfterMs = Number.POSITIVE_INFINITY } = outcome;
      if (turn < TURNS && retryAfterMs <= PATIENCE_MS) {
        await wait(retryAfterMs);
        continue;
      }
      if (refused) return rejected(outcome);
      const after = outcome.cart ?? (read && (await readCart(signal)).cart);
      if (!after) return rejected({ reason: 'timeout' });
      if (!stale || turn === TURNS || isDone(after)) return reply(after, outcome, known);
      known = after;
    }
  }

  async function addLine(line: CartLine, signal: AbortSignal): Promise<CartReply> {
    const before = marks ? undefined : await readCart(signal);
    if (before && !before.cart) return rejected(before);
    return change(
      signal,
      before?.cart,
      (known) => platform.add(line, signal, known),
      (after) => quantityIn(after, line) > 0,
      async (after, outcome, known) => {
        const held = find(after, line);
        // Browsers send again by themselves what breaks on a kept connection, and the shop adds that to the line.
        if (set && held && quantityIn(after, line) > line.quantity) await set(held, line.quantity, signal, after);
        return settle(line, count(line, after, outcome, known), outcome);
      },
    );
  }

  async function updateLine(line: CartLine, signal: AbortSignal): Promise<CartReply> {
    const before = await readCart(signal);
    if (!before.cart) return rejected(before);
    const held = find(before.cart, line);
    const reply = (after: HeldCart, outcome: Outcome): CartReply => {
      const now = quantityIn(after, line);
      if (now === line.quantity || (now < line.quantity && now && now !== held!.quantity))
        return settle(line, now, outcome);
      // Gone: taken out by somebody else, or by the shop for want of stock, which it says.
      return rejected(now || isShort(outcome) ? outcome : { reason: 'invalid-variant' });
    };
    if (!held) return reply(before.cart, {});
    return change(
      signal,
      before.cart,
      async (known) => {
        const outcome = await set!(find(known!, line) ?? held, line.quantity, signal, known!);
        // No such line: was it to be removed, that is all that was wanted.
        return outcome.reason === 'invalid-variant' ? { ...outcome, refused: false } : outcome;
      },
      (after) => quantityIn(after, line) === line.quantity,
      reply,
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
        const { cart } = await readCart(signal);
        if (!cart) throw new TypeError('The cart could not be read.');
        return cart;
      },
    }),
  };
}
