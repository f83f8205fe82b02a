import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { wishesOf } from '../cart/wishes.js';
import { HostController } from '../host/controller.js';
import type { ShoppableHost } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import type { PlayerState } from '../host/state.js';
import { enShelf } from '../i18n/en-shelf.js';
import { plural } from '../i18n/price.js';
import { whenNear } from '../shared/near.js';
import { nextTask } from '../shared/next-task.js';
import { partStyles } from '../themes/part-styles.js';
import { chooseFromList } from './choose.js';
import { followScene } from './follow-scene.js';
import { icons } from './icons.js';
import { itemStyles } from './item-styles.js';
import { type ItemActions, itemView } from './item-view.js';
import { type Item, itemsOf } from './items.js';
import { type Layout, layoutFor } from './layout.js';
import { indexAfter } from './roving.js';
import { showSheet } from './sheet.js';
import { shelfStyles } from './styles.js';

/** The state that the shelf shows; a change of anything else draws nothing. */
const SHOWN: (keyof PlayerState)[] = ['manifest', 'scene', 'refreshed', 'language'];
/** So many items are drawn in one task: a slow phone answers taps between them. */
const BATCH = 40;

/**
 * All products of a film, in the order in which it shows them. Those in the scene are marked; each opens its card, or
 * shows its moment.
 *
 * In the player it is a button over the picture that brings a rail, or a sheet where the player is small. With `for` it
 * stands anywhere in the page. What it holds in the markup is shown until the products are there.
 *
 * @tag shoppable-shelf
 * @attr {string} for - Id of the player, where the shelf does not stand in it.
 * @attr {'auto'|'rail'|'sheet'|'list'} layout - `auto` (default): in a page a list where it is 720 px wide and a rail below that; in the player a rail from 560 px and a sheet below.
 * @attr {boolean} open - The rail over the picture, or the sheet, is shown. The shopper's button sets it too.
 *
 * @slot - Shown until the products are there.
 *
 * @csspart shelf - The list.
 * @csspart shelf__toggle - The button that brings the rail or the sheet.
 * @csspart shelf__sheet - The sheet.
 * @csspart shelf__item - A product; has the class `current` while it is in the scene.
 * @csspart shelf__product - The button that opens its card.
 * @csspart shelf__image - Its picture.
 * @csspart shelf__name - Its name.
 * @csspart shelf__price - Its price.
 * @csspart shelf__stock - Its stock, where that is worth saying.
 * @csspart shelf__now - The mark of what is in the scene.
 * @csspart shelf__jump - The button that shows its moment in the film.
 * @csspart shelf__wish - The heart; there when the page listens to `shoppable-wishlist` on the player. Pressed again, it asks to let the product go.
 * @csspart shelf__note - Why that was not done.
 *
 * @cssprop [--shoppable-shelf-tile=144px] - Least width of a tile.
 */
export class ShoppableShelf extends LitElement {
  static override styles = [partStyles, shelfStyles, itemStyles];
  static override properties = {
    htmlFor: { attribute: 'for' },
    layout: {},
    open: { type: Boolean, reflect: true },
    width: { state: true },
    drawn: { state: true },
    active: { state: true },
  };

  declare htmlFor: string | undefined;
  declare layout: Layout | undefined;
  declare open: boolean;
  declare private width: number;
  declare private drawn: number;
  declare private active: number;

  readonly #link = new HostController(this, (host, signal) => this.#connected(host, signal));
  /** Of wishes that were refused, by product. */
  readonly #notes = new Map<string, string>();
  #hideSheet?: () => void;
  #follow?: ReturnType<typeof followScene>;
  #size?: ResizeObserver;

