import assert from 'node:assert/strict';
import type { CartAdapter, CartLine, CartReason, CartReply } from '../../cart/contract.js';
import { createLine } from '../../cart/line.js';
import { requestLines } from '../../cart/request.js';
import { createPageLocks, type Locks } from '../shared-locks.js';
import type { FakeShop } from './fake-shop.js';
import { VARIANTS } from './stock-room.js';

/** What an adapter is made with, for one tab of the shopper's browser. Tabs share `storage` and `locks`. */
export interface Tab {
  readonly url: string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly locks: Locks;
  /** For one request to the shop. */
  readonly timeoutMs: number;
}

export interface Scene {
  readonly shop: FakeShop;
  /** @param apart in a browser without Web Locks: it knows nothing of the other tabs */
  openTab(apart?: boolean): CartAdapter;
  /** As the player asks: with its own time limit, and again where the adapter says it may. */
  add(adapter: CartAdapter, ...lines: CartLine[]): Promise<CartReply[]>;
  update(adapter: CartAdapter, ...lines: CartLine[]): Promise<CartReply[]>;
}

export interface Case {
  readonly name: string;
  /** Why the platform can't have this case. */
  skip?(shop: FakeShop, adapter: CartAdapter): string | undefined;
  run(scene: Scene): Promise<void>;
}

/** Each request within this, and the player's ten seconds for all of them. */
const REQUEST_MS = 2500;

export function openScene(shop: FakeShop, createAdapter: (tab: Tab) => CartAdapter): Scene {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const locks = createPageLocks();
  const ask = (
    adapter: CartAdapter,
    lines: CartLine[],
    how: (lines: CartLine[], signal: AbortSignal) => Promise<CartReply[]>,
  ) =>
    requestLines({
      lines,
      ask: (signal) => how(lines, signal),
      signal: new AbortController().signal,
      idempotent: adapter.idempotent,
      onError: (cause) => {
        if (!(cause instanceof TypeError)) throw cause; // that is how an adapter says `network`
      },
    });
  return {
    shop,
    openTab: (apart) =>
      createAdapter({ url: shop.url, storage, locks: apart ? createPageLocks() : locks, timeoutMs: REQUEST_MS }),
    add: (adapter, ...lines) => ask(adapter, lines, (of, signal) => adapter.add(of, signal)),
    update: (adapter, ...lines) => ask(adapter, lines, (of, signal) => adapter.update!(of, signal)),
  };
}

export function line(
  variant: keyof typeof VARIANTS,
  quantity = 1,
  token = 'sv1.film.view.spot',
  bundleId?: string,
): CartLine {
  const variantId = VARIANTS[variant];
  return createLine({ productId: `1${variantId.at(-1)}`, variantId, quantity, bundleId, token });
}

export function isAdded(reply: CartReply | undefined, quantity = 1): void {
  assert.deepEqual({ status: reply?.status, accepted: reply?.accepted }, { status: 'added', accepted: quantity });
}

export function isRejected(reply: CartReply | undefined, ...reasons: CartReason[]): void {
  assert.deepEqual({ status: reply?.status, accepted: reply?.accepted }, { status: 'rejected', accepted: 0 });
  assert.ok(reasons.includes(reply!.reason!), `the reason is ${reply!.reason}, not ${reasons.join(' or ')}`);
}

export function isPartial(reply: CartReply | undefined, accepted: number, ...reasons: CartReason[]): void {
  assert.deepEqual({ status: reply?.status, accepted: reply?.accepted }, { status: 'partial', accepted });
  assert.ok(reasons.includes(reply!.reason!), `the reason is ${reply!.reason}, not ${reasons.join(' or ')}`);
}

/** What the shop's cart holds of a product: the truth. */
export function holds({ shop }: Scene, variant: keyof typeof VARIANTS, quantity: number): void {
  assert.equal(shop.room.held(VARIANTS[variant]), quantity, `the shop's cart holds another quantity of ${variant}`);
}

/** The same product, there before: nobody's answer may count it. */
export function putBefore({ shop }: Scene, variant: keyof typeof VARIANTS, quantity: number): void {
  shop.room.take({ variantId: VARIANTS[variant], quantity }, false);
}
