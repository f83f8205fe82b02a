import { html, nothing, render } from 'lit';
import { attributionToken } from '../beacon/attribution-token.js';
import type { CartReply } from '../cart/contract.js';
import { createLine, MAX_QUANTITY } from '../cart/line.js';
import { type CartOutcome, summarise } from '../cart/outcome.js';
import { ProductClosedEvent } from '../events/product-closed.js';
import { ProductOpenedEvent } from '../events/product-opened.js';
import { VariantSelectedEvent } from '../events/variant-selected.js';
import type { ShoppableHost } from '../host/host.js';
import { enCard } from '../i18n/en-card.js';
import { fill, plural } from '../i18n/format.js';
import { formatPrice } from '../i18n/price.js';
import type { CardStrings } from '../i18n/strings.js';
import type { Product } from '../schema/manifest.js';
import { adoptInto } from '../shared/adopt.js';
import { safeUrl } from '../shared/url.js';
import { askShop } from './ask-shop.js';
import { cardStyles } from './card-styles.js';
import { type Choice, chosenVariant, firstChoice, isAvailable, isPossible, nameOf } from './choice.js';

/** Narrower than this the card is a sheet over the page's lower edge: in the player it would hide everything. */
const SHEET_BELOW_PX = 560;

type Cart = { readonly is: 'idle' | 'pending' } | ({ readonly is: 'answered' } & CartOutcome);

