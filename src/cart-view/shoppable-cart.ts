import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { CartAdapter } from '../cart/contract.js';
import { type MiniCart, miniCartOf } from '../cart/mini-cart.js';
import { type HeldCartLine, type MiniCartState, piecesIn } from '../cart/mini-cart-state.js';
import { reportHandler } from '../cart/report.js';
import { CartChangedEvent } from '../events/cart-changed.js';
import { HostController } from '../host/controller.js';
import type { ShoppableHost } from '../host/host.js';
import { productOfLine } from '../host/product-of-line.js';
import type { PlayerState } from '../host/state.js';
import { enCart } from '../i18n/en-cart.js';
import { fill } from '../i18n/format.js';
import { formatNumber, plural } from '../i18n/price.js';
import { whenNear } from '../shared/near.js';
import { warnOnce } from '../shared/warn.js';
import { partStyles } from '../themes/part-styles.js';
import { createAnnouncer } from './announcer.js';
import { canCheckOut, checkOut } from './check-out.js';
import { findCart } from './find-cart.js';
import { icons } from './icons.js';
import { nameOf, outcomeText } from './line-model.js';
import { lineStyles } from './line-styles.js';
import { buttonName, type PanelActions, panelView } from './panel-view.js';
import { cartStyles } from './styles.js';

/** The state that the cart shows; a change of anything else draws nothing. */
const SHOWN: (keyof PlayerState)[] = ['manifest', 'refreshed', 'language'];

/**
 * What the shop's cart holds, read through the player's cart adapter and kept in step with it: after each product that
 * the player adds, after changes elsewhere on the page and in other tabs, and when the shopper comes back.
 *
 * It says what the shop says: no total that the shop does not give, and no quantity that it has not confirmed. Needs an
 * adapter with `read`; quantities can be changed where it has `update`.
 *
 * @tag shoppable-cart
 * @attr {string} for - Id of the player, where the cart does not stand in it.
 * @attr {boolean} compact - A button with the number of items, which opens the cart as a dialog. In the player always so.
 * @attr {boolean} open - The dialog is shown. The shopper's button sets it too.
 *
 * @slot - Shown where no cart can be read.
 * @slot title - In place of the heading.
 * @slot empty - In place of the words for an empty cart.
 * @slot checkout - In place of the button that leads to the checkout.
 *
 * @fires shoppable-cart-changed - From the player: the shop answered a change of a line (`lines`, `reply`, `changes`).
 * @fires shoppable-checkout - From the player; cancelable: the shopper asks for the checkout (`lines`).
 *
 * @csspart cart - The panel.
 * @csspart cart__button - The button with the number of items.
 * @csspart cart__count - That number.
 * @csspart cart__dialog - The dialog.
 * @csspart cart__title - The heading.
 * @csspart cart__lines - The list of lines.
 * @csspart cart__line - A line.
 * @csspart cart__image - Its picture.
 * @csspart cart__name - Its name.
 * @csspart cart__price - What it costs.
 * @csspart cart__quantity - The buttons for its quantity.
 * @csspart cart__remove - The button that removes it.
 * @csspart cart__note - Why it was not changed as asked.
 * @csspart cart__reading - The words while the cart is read for the first time.
 * @csspart cart__empty - The words for an empty cart.
 * @csspart cart__error - The words and the button where it could not be read.
 * @csspart cart__total - The total, as the shop gives it.
 * @csspart checkout - The button that leads to the checkout.
 */
export class ShoppableCart extends LitElement {
  static override styles = [partStyles, cartStyles, lineStyles];
  static override properties = {
    htmlFor: { attribute: 'for' },
    compact: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    said: { state: true },
  };

  declare htmlFor: string | undefined;
  declare compact: boolean;
  declare open: boolean;
  declare private said: string;

