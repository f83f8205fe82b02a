import { html } from 'lit';
import { MAX_QUANTITY } from '../../cart/line.js';
import { fill } from '../../i18n/format.js';
import { formatNumber, plural } from '../../i18n/price.js';
import { safeUrl } from '../../shared/url.js';
import { isSoldOut } from '../variants/choice.js';
import type { CardActions, CardModel } from './model.js';

/** How many, the two ways to buy, and what came of it. */
export function buy(model: CardModel, act: CardActions) {
  const { product, variant, text, quantity, cart } = model;
  const off = isSoldOut(product, variant) || cart.is === 'pending';
  return html`<p class="outcome ${cart.is === 'answered' ? cart.state : ''}" part="card__outcome" role="status">${outcome(model)}</p>
    <div class="buy">
      <div class="quantity" role="group" aria-label=${text.quantity}>
        <button aria-label=${text.fewer} ?disabled=${quantity <= 1} @click=${() => act.count(quantity - 1)}>−</button>
        <output>${formatNumber(quantity, model.locale)}</output>
        <button aria-label=${text.more} ?disabled=${quantity >= MAX_QUANTITY} @click=${() => act.count(quantity + 1)}>+</button>
      </div>
      ${buyButton(model, 'add-to-cart', text.addToCart, off, () => act.add(false))}
      ${buyButton(model, 'buy-now', text.buyNow, off, () => act.add(true))}
    </div>`;
}

/** A button where a cart is known of. Otherwise a link; a listener further up may still answer, and then it stays. */
function buyButton({ hasCart, product }: CardModel, part: string, label: string, off: boolean, press: () => void) {
  if (hasCart) {
    return html`<button class=${part} part=${part} aria-disabled=${off} @click=${() => !off && press()}>${label}</button>`;
  }
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!off) press();
  };
  return html`<a class=${part} part=${part} href=${safeUrl(product.url) ?? '#'} @click=${follow}>${label}</a>`;
}

function outcome(model: CardModel): string {
  const { cart, text, note, locale } = model;
  if (cart.is === 'pending') return text.adding;
  if (cart.is !== 'answered') {
    const soldOut = isSoldOut(model.product, model.variant) ? text.reasons['out-of-stock'] : '';
    return [note, soldOut].filter(Boolean).join(' ');
  }
  const why = cart.message || (cart.reason ? text.reasons[cart.reason] : '');
  const told = {
    accepted: plural(text.added, cart.accepted, locale),
    partial: `${fill(text.partial, { accepted: formatNumber(cart.accepted, locale), asked: formatNumber(cart.asked, locale) })} ${why}`,
    refused: `${text.refused} ${why}`,
  }[cart.state];
  return [told, note].filter(Boolean).join(' ');
}
