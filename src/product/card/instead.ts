import { html, nothing } from 'lit';
import { priceLabel } from '../../i18n/price.js';
import type { CardActions, CardModel } from './model.js';
import { thumbnail } from './thumbnail.js';

/** What can be had in place of a product that is sold out. */
export function instead({ alternates, text, locale }: CardModel, act: CardActions) {
  if (!alternates.length) return nothing;
  return html`<section part="card__alternates"><h3>${text.instead}</h3>
    ${alternates.map(
      (product) => html`<button class="other" data-product-id=${product.id} @click=${() => act.open(product.id)}>
        ${thumbnail(product)}<span dir="auto">${product.name}</span><b>${priceLabel(product, locale, text.priceFrom)}</b></button>`,
    )}</section>`;
}
