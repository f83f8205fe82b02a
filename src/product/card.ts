import { render } from 'lit';
import { MAX_QUANTITY } from '../cart/line.js';
import { summarise } from '../cart/outcome.js';
import { ProductClosedEvent } from '../events/product-closed.js';
import { ProductOpenedEvent } from '../events/product-opened.js';
import { VariantSelectedEvent } from '../events/variant-selected.js';
import { hasCart } from '../host/has-cart.js';
import type { ShoppableHost } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import { enCard } from '../i18n/en-card.js';
import { fill } from '../i18n/format.js';
import type { Product } from '../schema/manifest.js';
import { adoptInto } from '../shared/adopt.js';
import type { Order } from './ask/orders.js';
import { reportChunk } from './ask/report.js';
import { showDialog } from './card/dialog.js';
import type { CardActions, CardModel } from './card/model.js';
import { priceChange } from './card/price-change.js';
import { cardStyles } from './card/styles.js';
import { cardView } from './card/view.js';
import { mountGallery } from './gallery/gallery.js';
import { galleryStyles } from './gallery/styles.js';
import { carryChoice, chosenVariant, firstChoice, isSoldOut } from './variants/choice.js';
import { blocking } from './variants/hint.js';
import { standingsOf } from './variants/matrix.js';

/**
 * The card that the state's `open` product is shown in, until the state has another or none.
 * @param focusBack gives what takes the focus when the card closes and what had it before is gone
 */
export function mountCard(container: HTMLElement, host: ShoppableHost, focusBack: () => HTMLElement): void {
  const { state, element, signal, request, locale } = host;
  const { open, manifest, time } = state.get();
  const found = productOf(state.get(), open?.productId);
  if (!open || !found) return;
  for (const sheet of [cardStyles, galleryStyles]) adoptInto(container.getRootNode() as ShadowRoot, sheet);

  const openedAt = performance.now();
  const text = { ...enCard, ...host.strings };
  const failed = reportChunk(host);
  let product = found;
  let choice = firstChoice(product, open.variantId);
  let standing = standingsOf(product, choice);
  let quantity = 1;
  let cart: CardModel['cart'] = { is: 'idle' };
  let note = '';

  const dialog = container.ownerDocument.createElement('dialog');
  dialog.className = 'card';
  dialog.setAttribute('part', 'card');
  dialog.setAttribute('aria-label', product.name);
  container.replaceChildren(dialog);

  const draw = () => {
    const variant = chosenVariant(product, choice);
    const known = (ids: readonly string[]) => ids.flatMap((id) => productOf(state.get(), id) ?? []);
    const alternates = isSoldOut(product, variant) ? known(product.alternates) : [];
    const model = {
      product,
      variant,
      choice,
      standing,
      quantity,
      cart,
      note,
      alternates,
      hasCart: hasCart(host),
      text,
      locale,
    };
    render(cardView(model, act), dialog);
    return variant;
  };
  const show = (next: CardModel['cart']) => {
    cart = next;
    if (dialog.isConnected) draw();
  };
  /** After another choice, or another description of the product. */
  const look = (nextNote: string) => {
    standing = standingsOf(product, choice);
    note = nextNote;
    gallery.show(product, draw());
  };
  const act: CardActions = {
    close: () => request({ type: 'close-product' }),
    open: (productId) => request({ type: 'open-product', productId, via: 'list' }),
    choose(option, value) {
      const { free, nearest } = standing(option, value);
      const moved = !free && nearest ? blocking(product, choice, option, nearest) : [];
      choice = moved.length ? nearest!.options : choice.map((own, i) => (i === option ? value : own));
      cart = { is: 'idle' };
      look(moved.map(({ name, other }) => fill(text.switched, { name, value: other })).join(' '));
      const variant = chosenVariant(product, choice);
      if (variant) element.dispatchEvent(new VariantSelectedEvent(product.id, variant.id));
    },
    count(next) {
      quantity = Math.min(MAX_QUANTITY, Math.max(1, next));
      show({ is: 'idle' });
    },
    add(buyNow) {
      if (cart.is === 'pending') return;
      show({ is: 'pending' });
      const wanted = { product, variant: chosenVariant(product, choice), quantity };
      order([wanted], buyNow, (replies, lines) =>
        show(replies ? { is: 'answered', ...summarise(lines, replies) } : { is: 'idle' }),
      );
    },
  };
  /** The shop has described the product anew: the choice stays, and another price is said. */
  const refresh = (next: Product) => {
    const before = chosenVariant(product, choice);
    const kept = carryChoice(product, next, choice);
    const told = priceChange(product, before, next, chosenVariant(next, kept), locale);
    product = next;
    choice = kept;
    look(told ? fill(text.priceNow, { price: told }) : note);
  };

  const origin = { videoId: manifest!.id, hotspotId: open.hotspotId, positionMs: Math.round(time * 1000) };
  // What asks the shop comes while the shopper looks.
  const orders = import('./ask/orders.js').then(({ createOrders }) => createOrders(host, origin));
  orders.catch(() => {});
  const order: Order = (...wanted) =>
    orders.then(
      (put) => put(...wanted),
      (cause) => {
        failed(cause);
        show({ is: 'answered', state: 'refused', asked: 0, accepted: 0, reason: 'network' });
      },
    );

  draw();
  const gallery = mountGallery(dialog.querySelector<HTMLElement>('.gallery')!, text, locale, failed);
  gallery.show(product, chosenVariant(product, choice));
  const hide = showDialog(dialog, state.get().box.width, act.close, focusBack);
  element.dispatchEvent(new ProductOpenedEvent(product.id));

  const ended = new AbortController();
  const finish = () => {
    ended.abort();
    hide();
    element.dispatchEvent(new ProductClosedEvent(product.id, Math.round(performance.now() - openedAt)));
  };
  state.subscribe((now, before) => {
    if (now.open !== open) return finish();
    if (now.refreshed === before.refreshed) return;
    const next = productOf(now, product.id);
    if (next && next !== product) refresh(next);
    else draw();
  }, ended.signal);
  signal.addEventListener('abort', finish, { once: true, signal: ended.signal });
}