/** The card that the state's `open` product is shown in. A later call shows another product in the same card. */
export function mountCard(container: HTMLElement, host: ShoppableHost, { focusBack }: { focusBack(): HTMLElement }) {
  const { state, locale, element, signal, request } = host;
  const { open, manifest, time, box } = state.get();
  const product = manifest?.products.find(({ id }) => id === open?.productId);
  if (!open || !product) return;
  adoptInto(container.getRootNode() as ShadowRoot, cardStyles);

  const text: CardStrings = { ...enCard, ...host.strings };
  const openedAt = performance.now();
  const positionMs = Math.round(time * 1000);
  let choice: Choice = firstChoice(product, open.variantId);
  let quantity = 1;
  let cart: Cart = { is: 'idle' };
  const image = 0;
  const dialog = container.ownerDocument.createElement('dialog');
  dialog.className = 'card';
  dialog.setAttribute('part', 'card');
  dialog.setAttribute('aria-label', product.name);
  container.replaceChildren(dialog);

  const add = async (buyNow: boolean, click?: Event) => {
    if (cart.is === 'pending') return click?.preventDefault();
    cart = { is: 'pending' };
    draw();
    const variant = chosenVariant(product, choice);
    const line = createLine({
      productId: product.id,
      variantId: variant?.id,
      sku: variant?.sku ?? product.sku,
      quantity,
      token: await tokenOf(),
    });
    const show = (replies: CartReply[]) => {
      cart = { is: 'answered', ...summarise([line], replies) };
      if (dialog.isConnected) draw();
    };
    try {
      const answer = await askShop(host, [line], buyNow, show);
      if (typeof answer === 'object') return show(answer);
      if (answer === 'nobody') return void follow(product.url);
      cart = { is: 'idle' };
      draw();
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
    }
  };

  const tokenOf = async () =>
    attributionToken({
      videoId: manifest!.id,
      viewId: (await host.viewId()) ?? '',
      hotspotId: open.hotspotId,
      positionMs,
      atMs: Date.now(),
    });

  const choose = (option: number, value: string) => {
    choice = choice.map((own, i) => (i === option ? value : own));
    const variant = chosenVariant(product, choice);
    if (variant) element.dispatchEvent(new VariantSelectedEvent(product.id, variant.id));
    cart = { is: 'idle' };
    draw();
  };

  const draw = () => {
    const variant = chosenVariant(product, choice);
    const price = variant?.price ?? product.price;
    const sold = product.variants.length
      ? !variant || !isAvailable(variant)
      : !isAvailable({ availability: 'in-stock', ...product });
    const money = (minor: number) => formatPrice(minor, price.currency, locale);
    const media = [...(variant?.media ?? []), ...product.media].filter(({ type }) => !type?.startsWith('video'));
    const shown = media[Math.min(image, media.length - 1)];
    const pending = cart.is === 'pending';
    render(
      html`<button class="close" part="card__close" aria-label=${text.close} @click=${close}>${closeIcon}</button>
        ${
          shown
            ? html`<img class="picture" part="card__image" src=${safeUrl(shown.src) ?? ''} alt=${shown.alt}
          @error=${(event: Event) => ((event.target as HTMLElement).hidden = true)} />`
            : nothing
        }
        <div class="about">
          ${product.brand ? html`<p class="brand">${product.brand}</p>` : nothing}
          <h2 part="card__name" tabindex="-1">${product.name}</h2>
          <p class="price" part="card__price">
            ${money(price.minor)}
            ${price.compareAtMinor ? html`<s><span class="sr">${fill(text.priceWas, { price: '' })}</span>${money(price.compareAtMinor)}</s>` : nothing}
          </p>
          ${product.description ? html`<p class="description">${product.description}</p>` : nothing}
          ${product.options.map((option, i) => optionGroup(product, option, i))}
          <div class="buy">
            <div class="quantity" role="group" aria-label=${text.quantity}>
              <button aria-label=${text.fewer} ?disabled=${quantity <= 1} @click=${() => count(quantity - 1)}>−</button>
              <output aria-live="polite">${quantity}</output>
              <button aria-label=${text.more} ?disabled=${quantity >= MAX_QUANTITY} @click=${() => count(quantity + 1)}>+</button>
            </div>
            ${action('add-to-cart', pending ? text.adding : text.addToCart, false, sold || pending)}
            ${action('buy-now', text.buyNow, true, sold || pending)}
          </div>
          <p class="outcome ${cart.is === 'answered' ? cart.state : cart.is}" part="card__outcome" role="status">${sold ? text.reasons['out-of-stock'] : outcomeText()}</p>
          <a class="details" part="card__link" href=${safeUrl(product.url) ?? '#'}>${text.viewProduct}</a>
        </div>`,
      dialog,
    );
  };

  const optionGroup = (of: Product, option: Product['options'][number], index: number) => html`
    <fieldset>
      <legend>${option.name}: <b>${choice[index] ?? ''}</b></legend>
      ${option.values.map((entry) => {
        const value = nameOf(entry);
        const possible = isPossible(of, choice, index, value);
        return html`<button class="value" part="card__option" aria-pressed=${choice[index] === value}
          aria-label=${possible ? value : `${value}: ${text.unavailable}`} ?data-impossible=${!possible}
          @click=${() => choose(index, value)}>${value}</button>`;
      })}
    </fieldset>`;

  const action = (part: string, label: string, buyNow: boolean, off: boolean) =>
    host.hasCart()
      ? html`<button class=${part} part=${part} aria-disabled=${off} @click=${() => !off && add(buyNow)}>${label}</button>`
      : // Without a cart that is known of, this is a link; a listener further up may still answer, and then it stays.
        html`<a class=${part} part=${part} href=${safeUrl(product.url) ?? '#'}
            @click=${(event: MouseEvent) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              if (!off) void add(buyNow, event);
            }}>${label}</a>`;

  const outcomeText = () => {
    if (cart.is !== 'answered') return cart.is === 'pending' ? text.adding : '';
    const why = cart.message || (cart.reason ? text.reasons[cart.reason] : '');
    if (cart.state === 'accepted') return plural(text.added, cart.accepted, locale);
    if (cart.state === 'partial') return `${fill(text.partial, { accepted: cart.accepted, asked: cart.asked })} ${why}`;
    return `${text.refused} ${why}`;
  };

  const count = (next: number) => {
    quantity = Math.min(MAX_QUANTITY, Math.max(1, next));
    cart = { is: 'idle' };
    draw();
  };
  const follow = (url: string) => {
    const href = safeUrl(url);
    if (href) location.assign(href);
  };
  const close = () => request({ type: 'close-product' });

  draw();
  // In a small player a card within it could not be read; in the top layer it can, in full screen too.
  if (box.width < SHEET_BELOW_PX) dialog.showModal();
  else dialog.show();
  dialog.classList.toggle('sheet', box.width < SHEET_BELOW_PX);
  dialog.querySelector('h2')?.focus({ preventScroll: true });
  element.dispatchEvent(new ProductOpenedEvent(product.id));

  const ended = new AbortController();
  dialog.addEventListener(
    'cancel',
    (event) => {
      event.preventDefault();
      close();
    },
    { signal: ended.signal },
  );
  dialog.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    },
    { signal: ended.signal },
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.matches('.sheet') && close(), {
    signal: ended.signal,
  });

  const finish = () => {
    ended.abort();
    stop();
    const hadFocus = dialog.contains((container.getRootNode() as ShadowRoot).activeElement);
    dialog.close();
    dialog.remove();
    if (hadFocus) focusBack().focus({ preventScroll: true });
    element.dispatchEvent(new ProductClosedEvent(product.id, Math.round(performance.now() - openedAt)));
  };
  const stop = state.subscribe((now) => now.open !== open && finish(), signal);
  signal.addEventListener('abort', finish, { once: true, signal: ended.signal });
}

const closeIcon = html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path fill="currentColor" d="M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9z" /></svg>`;
