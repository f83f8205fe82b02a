import type { HeldCartLine } from '../cart/mini-cart-state.js';
import type { CartOutcome } from '../cart/outcome.js';
import { fill } from '../i18n/format.js';
import type { CartStrings } from '../i18n/strings.js';
import type { Product } from '../schema/manifest.js';

/** What a line is called: as the shop says, else as the film does. */
export function nameOf(line: HeldCartLine, product: Product | undefined): string {
  return line.title || product?.name || line.productId;
}

/** The values of its variant, where the shop's own title does not say them. */
export function optionsOf({ variantId, title = '' }: HeldCartLine, product: Product | undefined): string {
  const values = product?.variants.find(({ id }) => id === variantId)?.options ?? [];
  return values.filter((value) => !title.includes(value)).join(', ');
}

/** Why a change was not made, or not wholly; nothing where it was. */
export function outcomeText({ state, asked, accepted, reason, message }: CartOutcome, text: CartStrings): string {
  if (state === 'accepted') return '';
  const why = message || (reason ? text.reasons[reason] : '');
  const what = state === 'partial' ? fill(text.partial, { accepted, asked }) : text.refused;
  return `${what} ${why}`.trim();
}
