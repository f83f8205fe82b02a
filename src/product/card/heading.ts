import { html, nothing } from 'lit';
import { fill, plural } from '../../i18n/format.js';
import { formatPrice } from '../../i18n/price.js';
import type { CardModel } from './model.js';

/** What it is, how others found it, and what it costs. */
export function heading({ product, variant, text, locale }: CardModel) {
  const price = variant?.price ?? product.price;
  const money = (minor: number) => formatPrice(minor, price.currency, locale);
  return html`${product.brand ? html`<p class="brand">${product.brand}</p>` : nothing}
    <h2 part="card__name" tabindex="-1">${product.name}</h2>
    ${rating({ product, text, locale })}
    <p class="price" part="card__price">${money(price.minor)}
      ${price.compareAtMinor ? html`<s><span class="sr">${fill(text.priceWas, { price: '' })}</span>${money(price.compareAtMinor)}</s>` : nothing}</p>
    ${left(product, variant, text, locale)}`;
}

export function rating({ product, text, locale }: Pick<CardModel, 'product' | 'text' | 'locale'>) {
  if (!product.rating) return nothing;
  const { value, count } = product.rating;
  const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return html`<p class="rating" part="card__rating" role="img" aria-label=${fill(plural(text.rating, count, locale), { value: mean })}>
    <i .style=${`--_part:${value * 20}%`}>★★★★★</i> ${mean} <span>(${new Intl.NumberFormat(locale).format(count)})</span></p>`;
}

/** From so few on, a shopper is told how many are left. */
const FEW = 5;

function left(product: CardModel['product'], variant: CardModel['variant'], text: CardModel['text'], locale: string) {
  const { availability, stock } = variant ?? product;
  const told =
    stock && stock <= FEW
      ? plural(text.onlyLeft, stock, locale)
      : ({ 'low-stock': text.lowStock, preorder: text.preorder } as Record<string, string>)[availability ?? ''];
  return told && stock !== 0 ? html`<p class="left" part="card__stock">${told}</p>` : nothing;
}
