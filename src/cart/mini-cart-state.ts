import type { CartReason, CartState } from './contract.js';
import type { CartOutcome } from './outcome.js';

export type HeldCartLine = CartState['lines'][number];

/** What the shop said about the change of a line. */
export interface LineNote {
  readonly line: HeldCartLine;
  readonly outcome: CartOutcome;
}

/** What is known of the shop's cart. Lines go by their `requestId`. */
export interface MiniCartState {
  /** `failed`: the last reading did; `cart`, if any, is what was known before. */
  readonly is: 'reading' | 'ready' | 'failed';
  /** As the shop last told it. */
  readonly cart?: CartState;
  readonly reason?: CartReason;
  /** Lines whose change the shop has not answered yet. */
  readonly pending: ReadonlySet<string>;
  /** Of lines that were not changed as asked. */
  readonly notes: ReadonlyMap<string, LineNote>;
}

/** How many pieces a cart holds. */
export const piecesIn = (cart: CartState | undefined): number =>
  cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;

/** A cart in which the shop has left so many of a line. Its total is not known any more. */
export function withQuantity({ currency, lines }: CartState, requestId: string, quantity: number): CartState {
  return {
    currency,
    lines: lines
      .map((line) => (line.requestId === requestId ? { ...line, quantity } : line))
      .filter((line) => line.quantity > 0),
  };
}
