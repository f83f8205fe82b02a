import { reportChunk } from '../cart/report.js';
import { wishesOf } from '../cart/wishes.js';
import { ProductClosedEvent } from '../events/product-closed.js';
import { ProductOpenedEvent } from '../events/product-opened.js';
import type { ShoppableHost } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import { enCard } from '../i18n/en-card.js';
import { adoptInto } from '../shared/adopt.js';
import { buyStyles } from './card/buy-styles.js';
import { createCard } from './card/controller.js';
import { showDialog } from './card/dialog.js';
import { orderSoon } from './card/order-soon.js';
import { cardStyles } from './card/styles.js';
import { galleryStyles } from './gallery/styles.js';
import { variantStyles } from './variants/styles.js';

/**
 * The card that the state's `open` product is shown in, until the state has another or none.
 * @param focusBack gives what takes the focus when the card closes and what had it before is gone
 */
export function mountCard(container: HTMLElement, host: ShoppableHost, focusBack: () => HTMLElement): void {
  const { state, element, signal } = host;
  const { open } = state.get();
  const product = productOf(state.get(), open?.productId);
  if (!open || !product) return;
  for (const sheet of [cardStyles, variantStyles, buyStyles, galleryStyles])
    adoptInto(container.getRootNode() as ShadowRoot, sheet);

  const openedAt = performance.now();
  const dialog = container.ownerDocument.createElement('dialog');
  dialog.className = 'card';
  dialog.setAttribute('part', 'card');
  dialog.setAttribute('aria-label', product.name);
  container.replaceChildren(dialog);

  const report = reportChunk(host);
  const card = createCard(dialog, product, open.variantId, {
    host,
    get text() {
      return { ...enCard, ...host.strings };
    },
    get locale() {
      return host.locale;
    },
    find: (id) => productOf(state.get(), id),
    order: orderSoon(host, report),
    report,
  });
  const hide = showDialog(dialog, state.get().box.width || element.clientWidth, card.leave, focusBack);
  element.dispatchEvent(new ProductOpenedEvent(product.id));

  const ended = new AbortController();
  const finish = () => {
    ended.abort();
    hide();
    element.dispatchEvent(new ProductClosedEvent(product.id, Math.round(performance.now() - openedAt)));
  };
  wishesOf(element).subscribe(card.draw, ended.signal);
  state.subscribe((now, before) => {
    if (now.open !== open) finish();
    else if (now.refreshed !== before.refreshed) card.refresh();
    else if (now.language !== before.language) card.translate();
  }, ended.signal);
  signal.addEventListener('abort', finish, { once: true, signal: ended.signal });
}
