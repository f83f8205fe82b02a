import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Beacons, BeaconTransport } from '../beacon/index.js';
import { createRecorder } from '../beacon/recorder.js';
import type { CartAdapter } from '../cart/contract.js';
import type { ShoppableError } from '../errors.js';
import { ErrorEvent } from '../events/error.js';
import { initialState } from '../host/state.js';
import { enFacade as text } from '../i18n/en-facade.js';
import { fill, localeOf, plural } from '../i18n/format.js';
import { capabilitiesOf, planPlayback } from '../player/policy.js';
import type { ManifestInput } from '../schema/manifest.js';
import { systemClock } from '../shared/clock.js';
import { createStore } from '../shared/store.js';
import { safeUrl } from '../shared/url.js';
import { warnOnce } from '../shared/warn.js';
import { errorOf } from './error-of.js';
import { type RawManifest, rawNeedsCors, rawProductCount, rawSources, readManifest } from './manifest-source.js';
import { openingOf } from './opening.js';
import { playIcon } from './play-icon.js';
import type { Playback } from './playback.js';
import { styles } from './styles.js';
import { watchVisibility } from './visibility.js';

/** Sent again from the player, because media events do not bubble out of it. */
const MEDIA_EVENTS =
  'loadstart loadedmetadata loadeddata canplay canplaythrough durationchange play playing pause waiting stalled seeking seeked timeupdate ratechange volumechange progress ended emptied';

/**
 * Plays a video in which products can be tapped, seen and bought.
 *
 * Until the shopper acts it is a poster with a play button: no `<video>`, no player code.
 *
 * @tag shoppable-video
 * @attr {string} manifest - URL of the manifest. The property also takes the parsed object; a child `<script type="application/json">` needs no request.
 * @attr {string} beacon - Space-separated URLs that interaction beacons are posted to. Absent: none leave the page.
 * @attr {string} beacon-format - One format per beacon URL; `native` is the default.
 * @attr {'granted'|'denied'|'pending'} consent - `pending` (default) holds beacons in memory; `denied` purges them; `granted` sends. Reactive.
 * @attr {'persistent'|'session'|'none'} id-scope - How long a viewer's pseudonym lives.
 * @attr {string} site - Goes into each beacon's envelope.
 * @attr {string} write-key - Goes into each beacon's envelope.
 * @attr {string} surface - Where on the site the player stands; goes into each beacon's envelope.
 * @attr {string} page-type - What kind of page it stands on; goes into each beacon's envelope.
 * @attr {boolean} autoplay - Plays when it comes into view. Browsers allow it only with `muted`.
 * @attr {boolean} muted - Starts without sound.
 * @attr {boolean} loop - Begins again at the end.
 * @attr {'none'|'metadata'|'auto'} preload - As on `<video>`, once there is one.
 * @attr {string} poster - URL of the poster, where no `<img slot="poster">` is given.
 * @attr {'contain'|'cover'} fit - How the picture fills the box. Hotspots follow the picture.
 * @attr {string} position - CSS object-position of the picture.
 * @attr {'auto'|'native'|'hls'} engine - Who plays HLS.
 * @attr {number} start - Second to begin at. The page's `#t=` does the same.
 * @attr {string} product - Product to open with. The page's `#product=` does the same.
 * @attr {string} locale - BCP 47 language tag; default: the nearest `lang`.
 *
 * @slot poster - An `<img>` that is there before any script runs.
 *
 * @fires shoppable-ready - The player can be used.
 * @fires shoppable-manifest-loaded - The manifest was read (`manifest`, `warnings`).
 * @fires shoppable-open-product - Cancelable: cancel it to show the product in the page.
 * @fires shoppable-add-to-cart - Cancelable: `lines`, `buyNow`, `respondWith(reply)`.
 * @fires shoppable-checkout - Cancelable: the shopper asks for the checkout (`lines`).
 * @fires shoppable-hotspot-exposed - A hotspot was seen for a second (`hotspotId`, `productId`, `time`, `until`).
 * @fires shoppable-hotspot-clicked - A product was chosen (`hotspotId`, `productId`, `time`, `via`).
 * @fires shoppable-product-opened - A card is open (`productId`).
 * @fires shoppable-product-closed - A card was closed (`productId`, `ms`).
 * @fires shoppable-variant-selected - A variant was chosen (`productId`, `variantId`).
 * @fires shoppable-cart-changed - The shop answered (`lines`, `reply`).
 * @fires shoppable-beacon - A beacon was recorded; only while consent is granted (`record`).
 * @fires shoppable-error - Something went wrong (`error.code`).
 *
 * @csspart play - The play button on the poster.
 * @csspart product-count - The number of products on the poster.
 * @csspart hotspot - A hotspot's button.
 * @csspart hotspot__dot - Its mark on the picture.
 * @csspart hotspot__label - Its name and price, shown on hover and focus.
 * @csspart controls - The bar of controls.
 * @csspart captions - The text of the captions.
 * @csspart scene - The list of products in this scene.
 * @csspart card - The product card.
 * @csspart card__name - The product's name.
 * @csspart card__price - The price.
 * @csspart add-to-cart - The button that adds to the cart.
 * @csspart buy-now - The button that goes to the checkout.
 * @csspart error - The message in place of a video that cannot be played.
 *
 * @cssprop [--shoppable-accent=#b4451f] - Colour of what can be bought.
 * @cssprop [--shoppable-on-accent=#fff] - Text on the accent colour.
 * @cssprop [--shoppable-surface=#fff] - Background of the card and the play button.
 * @cssprop [--shoppable-text=#1c1a18] - Text on the surface.
 * @cssprop [--shoppable-muted=#6b625a] - Secondary text on the surface.
 * @cssprop [--shoppable-line=#e4ded6] - Lines on the surface.
 * @cssprop [--shoppable-focus=#fff] - Colour of the focus ring over the picture.
 * @cssprop [--shoppable-radius=12px] - Radius of cards and buttons.
 * @cssprop [--shoppable-font=system-ui, sans-serif] - Typeface.
 */
