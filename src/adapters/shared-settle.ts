import type { CartLine, CartReply } from '../cart/contract.js';
import type { Outcome } from './shared-outcome.js';

export const rejected = ({ reason = 'custom', message }: Outcome): CartReply => ({
  status: 'rejected',
  accepted: 0,
  reason,
  message,
});

/** The shop says that there is not enough, or not so many for one customer. */
export const isShort = ({ reason }: Outcome) => /stock|limit/.test(`${reason}`);

/** The reply for a line of which the shop took `taken`. A part of it is always a matter of stock or limit. */
export function settle({ quantity }: CartLine, taken: number, outcome: Outcome): CartReply {
  if (taken >= quantity) return { status: 'added', accepted: quantity };
  const reply = rejected(outcome);
  if (taken <= 0) return reply;
  // What was taken in part is not sold out, whatever the shop calls it.
  const reason = reply.reason === 'limit-reached' ? reply.reason : 'insufficient-stock';
  return { ...reply, status: 'partial', accepted: taken, reason };
}
