import { html, nothing } from 'lit';
import { HotspotClickedEvent } from '../../events/hotspot-clicked.js';
import type { ShoppableHost } from '../../host/host.js';
import { productOf } from '../../host/product-of.js';
import { priceLabel } from '../../i18n/price.js';
import type { Manifest } from '../../schema/manifest.js';
import { safeUrl } from '../../shared/url.js';

/**
 * All that a film sells, for when there is nothing of the film to look at. Hotspots on its poster would lie beside what
 * they mean: it is no picture of a known moment.
 */
export function productList(host: ShoppableHost, { products, hotspots }: Manifest, label: string) {
  const { element, state, strings, locale, request } = host;
  const choose = ({ currentTarget }: Event, productId: string) => {
    // Safari gives a button that is clicked no focus, and the card would not know where to return it to.
    (currentTarget as HTMLElement).focus({ preventScroll: true });
    const hotspotId = hotspots.find((hotspot) => hotspot.product === productId)?.id;
    element.dispatchEvent(new HotspotClickedEvent(hotspotId, productId, state.get().time, 'list'));
    request({ type: 'open-product', productId, hotspotId, via: 'list' });
  };
  return html`<ul role="list" class="goods" part="stills__products" aria-label=${label}>
    ${products.map(({ id }) => {
      const product = productOf(state.get(), id)!;
      const image = safeUrl(product.media.find(({ type }) => !type?.startsWith('video'))?.src);
      return html`<li>
        <button aria-haspopup="dialog" data-product-id=${id} @click=${(event: Event) => choose(event, id)}>
          ${image ? html`<img src=${image} alt="" width="56" height="56" loading="lazy" decoding="async" />` : nothing}
          <span dir="auto">${product.name}</span>
          <b>${priceLabel(product, locale, strings.priceFrom)}</b>
        </button>
      </li>`;
    })}
  </ul>`;
}
