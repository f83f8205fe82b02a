import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { BeaconTransport } from '../beacon/index.js';
import type { CartAdapter } from '../cart/contract.js';
import type { ShoppableError } from '../errors.js';
import { ErrorEvent } from '../events/error.js';
import type { ShoppableHost } from '../host/host.js';
import { initialState } from '../host/state.js';
import { enFacade } from '../i18n/en-facade.js';
import { ENGLISH, fill } from '../i18n/format.js';
import type { FacadeStrings, OwnStrings } from '../i18n/strings.js';
import type { ManifestInput } from '../schema/manifest.js';
import type { RefreshProducts } from '../schema/product-facts.js';
import { errorOf, isOurs } from '../shared/error-of.js';
import { nextTask } from '../shared/next-task.js';
import { createStore } from '../shared/store.js';
import { safeUrl } from '../shared/url.js';
import { warnOnce } from '../shared/warn.js';
import { rawProductCount } from './manifest-source.js';
import { openingOf } from './opening.js';
import { playIcon } from './play-icon.js';
import { createSession, type Session } from './session.js';
import { styles } from './styles.js';
import { watchVisibility } from './visibility.js';

/**
 * Plays a video in which products can be tapped, seen and bought.
 *
 * (A long file for its doc comment: the reference tables are made from it.)
 *
 * Until the shopper acts it is a poster with a play button: no `<video>`, no player code.
 *
 * @tag shoppable-video
 * @attr {string} manifest - URL of the manifest. The property also takes the parsed object; a child `<script type="application/json">` needs no request.
 * @attr {string} signature-key - Ed25519 public key in base64 (32 bytes, or SPKI). A manifest that is not signed with its other half is refused, and so is one that has no address.
 * @attr {string} beacon - Space-separated URLs that interaction beacons are posted to. Absent: none leave the page.
 * @attr {string} beacon-format - One format per beacon URL: `native` (default), `ga4` or `segment`.
 * @attr {'granted'|'denied'|'pending'} consent - `pending` (default) holds beacons in memory; `denied` purges them; `granted` sends. Reactive.
 * @attr {'persistent'|'session'|'none'} id-scope - How long a viewer's pseudonym lives.
 * @attr {string} site - What the shop is called, as its orders name it too; default: the page's host name. Goes into each beacon's envelope.
 * @attr {string} write-key - Goes into each beacon's envelope.
 * @attr {string} surface - Where on the site the player stands; goes into each beacon's envelope.
 * @attr {string} page-type - What kind of page it stands on; goes into each beacon's envelope.
 * @attr {'shopify-ajax'|'woocommerce'} cart - A bundled cart adapter that needs no configuration.
 * @attr {string} arm - Shows this arm of the manifest's experiment, for a look at it: nobody is counted. `holdout` is one of them.
 * @attr {boolean} autoplay - Plays when it comes into view. Browsers allow it only with `muted`.
 * @attr {boolean} muted - Starts without sound.
 * @attr {boolean} playsinline - Always so: full screen is the player's, never the bare video's.
 * @attr {'none'} controls - `none` leaves the bar of controls out; otherwise it is there.
 * @attr {boolean} loop - Begins again at the end.
 * @attr {'none'|'metadata'|'auto'} preload - As on `<video>`, once there is one.
 * @attr {string} poster - URL of the poster, where no `<img slot="poster">` is given.
 * @attr {'contain'|'cover'} fit - How the picture fills the box. Hotspots follow the picture.
 * @attr {string} position - CSS object-position of the picture.
 * @attr {'auto'|'native'|'hls'} engine - Who plays HLS.
 * @attr {number} start - Second to begin at. The page's `#t=` does the same.
 * @attr {string} product - Product to open with. The page's `#product=` does the same, and chooses `&variant=` and `&quantity=` in its card.
 * @attr {string} locale - BCP 47 language tag; default: the nearest `lang`, else the browser's language. The direction follows it. Reactive.
 *
 * @slot poster - An `<img>` that is there before any script runs.
 * @slot panel - Over the picture: where a feature element that stands in the player puts itself.
 *
 * @fires shoppable-ready - The player can be used.
 * @fires shoppable-manifest-loaded - The manifest was read (`manifest`, `warnings`).
 * @fires shoppable-experiment-assigned - The viewer has an arm of the manifest's experiment (`experiment`, `arm`, `counted`).
 * @fires shoppable-open-product - Cancelable: cancel it to show the product in the page.
 * @fires shoppable-add-to-cart - Cancelable: `lines`, `buyNow`, `respondWith(reply)`.
 * @fires shoppable-checkout - Cancelable: the shopper asks for the checkout (`lines`).
 * @fires shoppable-wishlist - Cancelable: keep `productId` (and `variantId`) for later, or where `saved` is false not any longer; `respondWith(reply)` as for the cart. The button is there when the player has a listener.
 * @fires shoppable-share - Cancelable: share `url`, which opens `productId` at this moment; `respondWith(reply)`. Unanswered, the browser shares it, or the link is copied.
 * @fires shoppable-hotspot-exposed - A hotspot was seen for a second (`hotspotId`, `productId`, `time`, `until`).
 * @fires shoppable-hotspot-clicked - A product was chosen (`hotspotId`, `productId`, `time`, `via`).
 * @fires shoppable-product-opened - A card is open (`productId`).
 * @fires shoppable-product-closed - A card was closed (`productId`, `ms`).
 * @fires shoppable-product-refreshed - The shop told another price or stock (`product`).
 * @fires shoppable-variant-selected - A variant was chosen (`productId`, `variantId`).
 * @fires shoppable-cart-changed - The shop answered what the card or the mini-cart asked (`lines`, `reply`; `changes`: by how many pieces each line has changed, below 0 what was taken out).
 * @fires shoppable-beacon - A beacon was recorded; only while consent is granted (`record`).
 * @fires shoppable-error - Something went wrong (`error.code`).
 *
 * @csspart play - The play button on the poster.
 * @csspart product-count - The number of products on the poster.
 * @csspart hotspot - A hotspot's button.
 * @csspart hotspot__dot - Its mark on the picture.
 * @csspart hotspot__label - Its name and price, shown on hover and focus.
 * @csspart chip - At the edge, in place of a hotspot that `cover` has cropped out.
 * @csspart controls - The bar of controls.
 * @csspart menu-toggle - The button of the settings.
 * @csspart menu - The settings.
 * @csspart menu__item - One of them.
 * @csspart menu__option - One value of it, or a chapter.
 * @csspart pip - The way into a window above the others, and back.
 * @csspart fullscreen - The button for full screen.
 * @csspart marker - Where products come in, on the seek bar.
 * @csspart preview - The bubble above the seek bar.
 * @csspart preview__picture - Its picture of the film.
 * @csspart preview__time - The time on the picture.
 * @csspart preview__text - Its chapter and product.
 * @csspart captions - The text of the captions.
 * @csspart scene - The list of products in this scene.
 * @csspart card - The product card.
 * @csspart card__name - The product's name.
 * @csspart card__price - The price.
 * @csspart card__rating - The mean of the reviews, and their number.
 * @csspart card__stock - How few are left.
 * @csspart card__options - One axis of choice.
 * @csspart card__option - One value of it.
 * @csspart card__alternates - What there is instead of a product that is sold out.
 * @csspart card__dimensions - The sizes.
 * @csspart card__facts - The facts.
 * @csspart card__outcome - What came of the request to the shop.
 * @csspart card__compare - The button that leads to the comparison.
 * @csspart wishlist - The button that keeps a product for later; pressed again, it asks to let it go.
 * @csspart share - The button that shares it.
 * @csspart set - What goes with a product.
 * @csspart set__item - One thing of it.
 * @csspart set__add - The button that adds all that is chosen of it.
 * @csspart set__bundle - A bundle with a price of its own.
 * @csspart set__add-bundle - The button that adds the bundle.
 * @csspart compare - Two products side by side.
 * @csspart compare__add - The button that adds one of them.
 * @csspart gallery - The pictures and clips of a product.
 * @csspart gallery__picture - What is seen of them.
 * @csspart gallery__roles - The tabs: all sides, close-up, size, …
 * @csspart gallery__lines - The sizes drawn on the picture.
 * @csspart add-to-cart - The button that adds to the cart.
 * @csspart buy-now - The button that goes to the checkout.
 * @csspart stills__picture - The picture in place of the film.
 * @csspart stills__step - The buttons to the pictures before and after it.
 * @csspart stills__note - Why there is no film.
 * @csspart stills__play - The button that plays the film all the same.
 * @csspart stills__products - The products, where there are no pictures either.
 * @csspart error - The message in place of a video that cannot be played.
 *
 * @cssprop [--shoppable-accent=#b4451f / #f29a74] - Colour of what can be bought.
 * @cssprop [--shoppable-hotspot=var(--shoppable-accent)] - Colour of the hotspots' dots.
 * @cssprop [--shoppable-success=#1d6b3a / #8ad4a4] - Text that says that the shop accepted.
 * @cssprop [--shoppable-danger=#9c2c12 / #ffa994] - Text that says that it did not, or not all.
 * @cssprop [--shoppable-on-accent=#fff / #1c1a18] - Text on the accent colour.
 * @cssprop [--shoppable-surface=#fff / #211e1b] - Background of the card and the play button.
 * @cssprop [--shoppable-text=#1c1a18 / #f3efea] - Text on the surface.
 * @cssprop [--shoppable-muted=#6b625a / #b5aca2] - Secondary text on the surface.
 * @cssprop [--shoppable-line=#e4ded6 / #4a433c] - Lines on the surface.
 * @cssprop [--shoppable-focus=#fff] - Colour of the focus ring over the picture.
 * @cssprop [--shoppable-radius=12px] - Radius of cards and buttons.
 * @cssprop [--shoppable-font=system-ui, sans-serif] - Typeface.
 */
