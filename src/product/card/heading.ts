import { html, nothing } from 'lit';
import { availabilityOf } from '../../host/availability-of.js';
import { fill } from '../../i18n/format.js';
import { formatNumber, formatPrice, plural } from '../../i18n/price.js';
import { stockWords } from '../../i18n/stock.js';
import type { CardStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import type { CardActions, CardModel } from './model.js';
import { tools } from './tools.js';

/** What it is, how others found it, and what it costs. */
export function heading(model: CardModel, act: CardActions) {
  const { product, variant, text, locale } = model;
  const price = variant?.price ?? product.price;
  const money = (minor: number) => formatPrice(minor, price.currency, locale);
  return html`${product.brand ? html`<p class="brand"><bdi>${product.brand}</bdi></p>` : nothing}
    <h2 part="card__name" tabindex="-1"><bdi>${product.name}</bdi></h2>
    ${rating(product, text, locale)}
    <div class="pay"><p class="price" part="card__price">${money(price.minor)}
      ${price.compareAtMinor ? was(money(price.compareAtMinor), text) : nothing}</p>${tools(model, act)}</div>
    ${left(product, variant, text, locale)}`;
}

/** A price that is no more: struck through for the eye, in words for who does not see it. */
export const was = (price: string, text: CardStrings) =>
  html`<s><span class="sr">${fill(text.priceWas, { price })}</span><span aria-hidden="true">${price}</span></s>`;

export function rating(product: Product, text: CardStrings, locale: string) {
  if (!product.rating) return nothing;
  const { value, count } = product.rating;
  const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return html`<p class="rating" part="card__rating" role="img" aria-label=${fill(plural(text.rating, count, locale), { value: mean })}>
    <i .style=${`--_part:${value * 20}%`}>★★★★★</i> ${mean} <span>(${formatNumber(count, locale)})</span></p>`;
}

function left(product: Product, variant: Variant | undefined, text: CardStrings, locale: string) {
  const told = stockWords(availabilityOf(variant ?? product), text, locale);
  return told ? html`<p class="left" part="card__stock">${told}</p>` : nothing;
}
