import { render } from 'lit';
import { attributionToken } from '../beacon/attribution-token.js';
import type { CartReply } from '../cart/contract.js';
import { createLine, MAX_QUANTITY } from '../cart/line.js';
import { summarise } from '../cart/outcome.js';
import { ProductClosedEvent } from '../events/product-closed.js';
import { ProductOpenedEvent } from '../events/product-opened.js';
import { VariantSelectedEvent } from '../events/variant-selected.js';
import { hasCart } from '../host/has-cart.js';
import type { ShoppableHost } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import { enCard } from '../i18n/en-card.js';
import { adoptInto } from '../shared/adopt.js';
import { safeUrl } from '../shared/url.js';
import { askShop } from './ask-shop.js';
import { cardStyles } from './card-styles.js';
import { type CardModel, cardView } from './card-view.js';
import { type Choice, chosenVariant, firstChoice } from './choice.js';
import { showDialog } from './dialog.js';

/**
 * The card that the state's `open` product is shown in, until the state has another or none.
 * @param focusBack gives what takes the focus when the card closes and what had it before is gone
 */
export function mountCard(container: HTMLElement, host: ShoppableHost, focusBack: () => HTMLElement): void {
  const { state, element, signal, request, locale } = host;
  const { open, manifest, time } = state.get();
  const product = productOf(state.get(), open?.productId);
  if (!open || !product) return;
  adoptInto(container.getRootNode() as ShadowRoot, cardStyles);

  const openedAt = performance.now();
  const positionMs = Math.round(time * 1000);
  const text = { ...enCard, ...host.strings };
  let choice: Choice = firstChoice(product, open.variantId);
  let quantity = 1;
  let cart: CardModel['cart'] = { is: 'idle' };

  const dialog = container.ownerDocument.createElement('dialog');
  dialog.className = 'card';
  dialog.setAttribute('part', 'card');
  dialog.setAttribute('aria-label', product.name);
  container.replaceChildren(dialog);

  const draw = () => {
    const variant = chosenVariant(product, choice);
    const model: CardModel = { product, variant, choice, quantity, cart, text, locale, hasCart: hasCart(host) };
    render(cardView(model, { close: () => request({ type: 'close-product' }), choose, count, add }), dialog);
  };
  const show = (next: CardModel['cart']) => {
    cart = next;
    if (dialog.isConnected) draw();
  };
  const choose = (option: number, value: string) => {
    choice = choice.map((own, i) => (i === option ? value : own));
    const variant = chosenVariant(product, choice);
    if (variant) element.dispatchEvent(new VariantSelectedEvent(product.id, variant.id));
    show({ is: 'idle' });
  };
  const count = (next: number) => {
    quantity = Math.min(MAX_QUANTITY, Math.max(1, next));
    show({ is: 'idle' });
  };
  const add = async (buyNow: boolean) => {
    if (cart.is === 'pending') return;
    show({ is: 'pending' });
    const variant = chosenVariant(product, choice);
    const viewId = (await host.viewId()) ?? '';
    const token = attributionToken({
      videoId: manifest!.id,
      viewId,
      hotspotId: open.hotspotId,
      positionMs,
      atMs: Date.now(),
    });
    const sku = variant?.sku ?? product.sku;
    const line = createLine({ productId: product.id, variantId: variant?.id, sku, quantity, token });
    const answered = (replies: CartReply[]) => show({ is: 'answered', ...summarise([line], replies) });
    try {
      const answer = await askShop(host, [line], buyNow, answered);
      if (typeof answer === 'object') return answered(answer);
      const href = answer === 'nobody' && safeUrl(product.url);
      if (href) location.assign(href);
      show({ is: 'idle' });
    } catch (error) {
      // The player left the page while the shop was asked: nobody is there to be told.
      if ((error as Error).name !== 'AbortError') throw error;
    }
  };

  draw();
  const hide = showDialog(dialog, state.get().box.width, () => request({ type: 'close-product' }), focusBack);
  element.dispatchEvent(new ProductOpenedEvent(product.id));

  const ended = new AbortController();
  const finish = () => {
    ended.abort();
    hide();
    element.dispatchEvent(new ProductClosedEvent(product.id, Math.round(performance.now() - openedAt)));
  };
  state.subscribe((now) => now.open !== open && finish(), ended.signal);
  signal.addEventListener('abort', finish, { once: true, signal: ended.signal });
}
