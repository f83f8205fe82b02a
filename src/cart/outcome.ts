import type { CartLine, CartReason, CartReply } from './contract.js';

/** What a shopper is told about a request: all of it, a part, or nothing was taken. */
export interface CartOutcome {
  readonly state: 'accepted' | 'partial' | 'refused';
  /** Pieces over all lines. */
  readonly asked: number;
  readonly accepted: number;
  /** Of the first line that was not taken in full, else of the first that says something. */
  readonly reason?: CartReason;
  readonly message?: string;
}

/** The replies to one request in one. */
export function summarise(lines: readonly Pick<CartLine, 'quantity'>[], replies: readonly CartReply[]): CartOutcome {
  const all = (status: CartReply['status']) => replies.every((reply) => reply.status === status);
  const telling =
    replies.find((reply) => reply.status !== 'added') ?? replies.find((reply) => reply.message ?? reply.reason);
  return {
    state: all('added') ? 'accepted' : all('rejected') ? 'refused' : 'partial',
    asked: lines.reduce((sum, line) => sum + line.quantity, 0),
    accepted: replies.reduce((sum, reply) => sum + reply.accepted, 0),
    ...(telling?.reason && { reason: telling.reason }),
    ...(telling?.message && { message: telling.message }),
  };
}
