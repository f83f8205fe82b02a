import { html, nothing } from 'lit';
import { anyAvailabilityOf } from '../host/availability-of.js';
import { fill } from '../i18n/format.js';
import { priceLabel } from '../i18n/price.js';
import { stockWords } from '../i18n/stock.js';
import type { ShelfStrings } from '../i18n/strings.js';
import { formatTime } from '../i18n/time.js';
import type { Product } from '../schema/manifest.js';
import { safeUrl } from '../shared/url.js';
import { icons } from './icons.js';
import type { Item } from './items.js';

export interface ItemModel {
  readonly item: Item;
  readonly product: Product;
  /** It is in the scene of this moment. */
  readonly current: boolean;
  /** Of its controls: -1 where another item of the rail is the Tab stop. */
  readonly tabIndex: number;
  /** Undefined where nobody keeps a list of wishes. */
  readonly saved?: boolean;
  /** Why a wish was not kept, or not let go. */
  readonly note: string | undefined;
  readonly text: ShelfStrings;
  readonly priceFrom: string;
  readonly locale: string;
}

export interface ItemActions {
  choose(item: Item): void;
  jump(item: Item): void;
  save(item: Item): void;
}

/** One product of the shelf: what it is, and the moment that shows it. */
export function itemView(
  { item, product, current, tabIndex, saved, note, text, priceFrom, locale }: ItemModel,
  act: ItemActions,
) {
  const { name } = product;
  const image = safeUrl(product.media.find(({ type }) => !type?.startsWith('video'))?.src);
  const stock = stockLabel(product, text, locale);
  return html`<li part="shelf__item" class=${current ? 'current' : ''}>
    <button part="shelf__product" class="product" aria-haspopup="dialog" aria-current=${current ? 'true' : nothing}
      data-product-id=${item.productId} tabindex=${tabIndex} @click=${() => act.choose(item)}>
      <span class="picture">${image ? html`<img part="shelf__image" src=${image} alt="" width="160" height="160" loading="lazy" decoding="async" />` : nothing}</span>
      <span class="words">
        ${current ? html`<span part="shelf__now" class="now">${text.now}</span>` : nothing}
        <span part="shelf__name" class="name" dir="auto" title=${name}>${name}</span>
        <b part="shelf__price" class="price">${priceLabel(product, locale, priceFrom)}</b>
        ${stock ? html`<span part="shelf__stock" class="stock">${stock}</span>` : nothing}
      </span>
    </button>
    ${
      item.start === undefined
        ? nothing
        : html`<button part="shelf__jump" class="jump" tabindex=${tabIndex} @click=${() => act.jump(item)}
            aria-label=${fill(text.jump, { name, time: formatTime(item.start) })}><span>${icons.play}${formatTime(item.start)}</span></button>`
    }
    ${
      saved === undefined
        ? nothing
        : html`<button part="shelf__wish" class="wish" tabindex=${tabIndex} aria-pressed=${saved} @click=${() => act.save(item)}
            aria-label=${fill(text.save, { name })}><span>${icons.heart}</span></button>`
    }
    ${note ? html`<p part="shelf__note" class="stock note" role="alert">${note}</p>` : nothing}
  </li>`;
}

/** What keeps a shopper from waiting, or from hoping; nothing where there is plenty. */
function stockLabel(product: Product, text: ShelfStrings, locale: string): string {
  const availability = anyAvailabilityOf(product);
  return availability.is === 'out-of-stock' ? text.soldOut : stockWords(availability, text, locale);
}