  constructor() {
    super();
    this.open = false;
    this.width = this.drawn = this.active = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.parentElement?.localName === 'shoppable-video' && !this.hasAttribute('slot')) this.slot = 'panel';
    this.#size = new ResizeObserver(([entry]) => {
      this.width = entry!.contentRect.width;
    });
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
    this.#endSheet();
  }

  protected override render() {
    const { host } = this.#link;
    const { manifest, language } = host?.state.get() ?? {};
    const { lang, dir } = language ?? { lang: 'en', dir: 'ltr' };
    if (!host || !manifest)
      return html`<div class=${this.#over ? nothing : `shelf ${this.#layout}`}><slot></slot></div>`;
    const items = itemsOf(manifest);
    if (!items.length) return nothing;
    const text = host.strings.shelf ?? enShelf;
    const layout = this.#layout;
    const list = html`<ul class="items" part="shelf" role="list" aria-label=${text.label}
      @keydown=${(event: KeyboardEvent) => this.#move(event)}>${this.#items(host, items, layout === 'rail')}</ul>`;
    if (!this.#over && layout !== 'sheet')
      return html`<div class="shelf ${layout} ${this.#rows ? 'rows' : 'tiles'}" lang=${lang} dir=${dir}>${list}</div>`;

    const count = plural(host.strings.products, items.length, host.locale);
    return html`<div class="shelf ${layout} rows ${this.#over ? 'over' : ''}" lang=${lang} dir=${dir} @click=${this.#stop}>
      <button part="shelf__toggle" class="toggle" aria-expanded=${this.open} aria-haspopup=${layout === 'sheet' ? 'dialog' : nothing}
        @click=${() => (this.open = !this.open)}>${icons.bag}<span>${count}</span></button>
      ${
        layout === 'sheet'
          ? html`<dialog part="shelf__sheet" aria-label=${text.label}>
              <div class="head"><h2>${text.label}</h2>
                <button class="close" aria-label=${text.close} @click=${() => this.#close()}>${icons.close}</button></div>
              ${this.open ? list : nothing}</dialog>`
          : this.open
            ? list
            : nothing
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.open && dialog && !dialog.open) {
      this.#hideSheet = showSheet(dialog, dialog.querySelector<HTMLElement>('.head')!, () => this.#close());
    } else if (!this.open || !dialog) this.#endSheet();
    if (changed.has('open') && this.open) this.#showScene();
  }

  #connected(host: ShoppableHost, signal: AbortSignal): void {
    const { state } = host;
    this.#follow = followScene(this.renderRoot as ShadowRoot, signal);
    this.drawn = 0;
    this.#notes.clear();
    if (!state.get().manifest) whenNear(this, () => void host.manifest().catch(() => {}), signal);
    void this.#drawOn(host, signal);
    state.subscribe((now, before) => {
      // At once: the card gives the focus back to what is behind it, and that must not be hidden any more.
      if (now.open !== before.open) this.#cover(Boolean(now.open));
      if (now.manifest !== before.manifest) void this.#drawOn(host, signal);
      if (SHOWN.some((key) => now[key] !== before[key])) this.requestUpdate();
      if (now.scene !== before.scene) void this.updateComplete.then(() => this.#showScene());
    }, signal);
    wishesOf(host.element).subscribe(() => this.requestUpdate(), signal);
    signal.addEventListener('abort', () => this.requestUpdate(), { once: true });
    void this.updateComplete.then(() => this.#cover(Boolean(state.get().open)));
  }

  /** Draws the first items at once, and the rest in tasks of their own. */
  async #drawOn(host: ShoppableHost, signal: AbortSignal): Promise<void> {
    const { manifest } = host.state.get();
    for (this.drawn = BATCH; manifest && this.drawn < manifest.products.length; this.drawn += BATCH) {
      await this.updateComplete;
      await nextTask();
      if (signal.aborted || host.state.get().manifest !== manifest) return;
    }
  }

  #items(host: ShoppableHost, items: readonly Item[], roving: boolean) {
    const state = host.state.get();
    const scene = new Set(state.scene.map(({ product }) => product));
    const wishes = host.listens('shoppable-wishlist') ? wishesOf(host.element).get().saved : undefined;
    return items.slice(0, this.drawn).map((item, index) => {
      const product = productOf(state, item.productId);
      if (!product) return nothing;
      const current = scene.has(item.productId);
      const tabIndex = roving && index !== this.active ? -1 : 0;
      const saved = wishes?.has(item.productId);
      const note = this.#notes.get(item.productId);
      return guard([item, product, current, tabIndex, saved, note, state.language], () =>
        itemView(
          {
            ...{ item, product, current, tabIndex, saved, note },
            text: host.strings.shelf ?? enShelf,
            priceFrom: host.strings.priceFrom,
            locale: host.locale,
          },
          this.#act,
        ),
      );
    });
  }

  readonly #act: ItemActions = {
    choose: ({ productId, hotspotId }) => {
      this.#leave();
      const { host } = this.#link;
      if (host) chooseFromList(host, productId, hotspotId);
    },
    jump: ({ start }) => {
      this.#leave();
      this.#link.host?.request({ type: 'close-product' });
      this.#link.host?.request({ type: 'seek', time: start! });
      // Pictures show the moment by themselves: the film is not wanted, or cannot be had.
      if (this.#link.host?.state.get().engine !== 'stills') this.#link.host?.request({ type: 'play' });
    },
    save: ({ productId }) => {
      const { host } = this.#link;
      if (host) void this.#save(host, productId);
    },
  };

  async #save(host: ShoppableHost, productId: string): Promise<void> {
    const wanted = !wishesOf(host.element).get().saved.has(productId);
    const { askWish } = await import('../cart/intents.js');
    const { done, told } = (await askWish(host, wanted, productId)) ?? {};
    if (told && !done) this.#notes.set(productId, told);
    else this.#notes.delete(productId);
    this.requestUpdate();
  }

  /** What was asked for is shown in the player: nothing may be before it, and it must be in view. */
  #leave(): void {
    if (this.#layout === 'sheet') this.#close();
    if (this.#over) return;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    this.#link.host?.element.scrollIntoView({ block: 'nearest', behavior });
  }

  #move(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (this.#layout !== 'rail' || ctrlKey || metaKey || altKey) return;
    const list = event.currentTarget as HTMLElement;
    const items = [...list.children] as HTMLElement[];
    const focus = event.target as HTMLElement;
    const index = items.findIndex((item) => item.contains(focus));
    const next = indexAfter(key, index, items.length, getComputedStyle(list).direction === 'rtl');
    if (next === undefined) return;
    event.preventDefault();
    const kind = focus.className;
    const wanted = items[next]!.getElementsByClassName(kind)[0] ?? items[next]!.querySelector('button');
    this.active = next;
    (wanted as HTMLElement).focus();
  }

  #showScene(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.rail .items');
    const item = list?.querySelector<HTMLElement>('.current');
    if (list && item) this.#follow?.(list, item);
  }

  #cover(covered: boolean): void {
    this.renderRoot.querySelector('.shelf')?.classList.toggle('covered', covered);
  }

  #close(): void {
    this.open = false;
    this.#endSheet();
  }

  #endSheet(): void {
    this.#hideSheet?.();
    this.#hideSheet = undefined;
  }

  /** A press here means nothing to the player around it. */
  #stop(event: Event): void {
    event.stopPropagation();
  }

  get #over(): boolean {
    return this.slot === 'panel';
  }

  /** Too narrow for two tiles beside one another. */
  get #rows(): boolean {
    return this.#layout === 'list' && this.#width < 400;
  }

  get #width(): number {
    return this.width || this.clientWidth;
  }

  get #layout() {
    return layoutFor(this.layout, this.#over, this.#width);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoppable-shelf': ShoppableShelf;
  }
}