  readonly #link = new HostController(this, (host, signal) => this.#connected(host, signal));
  readonly #announcer = createAnnouncer((words) => {
    this.said = words;
  });
  #cart?: MiniCart;
  #adapter?: CartAdapter;
  #near = false;

  constructor() {
    super();
    this.compact = this.open = false;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.parentElement?.localName === 'shoppable-video' && !this.hasAttribute('slot')) this.slot = 'panel';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    this.renderRoot.querySelector('dialog')?.close();
  }

  protected override render() {
    const { host } = this.#link;
    if (!host || !this.#cart) return html`<slot></slot>`;
    const state = this.#cart.get();
    const text = host.strings.cart ?? enCart;
    const { lang, dir } = host.state.get().language ?? { lang: 'en', dir: 'ltr' };
    const model = {
      state,
      canUpdate: this.#cart.canUpdate,
      canCheckOut: canCheckOut(host, this.#adapter!),
      productOf: (line: HeldCartLine) => productOfLine(host.state.get(), line),
      text,
      locale: host.locale,
    };
    const busy = state.is === 'reading' || state.pending.size > 0;
    const heading = html`<slot name="title"><h2 part="cart__title" tabindex="-1">${text.title}</h2></slot>`;
    const live = html`<p class="sr" role="status">${this.said}</p>`;
    if (!this.#isCompact) {
      return html`<section class="panel" part="cart" lang=${lang} dir=${dir} aria-label=${text.title} aria-busy=${busy}>
        ${heading}${panelView(model, this.#act)}${live}</section>`;
    }
    const pieces = piecesIn(state.cart);
    const items = state.cart ? plural(text.items, pieces, host.locale) : '';
    return html`<div class="corner" lang=${lang} dir=${dir} @click=${this.#stop}>
      <button part="cart__button" class="opener" aria-haspopup="dialog" aria-label=${buttonName(text, items)}
        @click=${() => (this.open = true)}>${icons.bag}<b part="cart__count" ?hidden=${!pieces}>${formatNumber(pieces, host.locale)}</b></button>
      ${live}
      <dialog part="cart__dialog" aria-label=${text.title} @cancel=${this.#cancel} @click=${this.#beside} @keydown=${this.#keys}>
        <div class="head">${heading}<button class="close" aria-label=${text.close} @click=${() => this.#close()}>${icons.close}</button></div>
        <div class="panel" part="cart" aria-busy=${busy}>${this.open ? panelView(model, this.#act) : nothing}</div>
      </dialog></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog) return;
    if (this.open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector('h2')?.focus();
      void this.#cart?.read();
    } else if (!this.open && dialog.open) dialog.close();
    if (changed.has('open') && this.open) this.#wantPictures();
  }

  /** Asks the shop what its cart holds: for a page that has changed it by itself. Resolves when it has answered or failed. */
  async refresh(): Promise<void> {
    await this.#cart?.changed();
  }

  #connected(host: ShoppableHost, signal: AbortSignal): void {
    let following: AbortController | undefined;
    const end = () => {
      following?.abort();
      this.#cart = this.#adapter = undefined;
      this.requestUpdate();
    };
    signal.addEventListener('abort', end, { once: true });
    findCart(
      host,
      (adapter) => {
        end();
        following = new AbortController();
        this.#adapter = adapter;
        this.#cart = miniCartOf(adapter, { onError: reportHandler(host) });
        following.signal.addEventListener('abort', this.#cart.start(), { once: true });
        this.#cart.subscribe((now, before) => this.#changed(now, before), following.signal);
        this.requestUpdate();
      },
      signal,
    );
    host.element.addEventListener('shoppable-cart-changed', () => void this.#cart?.changed(), { signal });
    host.state.subscribe((now, before) => {
      if (now.open !== before.open)
        this.renderRoot
          .querySelector('.corner')
          ?.classList.toggle('covered', Boolean(now.open) && this.slot === 'panel');
      if (SHOWN.some((key) => now[key] !== before[key])) this.requestUpdate();
    }, signal);
    this.#near = false;
    const near = () => {
      this.#near = true;
      this.#wantPictures();
    };
    whenNear(this, near, signal);
  }

  #changed(now: MiniCartState, before: MiniCartState): void {
    this.requestUpdate();
    if (now.cart !== before.cart) this.#wantPictures();
    const { host } = this.#link;
    if (!host || !before.cart || now.pending.size || before.pending.size) return;
    const pieces = piecesIn(now.cart);
    const text = host.strings.cart ?? enCart;
    if (pieces !== piecesIn(before.cart)) this.#announcer.say(plural(text.inCart, pieces, host.locale));
  }

  /** Names and pictures are the film's, which is asked for only where a line is there to be seen. */
  #wantPictures(): void {
    const { host } = this.#link;
    const isSeen = this.#near && (this.open || !this.#isCompact) && this.#cart?.get().cart?.lines.length;
    if (isSeen && host && !host.state.get().manifest) host.manifest().catch(() => {});
  }

  readonly #act: PanelActions = {
    retry: () => void this.#cart?.read(),
    checkOut: () => {
      const { cart } = this.#cart?.get() ?? {};
      const { host } = this.#link;
      if (host && cart)
        checkOut(host, this.#adapter!, cart).catch((error) => warnOnce(String(error), 'The checkout failed:', error));
    },
    set: (line, quantity) => void this.#set(line, quantity),
  };

  async #set(line: HeldCartLine, quantity: number): Promise<void> {
    const { host } = this.#link;
    const cart = this.#cart;
    if (!host || !cart) return;
    const index = cart.get().cart?.lines.findIndex(({ requestId }) => requestId === line.requestId) ?? 0;
    const product = productOfLine(host.state.get(), line);
    const outcome = await cart.set(line, quantity, (told) => {
      const lines = [{ ...told.line, productId: product?.id ?? line.productId }];
      host.element.dispatchEvent(new CartChangedEvent(lines, [told.reply], false, [told.change]));
    });
    if (!outcome || cart !== this.#cart) return;
    const text = host.strings.cart ?? enCart;
    const name = nameOf(line, product);
    const { locale } = host;
    const done = fill(quantity ? text.changed : text.removed, { name, count: formatNumber(quantity, locale) });
    const other = () => fill(text.labelled, { label: name, value: outcomeText(outcome, text, locale) });
    this.#announcer.say(outcome.state === 'accepted' ? done : other());
    await this.updateComplete;
    this.#keepFocus(index);
  }

  /** The line that had the focus is gone: the one in its place has it next, or the heading. */
  #keepFocus(index: number): void {
    if (this.shadowRoot!.activeElement || document.activeElement !== document.body) return;
    const removes = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
    const next = removes[Math.min(index, removes.length - 1)];
    (next ?? this.renderRoot.querySelector('h2'))?.focus();
  }

  #close(): void {
    this.open = false;
  }

  readonly #cancel = (event: Event) => {
    event.preventDefault();
    this.#close();
  };

  readonly #keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') this.#cancel(event);
  };

  readonly #beside = (event: Event) => {
    if ((event.target as Element).localName === 'dialog') this.#close();
  };

  /** A press here means nothing to the player around it. */
  readonly #stop = (event: Event) => event.stopPropagation();

  get #isCompact(): boolean {
    return this.compact || this.slot === 'panel';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoppable-cart': ShoppableCart;
  }
}
