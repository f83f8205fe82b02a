import { html, nothing } from 'lit';
import { MAX_QUANTITY } from '../cart/line.js';
import type { HeldCartLine } from '../cart/mini-cart-state.js';
import type { CartOutcome } from '../cart/outcome.js';
import { fill } from '../i18n/format.js';
import { formatNumber, formatPrice } from '../i18n/price.js';
import type { CartStrings } from '../i18n/strings.js';
import type { Product } from '../schema/manifest.js';
import { safeUrl } from '../shared/url.js';
import { nameOf, optionsOf, outcomeText } from './line-model.js';

export interface LineModel {
  readonly line: HeldCartLine;
  readonly product: Product | undefined;
  readonly currency: string;
  readonly pending: boolean;
  readonly outcome: CartOutcome | undefined;
  readonly canUpdate: boolean;
  readonly text: CartStrings;
  readonly locale: string;
}

/** One line: what it is, what it costs, and how many. */
export function lineView(model: LineModel, set: (quantity: number) => void) {
  const { line, product, currency, pending, outcome, canUpdate, text, locale } = model;
  const { quantity, unitMinor } = line;
  const name = nameOf(line, product);
  const options = optionsOf(line, product, text);
  const image = safeUrl(product?.media.find(({ type }) => !type?.startsWith('video'))?.src);
  const url = safeUrl(product?.url);
  const money = (minor: number) => formatPrice(minor, currency, locale);
  const step = (next: number, label: string, sign: string) =>
    html`<button class="step" aria-label=${label} aria-disabled=${pending || next < 1 || next > MAX_QUANTITY}
      @click=${() => !pending && next >= 1 && next <= MAX_QUANTITY && set(next)}>${sign}</button>`;
  return html`<li part="cart__line" aria-busy=${pending}>
    <span class="picture">${image ? html`<img part="cart__image" src=${image} alt="" width="72" height="72" loading="lazy" />` : nothing}</span>
    <span class="about">
      ${url ? html`<a part="cart__name" class="name" dir="auto" href=${url}>${name}</a>` : html`<span part="cart__name" class="name" dir="auto">${name}</span>`}
      ${options ? html`<span class="quiet" dir="auto">${options}</span>` : nothing}
      ${unitMinor !== undefined && quantity > 1 ? html`<span class="quiet">${fill(text.each, { price: money(unitMinor) })}</span>` : nothing}
    </span>
    ${unitMinor === undefined ? nothing : html`<b part="cart__price" class="price">${money(unitMinor * quantity)}</b>`}
    ${
      canUpdate
        ? html`<span class="change">
            <span class="quantity" part="cart__quantity" role="group" aria-label=${fill(text.quantityOf, { name })}>
              ${step(quantity - 1, text.fewer, '−')}<output>${formatNumber(quantity, locale)}</output>${step(quantity + 1, text.more, '+')}
            </span>
            <button part="cart__remove" class="remove" aria-label=${fill(text.removeWhat, { name })} aria-disabled=${pending}
              @click=${() => !pending && set(0)}>${text.remove}</button>
            <span class="quiet pending">${pending ? text.changing : ''}</span>
          </span>`
        : html`<span class="change quiet">× ${formatNumber(quantity, locale)}</span>`
    }
    ${outcome ? html`<p part="cart__note" class="note">${outcomeText(outcome, text, locale)}</p>` : nothing}
  </li>`;
}
