import { html, nothing } from 'lit';
import { priceLabel } from '../../i18n/price.js';
import type { Product } from '../../schema/manifest.js';
import { safeUrl } from '../../shared/url.js';
import { isClip } from '../gallery/groups.js';
import type { CardActions, CardModel } from './model.js';

/** What can be had in place of a product that is sold out. */
export function instead({ alternates, text, locale }: CardModel, act: CardActions) {
  if (!alternates.length) return nothing;
  return html`<section part="card__alternates"><h3>${text.instead}</h3>
    ${alternates.map(
      (product) => html`<button class="other" data-product-id=${product.id} @click=${() => act.open(product.id)}>
        ${thumbnail(product)}<span>${product.name}</span><b>${priceLabel(product, locale, text.priceFrom)}</b></button>`,
    )}</section>`;
}

/** A small picture beside a name, which says all that it shows. */
export function thumbnail({ media }: Product) {
  const src = safeUrl(media.find((one) => !isClip(one))?.src);
  const gone = (event: Event) => ((event.target as HTMLElement).style.visibility = 'hidden');
  return src ? html`<img src=${src} alt="" width="52" height="52" loading="lazy" @error=${gone} />` : html`<i></i>`;
}