export class ShoppableVideo extends LitElement {
  static override styles = styles;
  static override properties = {
    manifest: {},
    signatureKey: { attribute: 'signature-key' },
    beacon: {},
    beaconFormat: { attribute: 'beacon-format' },
    consent: {},
    idScope: { attribute: 'id-scope' },
    site: {},
    writeKey: { attribute: 'write-key' },
    surface: {},
    pageType: { attribute: 'page-type' },
    cart: {},
    autoplay: { type: Boolean },
    loop: { type: Boolean },
    preload: {},
    poster: {},
    fit: {},
    position: {},
    engine: {},
    start: { type: Number },
    product: {},
    locale: {},
    strings: { attribute: false },
  };

  declare manifest: string | ManifestInput | undefined;
  declare signatureKey: string | undefined;
  declare beacon: string | undefined;
  declare beaconFormat: string | undefined;
  declare consent: 'granted' | 'denied' | 'pending' | undefined;
  declare idScope: 'persistent' | 'session' | 'none' | undefined;
  declare site: string | undefined;
  declare writeKey: string | undefined;
  declare surface: string | undefined;
  declare pageType: string | undefined;
  declare cart: 'shopify-ajax' | 'woocommerce' | undefined;
  declare autoplay: boolean;
  declare loop: boolean;
  declare preload: 'none' | 'metadata' | 'auto' | undefined;
  declare poster: string | undefined;
  declare fit: 'contain' | 'cover' | undefined;
  declare position: string | undefined;
  declare engine: 'auto' | 'native' | 'hls' | undefined;
  declare start: number | undefined;
  declare product: string | undefined;
  declare locale: string | undefined;
  /** Texts of the page's own in place of the language's: any of them, by the same keys. Set it anew to change it. */
  declare strings: OwnStrings | undefined;

