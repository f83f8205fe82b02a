import type { CartAdapter, CartLine, CartReply } from '../cart/contract.js';
import { startExpiry } from '../cart/expiry.js';
import { backoffMs } from '../shared/backoff.js';
import { systemClock } from '../shared/clock.js';
import { type CallOptions, Lost } from './shared-call.js';
import { createExclusive, type Locks } from './shared-exclusive.js';
import type { HeldCart, HeldLine, Outcome } from './shared-outcome.js';
import { settleAdd, settleUpdate } from './shared-settle.js';

/** A shop platform, one request at a time: what differs between the adapters. */
export interface Platform {
  /** Rejects with {@link Lost} when the cart could not be read. */
  read?(signal: AbortSignal): Promise<HeldCart>;
  /** @param before the cart as it was read before, on platforms without line properties or with nonces */
  add(line: CartLine, signal: AbortSignal, before?: HeldCart): Promise<Outcome>;
  set?(held: HeldLine, quantity: number, signal: AbortSignal, cart: HeldCart): Promise<Outcome>;
  /** The shop's id of what a line asks for, as its `HeldLine.variantId` has it. */
  variantOf(line: CartLine): string;
  /** The platform keeps the line's `requestId`: a line is known by it alone, and no snapshot is needed. */
  readonly marks?: boolean;
}

export interface AdapterOptions extends CallOptions {
  /** Default: the page's Web Locks. */
  readonly locks?: Locks;
}

const TURNS = 3;
const READS = 3;
/** The longest that a shop may ask to wait before the shopper is told instead. */
const PATIENCE_MS = 3000;

/**
 * A cart adapter that believes the cart, not the answer: whatever leaves a doubt (no answer, a broken one, an error
 * without a code) is followed by reading the cart and counting what is there. Nothing is sent twice unless the shop said
 * that it took nothing, or the cart was read and does not have it.
 * A repeated request, known by its `requestId`, reads the cart first: so `idempotent` is true.
 */
export function createAdapter(platform: Platform, options: AdapterOptions): CartAdapter {
  const { clock = systemClock, locks } = options;
  const exclusive = createExclusive(locks);
  const replies = new Map<string, CartReply>();
  const snapshots = new Map<string, HeldCart | undefined>();
  const wait = (delayMs: number, signal: AbortSignal) => startExpiry(clock, delayMs, signal).over;

  async function readAgain(signal: AbortSignal): Promise<HeldCart> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await platform.read!(signal);
      } catch (error) {
        if (!(error instanceof Lost) || attempt === READS - 1) throw error;
        await wait(backoffMs(attempt, { baseMs: 400 }), signal);
      }
    }
  }

  async function outcomeOf(asked: Promise<Outcome>): Promise<Outcome> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Lost) return { reason: error.reason };
      throw error;
    }
  }

  /** Asks until the answer is final; `retake` makes ready for asking again and tells whether there is a need. */
  async function askShop(
    ask: () => Promise<Outcome>,
    retake: () => Promise<boolean>,
    signal: AbortSignal,
  ): Promise<Outcome> {
    for (let turn = 1; ; turn += 1) {
      const outcome = await outcomeOf(ask());
      const { retryAfterMs, stale } = outcome;
      if (turn === TURNS) return outcome;
      if (stale && platform.read) {
        if (!(await retake())) return { reason: 'custom' };
      } else if (retryAfterMs !== undefined && retryAfterMs <= PATIENCE_MS) {
        await wait(retryAfterMs, signal);
      } else return outcome;
    }
  }

  async function addLine(line: CartLine, signal: AbortSignal): Promise<CartReply> {
    const { requestId } = line;
    const count = (cart: Pick<HeldCart, 'lines'>) => taken(platform, line, cart, snapshots.get(requestId));
    if (snapshots.has(requestId)) {
      const cart = await platform.read?.(signal);
      const already = cart ? count(cart) : 0;
      if (already) return settleAdd(line, already, {});
      if (!platform.marks) snapshots.set(requestId, cart);
    } else {
      try {
        snapshots.set(requestId, platform.marks ? undefined : await platform.read!(signal));
      } catch (error) {
        if (error instanceof Lost) return settleAdd(line, 0, error); // nothing was sent
        throw error;
      }
    }
    const outcome = await askShop(
      () => platform.add(line, signal, snapshots.get(requestId)),
      async () => {
        const cart = await readAgain(signal);
        if (platform.marks) return !count(cart);
        snapshots.set(requestId, cart);
        return true;
      },
      signal,
    );
    if (outcome.refused) return settleAdd(line, 0, outcome);
    if (!outcome.cart && !platform.read) throw new Lost(outcome.reason ?? 'custom');
    return settleAdd(line, count(outcome.cart ?? (await readAgain(signal))), outcome);
  }

  async function updateLine(line: CartLine, signal: AbortSignal): Promise<CartReply> {
    let cart = await platform.read!(signal);
    const find = (in_: Pick<HeldCart, 'lines'>) => in_.lines.find(({ requestId }) => requestId === line.requestId);
    const held = find(cart);
    if (!held) return settleUpdate(line, 0, 0, { reason: 'invalid-variant' });
    const outcome = await askShop(
      () => platform.set!(find(cart) ?? held, line.quantity, signal, cart),
      async () => {
        cart = await readAgain(signal);
        return true;
      },
      signal,
    );
    const after = outcome.refused ? held : find(outcome.cart ?? (await readAgain(signal)));
    return settleUpdate(line, held.quantity, after?.quantity ?? 0, outcome);
  }

  /** In turn, since a shop's cart takes one change at a time. After one without an answer the rest is not sent. */
  async function inTurn(
    lines: readonly CartLine[],
    settle: (line: CartLine) => Promise<CartReply>,
  ): Promise<CartReply[]> {
    const settled: CartReply[] = [];
    let lost: Lost | undefined;
    for (const line of lines) {
      try {
        settled.push(lost ? settleAdd(line, 0, lost) : await settle(line));
      } catch (error) {
        // With nothing taken yet, the whole may be asked again.
        if (!(error instanceof Lost) || !settled.some(({ accepted }) => accepted)) throw error;
        settled.push(settleAdd(line, 0, (lost = error)));
      }
    }
    return settled;
  }

  return {
    idempotent: true,
    add: (lines, signal) =>
      exclusive(signal, () =>
        inTurn(lines, async (line) => {
          const reply = replies.get(line.requestId) ?? (await addLine(line, signal));
          // Only what was taken is final: a refusal may be tried again.
          if (reply.accepted) replies.set(line.requestId, reply);
          snapshots.delete(line.requestId);
          return reply;
        }),
      ),
    ...(platform.set && {
      update: (lines: CartLine[], signal: AbortSignal) =>
        exclusive(signal, () => inTurn(lines, (line) => updateLine(line, signal))),
    }),
    ...(platform.read && { read: (signal: AbortSignal) => platform.read!(signal) }),
  };
}

/** How many of a line the cart has that it had not before. */
function taken(platform: Platform, line: CartLine, after: Pick<HeldCart, 'lines'>, before?: HeldCart): number {
  const sum = (cart: Pick<HeldCart, 'lines'> | undefined, mine: (held: HeldLine) => boolean) =>
    (cart?.lines ?? []).filter(mine).reduce((total, { quantity }) => total + quantity, 0);
  const marked = sum(after, ({ requestId }) => requestId === line.requestId);
  if (marked || platform.marks) return marked;
  const same = ({ variantId }: HeldLine) => variantId === platform.variantOf(line);
  return sum(after, same) - sum(before, same);
}
