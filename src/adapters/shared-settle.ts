import type { CartLine, CartReason, CartReply } from '../cart/contract.js';

interface Words {
  readonly reason?: CartReason;
  readonly message?: string;
}

const SHORTFALL = new Set<CartReason | undefined>(['out-of-stock', 'insufficient-stock', 'limit-reached']);

/** The reply for a line of which the shop took `taken`. A shortfall is always a matter of stock or limit. */
export function settleAdd({ quantity }: CartLine, taken: number, { reason = 'custom', message }: Words): CartReply {
  const accepted = Math.max(0, Math.min(taken, quantity));
  if (accepted === quantity) return { status: 'added', accepted };
  const words = message ? { message } : {};
  if (!accepted) return { status: 'rejected', accepted, reason, ...words };
  return { status: 'partial', accepted, reason: SHORTFALL.has(reason) ? reason : 'insufficient-stock', ...words };
}

/** The reply for a line that should hold `quantity`, held `before` and holds `after`: what the cart has counts. */
export function settleUpdate(line: CartLine, before: number, after: number, words: Words): CartReply {
  const moved = after !== before || after === line.quantity;
  return settleAdd(line, moved && after <= line.quantity ? after : 0, words).status === 'added' && !moved
    ? { status: 'rejected', accepted: 0, reason: 'custom' }
    : settleAdd(line, moved && after <= line.quantity ? after : 0, words);
}