  /** The shop's cart, where no listener answers `shoppable-add-to-cart`. */
  cartAdapter?: CartAdapter;
  /** Asks for the current price and stock of the products that the shopper looks at. */
  refreshProducts?: RefreshProducts;
  /** Replaces how beacons are sent. Set it before consent is granted. */
  beaconTransport?: BeaconTransport;

  /** The player's own state, for its parts. @internal */
  readonly state = createStore(initialState);
  /** The events that the page listens to on this element. @internal */
  readonly listening = new Set<string>();

  #session?: Session;
  /** It stood in the page before the script that defines it came. */
  #upgraded = this.isConnected;

  constructor() {
    super();
    this.autoplay = this.loop = false;
  }

  /**
   * Plays. In a click it may be called before anything is loaded. Rejects as `<video>` does. Where data is to be saved
   * it brings pictures of the film first, and plays when it is called again.
   */
  play(): Promise<void> {
    // What was set in this same task counts, and there must be a place for the video.
    this.#draw();
    // A task that is not a click's could wait for the connection; a click comes after it.
    return this.#session ? this.#session.play() : Promise.reject(new DOMException('Not in a document.', 'AbortError'));
  }

  pause(): void {
    this.#session?.video?.pause();
  }

  /** Seconds of media time. */
  get currentTime(): number {
    return this.#session?.currentTime ?? 0;
  }
  set currentTime(seconds: number) {
    if (this.#session) this.#session.currentTime = seconds;
  }

  /** Seconds; the manifest's until the media is there. NaN when neither knows. */
  get duration(): number {
    const { duration } = this.state.get();
    const stated = this.#raw?.duration;
    return Number.isNaN(duration) && typeof stated === 'number' ? stated : duration;
  }
  get paused(): boolean {
    return this.#session?.video?.paused ?? true;
  }
  get ended(): boolean {
    return this.#session?.video?.ended ?? false;
  }
  get muted(): boolean {
    return this.#session?.video?.muted ?? this.hasAttribute('muted');
  }
  set muted(muted: boolean) {
    if (this.#session?.video) this.#session.video.muted = muted;
    else this.toggleAttribute('muted', muted);
  }
  /** 0..1 */
  get volume(): number {
    return this.state.get().volume;
  }
  set volume(volume: number) {
    if (this.#session?.video) this.#session.video.volume = volume;
    else this.state.set({ volume });
  }
  get playbackRate(): number {
    return this.state.get().playbackRate;
  }
  set playbackRate(playbackRate: number) {
    if (this.#session?.video) this.#session.video.playbackRate = playbackRate;
    else this.state.set({ playbackRate });
  }

  /** Opens a product's card. Rejects when the manifest has no such product. */
  async openProduct(productId: string, variantId?: string): Promise<void> {
    this.#draw();
    await (await this.#session?.begin())?.open({ type: 'open-product', productId, variantId, via: 'api' });
  }

  async closeProduct(): Promise<void> {
    if (this.state.get().open) (await this.#session?.begin())?.request({ type: 'close-product' });
  }

  /** Sends the beacons that wait; resolves when the endpoints have answered or failed. */
  async flush(): Promise<void> {
    await (await this.#session?.beacons())?.flush();
  }

  /** What a feature element gets from the player that it belongs to. Rejects while the player is in no document. @internal */
  async host(): Promise<ShoppableHost> {
    if (!this.#session) throw new DOMException('Not in a document.', 'AbortError');
    return this.#session.host();
  }

  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(type: string, ...rest: [never, never]): void {
    this.listening.add(type);
    super.addEventListener(type, ...rest);
  }

  override connectedCallback(): void {
    // The script's own task is long enough on a slow phone, and the page's poster is there already: the shadow tree that
    // takes it over is made and filled in a task of its own, so that it is never seen empty.
    if (this.#upgraded && !this.hasUpdated) setTimeout(() => this.#draw());
    else super.connectedCallback();
    // A move within the document is a disconnect and a connect in one task: the session goes on.
    if (this.#session) return;
    const session = createSession(this);
    this.#session = session;
    const { signal } = session;
    watchVisibility(
      this,
      {
        onScreen: (onScreen) => {
          this.state.set({ onScreen });
          if (onScreen) void this.#arrive(session);
        },
        onOpportunity: session.recordOpportunity,
      },
      signal,
    );
    this.state.subscribe((now, before) => {
      if (now.error && now.error !== before.error) this.#report(now.error);
      if (now.error !== before.error || now.started !== before.started || now.waiting !== before.waiting)
        this.requestUpdate();
    }, signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  #draw(): void {
    if (!this.isConnected) return;
    if (!this.hasUpdated) super.connectedCallback();
    this.performUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('manifest') && this.hasUpdated) this.#restart();
    if (this.hasUpdated ? changed.has('locale') || changed.has('strings') : !this.#isPlain) this.#speak();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('consent')) this.#session?.consentChanged();
    if (changed.has('fit') || changed.has('position')) {
      // Not on the element itself, whose style is the page's.
      const { style } = this.renderRoot.querySelector<HTMLElement>('.stage')!;
      style.setProperty('--_fit', this.fit === 'cover' ? 'cover' : null);
      style.setProperty('--_position', this.position ?? null);
      this.#session?.measure();
    }
    if (changed.has('loop') && this.#session?.video) this.#session.video.loop = this.loop;
  }

  protected override render() {
    const { error, started, waiting, language } = this.state.get();
    const text = language?.strings ?? enFacade;
    const raw = this.#raw;
    const busy = waiting || this.#session?.begun;
    // English by hand: the first use of `Intl` costs a slow phone a tenth of a second.
    const count = rawProductCount(raw);
    const poster = safeUrl(this.poster ?? raw?.poster, this.poster ? undefined : this.#session?.raw?.baseUrl);
    const title = typeof raw?.title === 'string' ? raw.title : '';
    return html`<div class="stage ${started ? 'started' : ''}" lang="en" dir="ltr">
      <slot name="poster">${poster ? html`<img class="poster" src=${poster} alt="">` : nothing}</slot>
      ${
        started
          ? nothing
          : html`<button part="play" class="start ${busy ? 'busy' : ''}" @click=${() => this.#pressed()}
              aria-label=${busy ? text.loading : fill(text.playVideo, { title })}><i>${playIcon}</i></button>
            ${count && (language || this.#isPlain) ? html`<span part="product-count" class="count">${language?.products(count) ?? fill(enFacade.products[count === 1 ? 'one' : 'other'], { count })}</span>` : nothing}`
      }
      <div class="layers"></div>
      <slot name="panel"></slot>
      ${
        error
          ? html`<div class="problem" part="error" role="alert"><p>${messageFor(error, text)}</p>
              <button @click=${() => this.#retry()}>${text.retry}</button></div>`
          : nothing
      }
    </div>`;
  }

  /** What the page says its language is, unchecked. @internal */
  get language(): string {
    return (
      (this.locale ?? this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang) || navigator.language
    );
  }

  /** English and nothing else: that is here already. */
  get #isPlain(): boolean {
    return !this.strings && ENGLISH.test(this.language);
  }

  #speak(): void {
    import('./speak.js')
      .then(({ speak }) => speak(this))
      .catch(async (cause) => this.#report(await errorOf('chunk-failed', { cause })));
  }

  /** What the manifest says, unchecked. */
  get #raw(): { duration?: unknown; title?: unknown; poster?: unknown; products?: unknown } | undefined {
    return this.#session?.raw?.value as object | undefined;
  }

  /** The player has come into view. */
  async #arrive(session: Session): Promise<void> {
    try {
      await session.manifest();
      // What it says is being drawn; a `<video>` in the same task would make it a long one.
      await nextTask();
      if (session.begun) return;
      const opening = openingOf(this, location.hash);
      const listed = this.#raw?.products as { id?: unknown }[] | undefined;
      if (opening.product && listed?.some?.((product) => product?.id === opening.product))
        await this.openProduct(opening.product, opening.variant);
      if (this.autoplay && !session.begun && !session.held) this.#pressed();
    } catch (error) {
      this.#fail(error);
    }
  }

  #pressed(): void {
    this.play().catch((error) => this.#fail(error));
  }

  async #fail(error: unknown): Promise<void> {
    if (!this.#session || this.#session.signal.aborted) return;
    this.#session.begun = false;
    this.requestUpdate();
    const { name } = error as Error;
    // The shopper paused, or another source took over.
    if (name === 'AbortError') return;
    const refused = name === 'NotAllowedError';
    const known = isOurs(error)
      ? error
      : await errorOf(refused ? 'autoplay-refused' : 'chunk-failed', { cause: error });
    // A refused start is no fault for the shopper: the play button is there again.
    if (refused) this.#report(known);
    else this.state.set({ error: known, waiting: false });
  }

  #report(error: ShoppableError): void {
    if (error.code !== 'autoplay-refused') warnOnce(error.message, error.message, error.cause ?? '');
    this.dispatchEvent(new ErrorEvent(error));
  }

  #retry(): void {
    if (this.#session?.retry()) return;
    this.#restart();
    this.#pressed();
  }

  /** Forgets the manifest and everything made from it. */
  #restart(): void {
    this.#end();
    if (this.isConnected) this.connectedCallback();
  }

  #end(): void {
    this.#session?.end();
    this.#session = undefined;
    const { muted, volume, playbackRate, onScreen } = this.state.get();
    this.state.set({ ...initialState, muted, volume, playbackRate, onScreen });
    this.requestUpdate();
  }
}

function messageFor({ code }: ShoppableError, text: FacadeStrings): string {
  if (code === 'media-network') return text.failedNetwork;
  return code.startsWith('media') ? text.failedFormat : text.failed;
}

declare global {
  interface HTMLElementTagNameMap {
    'shoppable-video': ShoppableVideo;
  }
}
