import type { HeldCartLine } from '../cart/mini-cart-state.js';
import type { CartOutcome } from '../cart/outcome.js';
import { fill } from '../i18n/format.js';
import { formatNumber } from '../i18n/price.js';
import type { CartStrings } from '../i18n/strings.js';
import type { Product } from '../schema/manifest.js';

/** What a line is called: as the shop says, else as the film does. */
export function nameOf(line: HeldCartLine, product: Product | undefined): string {
  return line.title || product?.name || line.productId;
}

/** The values of its variant, where the shop's own title does not say them. */
export function optionsOf(
  { variantId, title = '' }: HeldCartLine,
  product: Product | undefined,
  { comma }: CartStrings,
): string {
  const values = product?.variants.find(({ id }) => id === variantId)?.options ?? [];
  return values
    .filter((value) => !title.includes(value))
    .reduce((before, after) => (before ? fill(comma, { before, after }) : after), '');
}

/** Why a change was not made, or not wholly; nothing where it was. */
export function outcomeText(outcome: CartOutcome, text: CartStrings, locale: string): string {
  const { state, asked, accepted, reason, message } = outcome;
  if (state === 'accepted') return '';
  const why = message || (reason ? text.reasons[reason] : '');
  const what =
    state === 'partial'
      ? fill(text.partial, { accepted: formatNumber(accepted, locale), asked: formatNumber(asked, locale) })
      : text.refused;
  return `${what} ${why}`.trim();
}
