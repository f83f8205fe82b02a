import { type Clock, systemClock } from '../shared/clock.js';
import { createStore, type ReadableStore } from '../shared/store.js';
import type { CartAdapter, CartReason, CartReply, CartState } from './contract.js';
import { type HeldCartLine, type MiniCartState, withQuantity } from './mini-cart-state.js';
import { followOtherTabs } from './other-tabs.js';
import { type CartOutcome, summarise } from './outcome.js';
import { onPageReturn } from './page-return.js';
import { requestLines } from './request.js';
import { withinTime } from './within-time.js';

const TIMEOUT_MS = 10_000;

/** The shop's cart, as everything on the page that shows it shares it. */
export interface MiniCart extends ReadableStore<MiniCartState> {
  readonly canUpdate: boolean;
  /** Begins to read and to follow the cart; returns the stop. The last stop ends it and whatever is asked. */
  start(): () => void;
  /** Asks the shop anew; resolves when it has answered or failed. */
  read(): Promise<void>;
  /** The cart was changed by somebody else on this page: asks anew, and tells the other tabs. */
  changed(): Promise<void>;
  /**
   * Asks for so many of a line, 0 to remove it. Undefined when it is being changed already, or nobody waits any more.
   * @param tell hears the shop's answer before the cart is read anew, and a second one that comes after it was given up
   */
  set(line: HeldCartLine, quantity: number, tell?: (change: LineChange) => void): Promise<CartOutcome | undefined>;
}

/** What the shop said about the quantity of a line. */
export interface LineChange {
  /** As it was asked for. */
  readonly line: HeldCartLine;
  /** `accepted` is how many there are now. */
  readonly reply: CartReply;
  /** By how many pieces there are more, or below 0 fewer. */
  readonly change: number;
}

export interface MiniCartOptions {
  readonly clock?: Clock;
  /** Where the page's life cycle is heard; default: the window. */
  readonly page?: EventTarget;
  /** Hears what an adapter did wrong. */
  readonly onError?: (cause: unknown) => void;
}

const EMPTY: Pick<MiniCartState, 'pending' | 'notes'> = { pending: new Set(), notes: new Map() };

/** What is shown is what the shop says: each change is followed by reading, and an answer to an older question is none. */
export function createMiniCart(adapter: CartAdapter, options: MiniCartOptions = {}): MiniCart {
  const { clock = systemClock, page = globalThis.window as EventTarget | undefined, onError } = options;
  const store = createStore<MiniCartState>({ is: 'reading', cart: undefined, reason: undefined, ...EMPTY });
  let users = 0;
  let life: AbortController | undefined;
  let tellOthers = () => {};
  /** Of the newest question or news. */
  let turn = 0;
  let latest: Promise<void> | undefined;
  let justAsked = false;

  function hear(cart: CartState): void {
    turn += 1;
    store.set({ is: 'ready', cart, reason: undefined });
  }

  async function ask(signal: AbortSignal): Promise<void> {
    turn += 1;
    const mine = turn;
    const isOld = () => signal.aborted || mine !== turn;
    if (!store.get().cart) store.set({ is: 'reading', reason: undefined });
    try {
      const cart = await withinTime((patience) => adapter.read!(patience), { timeoutMs: TIMEOUT_MS, signal, clock });
      if (!Array.isArray(cart?.lines)) throw new TypeError('The adapter read no cart.');
      if (!isOld()) hear(cart);
    } catch (error) {
      const reason: CartReason = (error as Error).name === 'TimeoutError' ? 'timeout' : 'network';
      if (!isOld()) store.set({ is: 'failed', reason });
    }
  }

  /** Asked twice for the same occasion, it asks once. */
  function read(): Promise<void> {
    if (!life) return Promise.resolve();
    if (justAsked && latest) return latest;
    justAsked = true;
    queueMicrotask(() => {
      justAsked = false;
    });
    latest = ask(life.signal);
    return latest;
  }

  /** Reads, and whatever else has been asked meanwhile. */
  async function readToTheEnd(): Promise<void> {
    for (let asked = read(); ; asked = latest!) {
      await asked;
      if (asked === latest || !latest) return;
    }
  }

  function mark(requestId: string, isPending: boolean, note?: { line: HeldCartLine; outcome: CartOutcome }): void {
    const pending = new Set(store.get().pending);
    const notes = new Map(store.get().notes);
    if (isPending) pending.add(requestId);
    else pending.delete(requestId);
    notes.delete(requestId);
    if (note) notes.set(requestId, note);
    store.set({ pending, notes });
  }

  const set: MiniCart['set'] = async (line, quantity, tell) => {
    const { requestId } = line;
    if (!life || !adapter.update || store.get().pending.has(requestId)) return undefined;
    const { signal } = life;
    const wanted = { ...line, quantity };
    const hearReply = ([reply]: readonly CartReply[]) => {
      const change = reply!.status === 'rejected' ? 0 : reply!.accepted - line.quantity;
      tell?.({ line: wanted, reply: reply!, change });
      if (change) void changed();
    };
    mark(requestId, true);
    try {
      const replies = await requestLines({
        lines: [wanted],
        ask: (patience) => adapter.update!([wanted], patience),
        signal,
        clock,
        onError,
        onLate: hearReply,
      });
      const said = summarise([wanted], replies);
      const took = said.state !== 'refused';
      hearReply(replies);
      await readToTheEnd();
      if (signal.aborted) return undefined;
      const { is, cart } = store.get();
      if (is === 'failed' && took && cart) store.set({ cart: withQuantity(cart, requestId, said.accepted) });
      // An answer that was lost, and the cart that was read since says that it was yes.
      const isDone =
        is === 'ready' && (cart?.lines.find((held) => held.requestId === requestId)?.quantity ?? 0) === quantity;
      const outcome: CartOutcome = isDone ? { state: 'accepted', asked: quantity, accepted: quantity } : said;
      mark(requestId, false, outcome.state === 'accepted' ? undefined : { line, outcome });
      return outcome;
    } catch {
      return undefined; // nobody waits for it any more
    }
  };

  /** Several say so of one change: each view hears the player's event. */
  function changed(): Promise<void> {
    if (!justAsked) tellOthers();
    return read();
  }

  function begin(): AbortController {
    const begun = new AbortController();
    const { signal } = begun;
    // An empty cart may have been filled while nobody looked: it is not shown as empty before the shop says so again.
    const { cart } = store.get();
    store.set({ is: 'reading', reason: undefined, ...EMPTY, ...(!cart?.lines.length && { cart: undefined }) });
    const unsubscribe = adapter.subscribe?.((cart) => signal.aborted || hear(cart));
    signal.addEventListener('abort', () => unsubscribe?.(), { once: true });
    if (page) {
      tellOthers = followOtherTabs(() => void read(), signal, page);
      onPageReturn(() => void read(), signal, page);
    }
    return begun;
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    canUpdate: Boolean(adapter.update),
    read,
    changed,
    set,
    start() {
      users += 1;
      if (users === 1) {
        life = begin();
        latest = undefined;
        justAsked = false;
        void read();
      }
      let stopped = false;
      return () => {
        if (stopped) return;
        stopped = true;
        users -= 1;
        if (users) return;
        life?.abort();
        life = undefined;
        tellOthers = () => {};
      };
    },
  };
}

const carts = new WeakMap<CartAdapter, MiniCart>();

/** The cart of an adapter, one for all that show it. */
export function miniCartOf(adapter: CartAdapter, options?: MiniCartOptions): MiniCart {
  const cart = carts.get(adapter) ?? createMiniCart(adapter, options);
  carts.set(adapter, cart);
  return cart;
}
