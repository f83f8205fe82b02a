import type { CartLine, CartReason, CartReply } from './contract.js';

const REASONS: ReadonlySet<string> = new Set<CartReason>([
  'out-of-stock',
  'insufficient-stock',
  'login-required',
  'invalid-variant',
  'limit-reached',
  'network',
  'timeout',
  'custom',
]);
const MAX_MESSAGE = 300;

interface Answer {
  /** How many were taken, over all the lines that the answer is for. */
  readonly total: number;
  readonly refused: boolean;
  readonly words?: Pick<CartReply, 'reason' | 'message'>;
}

/**
 * Every form of a shop's answer as one reply per line, in their order.
 *
 * An answer for all of several lines: `true`, `false` and `{ success }` hold for each of them; a number, or the
 * `accepted` of a reply, is the total that was taken, and is handed out in the order of the lines. More than was asked
 * counts as what was asked, and the status follows from the number. Unknown reasons become `custom`.
 * @throws Error, which says what was expected, for anything that is none of the forms
 */
export function normaliseReply(input: unknown, lines: readonly Pick<CartLine, 'quantity'>[]): CartReply[] {
  if (!Array.isArray(input)) return handOut(read(input), lines);
  if (input.length !== lines.length) throw nonsense(`${lines.length} replies, one per line`, input.length);
  return lines.flatMap((line, index) => handOut(read(input[index]), [line]));
}

function handOut({ total, refused, words }: Answer, lines: readonly Pick<CartLine, 'quantity'>[]): CartReply[] {
  let left = total;
  return lines.map(({ quantity }) => {
    const accepted = Math.min(left, quantity);
    left -= accepted;
    const status = refused || (!accepted && quantity) ? 'rejected' : accepted < quantity ? 'partial' : 'added';
    return { status, accepted, ...words };
  });
}

function read(input: unknown): Answer {
  if (typeof input === 'boolean') return { total: input ? Number.POSITIVE_INFINITY : 0, refused: !input };
  if (typeof input === 'number') return { total: quantity(input), refused: false };
  const { success, status, accepted, reason, message } = Object(input) as Record<string, unknown>;
  const words = {
    ...(reason !== undefined && { reason: (REASONS.has(reason as string) ? reason : 'custom') as CartReason }),
    // A cut through a surrogate pair would show as a broken character.
    ...(typeof message === 'string' && { message: message.slice(0, MAX_MESSAGE).replace(/[\ud800-\udbff]$/, '') }),
  };
  if (typeof success === 'boolean') return { ...read(success), words };
  switch (status) {
    case 'rejected':
      if (accepted) throw nonsense('a rejected reply to accept nothing', accepted);
      return { ...read(false), words };
    case 'added':
    case 'partial':
      return { ...read(status === 'added' && accepted === undefined ? true : quantity(accepted)), words };
    default:
      throw nonsense('true, false, a quantity, { success } or a reply with its status', input);
  }
}

function quantity(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw nonsense('a quantity', value);
  return (value as number) || 0; // never -0
}

/** No TypeError: with one a fetch says that nothing was reached. */
function nonsense(expected: string, value: unknown): Error {
  const got = typeof value === 'object' ? Object.prototype.toString.call(value) : String(value);
  return new Error(`expected ${expected}, got ${got.slice(0, 80)}`);
}
