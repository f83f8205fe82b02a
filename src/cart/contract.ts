/** The cart contract: what the player asks of a shop, and what a shop may answer. */

export interface CartLine {
  /** Made by the player for each press; a repeat of the same request carries the same id. */
  readonly requestId: string;
  readonly productId: string;
  readonly variantId?: string;
  readonly sku?: string;
  readonly quantity: number;
  /** Of the manifest's bundle that the line was added with: all its lines come in one request, and the shop prices it. */
  readonly bundleId?: string;
  /**
   * Goes into the platform's own line properties, so that the order carries the attribution token back, and the shop
   * knows a bundle's lines in the cart.
   */
  readonly properties: { readonly _shoppable: string; readonly _bundle?: string };
}

export type CartReason =
  | 'out-of-stock'
  | 'insufficient-stock'
  | 'login-required'
  | 'invalid-variant'
  | 'limit-reached'
  | 'network'
  | 'timeout'
  | 'custom';

export interface CartReply {
  readonly status: 'added' | 'partial' | 'rejected';
  /** How many the shop took. */
  readonly accepted: number;
  readonly reason?: CartReason;
  /** In the shopper's language, from the shop; shown as text. */
  readonly message?: string;
}

export interface SuccessReply {
  readonly success: boolean;
  readonly reason?: string;
  readonly message?: string;
}

export type LineReply = boolean | number | SuccessReply | CartReply;
/** Every form of answer: one for all lines, or one per line in their order. */
export type CartReplyInput = LineReply | readonly LineReply[];

export interface CartState {
  readonly lines: readonly (CartLine & { readonly unitMinor?: number; readonly title?: string })[];
  readonly totalMinor?: number;
  readonly currency: string;
}

export interface CartAdapter {
  /** May a request whose answer was lost be asked again? */
  readonly idempotent?: boolean;
  /** One reply per line, in order. */
  add(lines: CartLine[], signal: AbortSignal): Promise<CartReply[]>;
  /** Quantity 0 removes the line. */
  update?(lines: CartLine[], signal: AbortSignal): Promise<CartReply[]>;
  read?(signal: AbortSignal): Promise<CartState>;
  checkout?(): void | Promise<void>;
  subscribe?(changed: (state: CartState) => void): () => void;
}