export class ShoppableVideo extends LitElement {
  static override styles = styles;
  static override properties = {
    manifest: {},
    beacon: {},
    beaconFormat: { attribute: 'beacon-format' },
    consent: {},
    idScope: { attribute: 'id-scope' },
    site: {},
    writeKey: { attribute: 'write-key' },
    surface: {},
    pageType: { attribute: 'page-type' },
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
  };

  declare manifest: string | ManifestInput | undefined;
  declare beacon: string | undefined;
  declare beaconFormat: string | undefined;
  declare consent: string | undefined;
  declare idScope: string | undefined;
  declare site: string | undefined;
  declare writeKey: string | undefined;
  declare surface: string | undefined;
  declare pageType: string | undefined;
  declare autoplay: boolean;
  declare loop: boolean;
  declare preload: string | undefined;
  declare poster: string | undefined;
  declare fit: string | undefined;
  declare position: string | undefined;
  declare engine: string | undefined;
  declare start: number | undefined;
  declare product: string | undefined;
  declare locale: string | undefined;

  /** The shop's cart, where no listener answers `shoppable-add-to-cart`. */
  cartAdapter?: CartAdapter;
  /** Replaces how beacons are sent. Set it before consent is granted. */
  beaconTransport?: BeaconTransport;

  /** The player's own state, for its parts. @internal */
  readonly state = createStore(initialState);
  /** A listener on this element has asked for the cart's lines. @internal */
  hasCartListener = false;

  readonly #recorder = createRecorder(systemClock);
  #connection?: AbortController;
  #raw?: RawManifest;
  #video?: HTMLVideoElement;
  #playback?: Promise<Playback>;
  #beacons?: Promise<Beacons | undefined>;
  #begun = false;
  #startAt = 0;

