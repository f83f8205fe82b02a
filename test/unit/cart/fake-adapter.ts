import type { CartAdapter, CartLine, CartReply, CartState } from '../../../src/cart/contract.js';

export const lineOf = (
  requestId: string,
  quantity: number,
  productId = requestId,
): CartLine & { unitMinor: number } => ({
  requestId,
  productId,
  quantity,
  properties: { _shoppable: '' },
  unitMinor: 1000,
});

/** A shop with a cart that a test may change behind everyone's back. */
export function createFakeAdapter(lines: CartLine[] = []) {
  let held: CartLine[] = lines;
  let changed: ((state: CartState) => void) | undefined;
  const state = (): CartState => ({
    lines: held,
    totalMinor: held.reduce((sum, { quantity }) => sum + quantity * 1000, 0),
    currency: 'EUR',
  });
  const put = (line: CartLine) => {
    held = held.map((own) => (own.requestId === line.requestId ? { ...own, quantity: line.quantity } : own));
    held = held.filter(({ quantity }) => quantity > 0);
  };
  const shop = {
    reads: 0,
    updates: [] as CartLine[],
    state,
    put,
    replace: (next: CartLine[]) => {
      held = next;
    },
    push: () => changed?.(state()),
    follows: () => Boolean(changed),
    /** What the shop does when it is asked; a test may replace either. */
    onRead: async (_: AbortSignal): Promise<CartState> => state(),
    onUpdate: async ([line]: CartLine[], _: AbortSignal): Promise<CartReply[]> => {
      put(line!);
      return [{ status: 'added', accepted: line!.quantity }];
    },
  };
  const adapter: CartAdapter = {
    add: async () => [],
    read: (signal) => {
      shop.reads += 1;
      return shop.onRead(signal);
    },
    update: (asked, signal) => {
      shop.updates.push(...asked);
      return shop.onUpdate(asked, signal);
    },
    subscribe: (listener) => {
      changed = listener;
      return () => {
        changed = undefined;
      };
    },
  };
  return { shop, adapter };
}
