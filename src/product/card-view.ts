import { html, nothing } from 'lit';
import { MAX_QUANTITY } from '../cart/line.js';
import type { CartOutcome } from '../cart/outcome.js';
import { fill, plural } from '../i18n/format.js';
import { formatPrice } from '../i18n/price.js';
import type { CardStrings } from '../i18n/strings.js';
import type { Product, Variant } from '../schema/manifest.js';
import { safeUrl } from '../shared/url.js';
import { type Choice, isAvailable, isPossible, nameOf } from './choice.js';

/** Everything that the card shows. */
export interface CardModel {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly choice: Choice;
  readonly quantity: number;
  readonly cart: { readonly is: 'idle' | 'pending' } | ({ readonly is: 'answered' } & CartOutcome);
  readonly hasCart: boolean;
  readonly text: CardStrings;
  readonly locale: string;
}

export interface CardActions {
  close(): void;
  choose(option: number, value: string): void;
  count(quantity: number): void;
  add(buyNow: boolean): void;
}

export function cardView(model: CardModel, act: CardActions) {
  const { product, variant, text, locale, quantity, cart } = model;
  const price = variant?.price ?? product.price;
  const money = (minor: number) => formatPrice(minor, price.currency, locale);
  const picture = [...(variant?.media ?? []), ...product.media].find(({ type }) => !type?.startsWith('video'));
  const off = isSoldOut(model) || cart.is === 'pending';
  return html`
    <button class="close" part="card__close" aria-label=${text.close} @click=${act.close}>${CLOSE}</button>
    <div class="scroll">
      <div class="about ${picture ? 'pictured' : ''}">
        ${
          picture
            ? html`<img class="picture" part="card__image" src=${safeUrl(picture.src) ?? ''} alt=${picture.alt}
                @load=${(event: Event) => ((event.target as HTMLElement).hidden = false)}
                @error=${(event: Event) => ((event.target as HTMLElement).hidden = true)} />`
            : nothing
        }
        ${product.brand ? html`<p class="brand">${product.brand}</p>` : nothing}
        <h2 part="card__name" tabindex="-1">${product.name}</h2>
        <p class="price" part="card__price">${money(price.minor)}
          ${price.compareAtMinor ? html`<s><span class="sr">${fill(text.priceWas, { price: '' })}</span>${money(price.compareAtMinor)}</s>` : nothing}</p>
        ${product.description ? html`<p class="description">${product.description}</p>` : nothing}
        ${product.options.map((option, i) => optionGroup(model, option, i, act))}
        <a class="details" part="card__link" href=${safeUrl(product.url) ?? '#'}>${text.viewProduct}</a>
      </div>
    </div>
    <div class="foot">
      <p class="outcome ${cart.is === 'answered' ? cart.state : ''}" part="card__outcome" role="status">${outcome(model)}</p>
      <div class="buy">
        <div class="quantity" role="group" aria-label=${text.quantity}>
          <button aria-label=${text.fewer} ?disabled=${quantity <= 1} @click=${() => act.count(quantity - 1)}>−</button>
          <output>${quantity}</output>
          <button aria-label=${text.more} ?disabled=${quantity >= MAX_QUANTITY} @click=${() => act.count(quantity + 1)}>+</button>
        </div>
        ${buyButton(model, 'add-to-cart', text.addToCart, off, () => act.add(false))}
        ${buyButton(model, 'buy-now', text.buyNow, off, () => act.add(true))}
      </div>
    </div>`;
}

function optionGroup(model: CardModel, option: Product['options'][number], index: number, act: CardActions) {
  const { choice, product, text } = model;
  return html`<fieldset>
    <legend>${option.name}: <b>${choice[index] ?? ''}</b></legend>
    ${option.values.map((entry) => {
      const value = nameOf(entry);
      const possible = isPossible(product, choice, index, value);
      const swatch = typeof entry === 'object' ? colour(entry.swatch) : undefined;
      return html`<button class="value" part="card__option" aria-pressed=${choice[index] === value} ?data-impossible=${!possible}
        aria-label=${possible ? value : `${value}: ${text.unavailable}`}
        @click=${() => act.choose(index, value)}>${swatch ? html`<i .style=${`background:${swatch}`}></i>` : nothing}${value}</button>`;
    })}
  </fieldset>`;
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

function isSoldOut({ product, variant }: CardModel): boolean {
  if (product.variants.length) return !variant || !isAvailable(variant);
  return !isAvailable({ availability: product.availability ?? 'in-stock', stock: product.stock });
}

function outcome(model: CardModel): string {
  const { cart, text, locale } = model;
  if (cart.is !== 'answered') {
    if (cart.is === 'pending') return text.adding;
    return isSoldOut(model) ? text.reasons['out-of-stock'] : '';
  }
  const why = cart.message || (cart.reason ? text.reasons[cart.reason] : '');
  if (cart.state === 'accepted') return plural(text.added, cart.accepted, locale);
  if (cart.state === 'partial') return `${fill(text.partial, { accepted: cart.accepted, asked: cart.asked })} ${why}`;
  return `${text.refused} ${why}`;
}

/** A swatch is data from outside: only what CSS itself takes as a colour may become style. */
function colour(swatch: string | undefined): string | undefined {
  return swatch && CSS.supports('color', swatch) ? swatch : undefined;
}

const CLOSE = html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path fill="currentColor" d="M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9z" /></svg>`;