  /** Plays. In a click it may be called before anything is loaded. Rejects as `<video>` does. */
  async play(): Promise<void> {
    const video = this.#ensureVideo();
    const begun = this.#begin();
    // Asked for in this same task: a browser forgets the click that allows sound after the first wait.
    const played = video.play();
    played.catch(() => {});
    const playback = await begun;
    // A source that was attached in between ends the first promise (`AbortError`); the playback knows how it went.
    await Promise.race([
      played.catch((error) => (error.name === 'AbortError' ? playback.played() : Promise.reject(error))),
      playback.failed,
    ]);
  }

  pause(): void {
    this.#video?.pause();
  }

  /** Seconds of media time. */
  get currentTime(): number {
    return this.#video?.currentTime ?? this.#startAt;
  }
  set currentTime(seconds: number) {
    if (this.#video?.readyState) this.#video.currentTime = seconds;
    else this.#startAt = seconds;
  }

  /** Seconds; the manifest's until the media is there. NaN when neither knows. */
  get duration(): number {
    const { duration } = this.state.get();
    const stated = (this.#raw?.value as { duration?: unknown } | undefined)?.duration;
    return Number.isNaN(duration) && typeof stated === 'number' ? stated : duration;
  }
  get paused(): boolean {
    return this.#video?.paused ?? true;
  }
  get ended(): boolean {
    return this.#video?.ended ?? false;
  }
  get muted(): boolean {
    return this.#video?.muted ?? this.hasAttribute('muted');
  }
  set muted(muted: boolean) {
    if (this.#video) this.#video.muted = muted;
    else this.toggleAttribute('muted', muted);
  }
  /** 0..1 */
  get volume(): number {
    return this.state.get().volume;
  }
  set volume(volume: number) {
    if (this.#video) this.#video.volume = volume;
    else this.state.set({ volume });
  }
  get playbackRate(): number {
    return this.state.get().playbackRate;
  }
  set playbackRate(playbackRate: number) {
    if (this.#video) this.#video.playbackRate = playbackRate;
    else this.state.set({ playbackRate });
  }

  /** Opens a product's card. Unknown ids are reported by `shoppable-error`. */
  async openProduct(productId: string, variantId?: string): Promise<void> {
    this.#ensureVideo();
    (await this.#begin()).request({ type: 'open-product', productId, variantId, via: 'api' });
  }

  async closeProduct(): Promise<void> {
    (await this.#playback)?.request({ type: 'close-product' });
  }

  /** Sends the beacons that wait; resolves when the endpoints have answered or failed. */
  async flush(): Promise<void> {
    await (await this.#beacons)?.flush();
  }

  override addEventListener(type: string, ...rest: unknown[]): void {
    if (type === 'shoppable-add-to-cart') this.hasCartListener = true;
    // biome-ignore lint/suspicious/noExplicitAny: the overloads of the platform's own method cannot be named
    (super.addEventListener as any)(type, ...rest);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#connection) return;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    watchVisibility(
      this,
      {
        onScreen: (onScreen) => {
          this.state.set({ onScreen });
          if (onScreen) this.#arrive();
        },
        onOpportunity: (visibleMs) => {
          this.#recorder.record({ type: 'player_opportunity', visibleMs });
          this.#idle(() => this.#startBeacons());
        },
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
    // A move within the document is a disconnect and a connect in one task; only what stays out is gone.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('manifest') && this.#raw) this.#restart();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('consent')) {
      void this.#beacons?.then((beacons) => beacons?.setConsent(this.consent));
      if (this.#recorder.held) this.#startBeacons();
    }
    if (changed.has('fit') || changed.has('position')) {
      this.style.setProperty('--_fit', this.fit === 'cover' ? 'cover' : null);
      this.style.setProperty('--_position', this.position ?? null);
      void this.#playback?.then((playback) => playback.measure());
    }
    if (changed.has('loop') && this.#video) this.#video.loop = this.loop;
  }

  protected override render() {
    const { error, started, waiting } = this.state.get();
    const locale = this.#locale();
    const raw = this.#raw?.value as { title?: unknown; poster?: unknown } | undefined;
    const count = this.#raw ? rawProductCount(this.#raw) : 0;
    const poster = safeUrl(this.poster ?? raw?.poster, this.poster ? undefined : this.#raw?.baseUrl);
    const title = typeof raw?.title === 'string' ? raw.title : '';
    return html`<div class="stage ${started ? 'started' : ''}" part="stage">
      <slot name="poster">${poster ? html`<img class="poster" part="poster" src=${poster} alt="">` : nothing}</slot>
      ${
        started
          ? nothing
          : html`<button part="play" class="start ${this.#begun || waiting ? 'busy' : ''}" @click=${() => this.#pressed()}
              aria-label=${this.#begun ? text.loading : fill(text.playVideo, { title })}><i>${playIcon}</i></button>
            ${count ? html`<span part="product-count" class="count">${plural(text.products, count, locale)}</span>` : nothing}`
      }
      <div class="layers"></div>
      ${
        error
          ? html`<div class="problem" part="error" role="alert"><p>${messageFor(error)}</p>
              <button @click=${() => this.#retry()}>${text.retry}</button></div>`
          : nothing
      }
    </div>`;
  }

  #locale(): string {
    return localeOf(this.locale ?? this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang);
  }

  #idle(callback: () => void): void {
    (globalThis.requestIdleCallback ?? setTimeout)(callback);
  }

  /** The player has come into view. */
  async #arrive(): Promise<void> {
    try {
      const raw = await this.#manifest();
      const opening = openingOf(this, location.hash);
      if (opening.start !== undefined && !this.#begun) this.#startAt = opening.start;
      const listed = (raw.value as { products?: { id?: unknown }[] }).products;
      if (opening.product && !this.#begun && listed?.some?.((product) => product?.id === opening.product)) {
        await this.openProduct(opening.product);
      }
      if (this.autoplay && !this.#begun) {
        this.#pressed();
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #pressed(): void {
    this.play().catch((error) => this.#fail(error));
  }

  #loading?: Promise<RawManifest>;
  #manifest(): Promise<RawManifest> {
    this.#loading ??= readManifest(this, this.manifest, this.#connection!.signal).then((raw) => {
      this.#raw = raw;
      this.requestUpdate();
      return raw;
    });
    return this.#loading;
  }

  #ensureVideo(): HTMLVideoElement {
    if (this.#video) return this.#video;
    const video = document.createElement('video');
    video.playsInline = true;
    video.muted = this.hasAttribute('muted');
    video.loop = this.loop;
    video.volume = this.state.get().volume;
    video.defaultPlaybackRate = video.playbackRate = this.state.get().playbackRate;
    if (this.preload) video.preload = this.preload as 'auto';
    for (const type of MEDIA_EVENTS.split(' ')) video.addEventListener(type, () => this.dispatchEvent(new Event(type)));
    this.#video = video;
    // Upgraded in a click handler, the element may not have been rendered yet.
    if (!this.hasUpdated) this.performUpdate();
    this.renderRoot.querySelector('.layers')!.before(video);
    return video;
  }

  /** Loads what is needed to play, once. The media's own request leaves before any of it has come. */
  #begin(): Promise<Playback> {
    this.#begun = true;
    this.requestUpdate();
    this.#playback ??= this.#load();
    return this.#playback;
  }

  async #load(): Promise<Playback> {
    const video = this.#video!;
    const { signal } = this.#connection!;
    // Everything that needs no answer of the manifest is on its way beside it.
    const chunk = import('./playback.js');
    const parser = import('../schema/parse-manifest.js');
    chunk.catch(() => {});
    parser.catch(() => {});
    let early = this.#raw && this.#startMedia(this.#raw);
    const raw = await this.#manifest();
    early ??= this.#startMedia(raw);
    try {
      const { startPlayback } = await chunk;
      this.#startBeacons();
      return startPlayback({
        element: this,
        video,
        raw,
        ...early,
        startAt: this.#startAt,
        parser,
        layers: this.renderRoot.querySelector('.layers')!,
        stage: this.renderRoot.querySelector('.stage')!,
        state: this.state,
        locale: this.#locale(),
        viewId: async () => (await this.#beacons)?.viewId,
        signal,
      });
    } catch (cause) {
      throw isOurs(cause) ? cause : await errorOf('chunk-failed', { cause });
    }
  }

  #startMedia(raw: RawManifest) {
    const video = this.#video!;
    const candidates = planPlayback(rawSources(raw), capabilitiesOf(video), this.engine as 'auto');
    if (rawNeedsCors(raw)) video.crossOrigin = 'anonymous';
    const first = candidates[0];
    if (!first) return { candidates };
    if (first.engine !== 'hls') {
      video.src = first.src;
      return { candidates };
    }
    const playlist = fetch(first.src, { signal: this.#connection!.signal }).then((response) => {
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.arrayBuffer();
    });
    playlist.catch(() => {});
    return { candidates, playlist };
  }

  #startBeacons(): void {
    // A grant may come before the manifest, and the video's name comes with it.
    this.#beacons ??= this.#loadBeacons().catch((cause) => {
      warnOnce('beacon-chunk', 'No beacons are sent:', cause);
      return undefined;
    });
  }

  async #loadBeacons(): Promise<Beacons> {
    const { startElementBeacons } = await import('./start-beacons.js');
    return startElementBeacons(this, this.#recorder, this.#raw?.value, this.#connection!.signal);
  }

  #report(error: ShoppableError): void {
    if (error.code !== 'autoplay-refused') warnOnce(error.message, error.message, error.cause ?? '');
    this.dispatchEvent(new ErrorEvent(error));
  }

  #fail(error: unknown): void {
    if (this.#connection?.signal.aborted !== false) return;
    this.#begun = false;
    this.requestUpdate();
    // A refused or interrupted play is no fault: the play button is there again.
    if (isOurs(error)) this.state.set({ error, waiting: false });
    else if ((error as DOMException)?.name === 'NotAllowedError') {
      void errorOf('autoplay-refused', { cause: error }).then((refused) => this.#report(refused));
    }
  }

  async #retry(): Promise<void> {
    const running = this.state.get().manifest && (await this.#playback?.catch(() => undefined));
    if (running) return running.request({ type: 'retry' });
    this.#restart();
    this.#pressed();
  }

  /** Forgets the manifest and everything made from it. */
  #restart(): void {
    this.#end();
    if (!this.isConnected) return;
    this.connectedCallback();
  }

  #end(): void {
    this.#connection?.abort();
    this.#connection = this.#raw = this.#loading = this.#playback = this.#beacons = undefined;
    if (this.#video) {
      this.#video.pause();
      this.#video.removeAttribute('src');
      this.#video.load(); // lets the browser free the decoder and the buffers (HTML, "best practices for authors")
      this.#video.remove();
      this.#video = undefined;
    }
    this.#begun = false;
    this.#startAt = 0;
    const { muted, volume, playbackRate } = this.state.get();
    this.state.set({
      ...initialState,
      manifest: undefined,
      open: undefined,
      engine: undefined,
      error: undefined,
      muted,
      volume,
      playbackRate,
    });
    this.requestUpdate();
  }
}

const isOurs = (error: unknown): error is ShoppableError => (error as Error)?.name === 'ShoppableError';

function messageFor({ code }: ShoppableError): string {
  if (code.startsWith('manifest')) return text.failedManifest;
  if (code === 'media-network') return text.failedNetwork;
  return code.startsWith('media') ? text.failedFormat : text.failed;
}

declare global {
  interface HTMLElementTagNameMap {
    'shoppable-video': ShoppableVideo;
  }
}
