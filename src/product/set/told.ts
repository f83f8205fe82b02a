import type { CartLine, CartReply } from '../../cart/contract.js';
import { fill } from '../../i18n/format.js';
import type { CardMoreStrings, CardStrings } from '../../i18n/strings.js';

/** What the shop did with one line, in few words beside its name. */
export function lineTold(
  { quantity }: Pick<CartLine, 'quantity'>,
  { status, accepted, message, reason }: CartReply,
  text: CardStrings & CardMoreStrings,
): string {
  if (status === 'added') return text.lineAdded;
  const why = message || (reason ? text.reasons[reason] : '');
  const part = status === 'partial' ? fill(text.linePartial, { accepted, asked: quantity }) : text.refused;
  return why ? `${part}${status === 'partial' ? '. ' : ' '}${why}` : part;
}
