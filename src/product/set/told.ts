import type { CartLine, CartReply } from '../../cart/contract.js';
import { fill } from '../../i18n/format.js';
import { formatNumber } from '../../i18n/price.js';
import type { CardMoreStrings, CardStrings } from '../../i18n/strings.js';

/** What was asked of one line, and what the shop replied. */
export interface Told {
  readonly asked: Pick<CartLine, 'quantity'>;
  readonly reply: CartReply;
}

/** What the shop did with one line, in few words beside its name. */
export function lineTold({ asked, reply }: Told, text: CardStrings & CardMoreStrings, locale: string): string {
  const { status, accepted, message, reason } = reply;
  if (status === 'added') return text.lineAdded;
  const why = message || (reason ? text.reasons[reason] : '');
  if (status === 'rejected') return `${text.refused} ${why}`.trim();
  const part = fill(text.linePartial, {
    accepted: formatNumber(accepted, locale),
    asked: formatNumber(asked.quantity, locale),
  });
  return why ? fill(text.labelled, { label: part, value: why }) : part;
}
