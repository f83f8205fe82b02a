import { OpenProductEvent } from '../events/open-product.js';
import { ReadyEvent } from '../events/ready.js';
import type { PlayerAction } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import type { PlayerState } from '../host/state.js';
import { hotspotStyles } from '../overlay/hotspot-styles.js';
import { createHotspotLayer } from '../overlay/layer.js';
import { type ClockReading, followFrames } from '../player/frame-clock.js';
import { followGeometry } from '../player/geometry.js';
import { followMedia } from '../player/media-state.js';
import type { Candidate } from '../player/policy.js';
import { followScene } from '../player/scene.js';
import { playSource } from '../player/source.js';
import { adoptInto } from '../shared/adopt.js';
import { errorOf, isOurs } from '../shared/error-of.js';
import { nextTask } from '../shared/next-task.js';
import type { Store } from '../shared/store.js';
import { tokenStyles } from '../themes/tokens.js';
import { mountControls } from './controls/controls.js';
import { controlsStyles } from './controls/controls-styles.js';
import { fullscreenOf } from './fullscreen/fullscreen.js';
import { hostOf, report } from './host-of.js';
import { layerStyles } from './layer-styles.js';
import type { Session } from './session.js';
import type { ShoppableVideo } from './shoppable-video.js';

export interface PlaybackOptions {
  readonly element: ShoppableVideo;
  readonly session: Session;
  readonly video: HTMLVideoElement;
  /** Where everything over the picture is drawn. */
  readonly layers: HTMLElement;
  readonly state: Store<PlayerState>;
  readonly candidates: readonly Candidate[];
  readonly playlist?: Promise<ArrayBuffer>;
  readonly startAt: number;
  readonly signal: AbortSignal;
}

type OpenAction = Extract<PlayerAction, { type: 'open-product' }>;

export interface Playback {
  request(action: PlayerAction): void;
  /** As the request, but says when it failed. */
  open(action: OpenAction): Promise<void>;
  /** Looks anew at the size and fit of the box. */
  measure(): void;
  /** Resolves when the media plays. */
  played(): Promise<void>;
  /** Rejects when nothing can be played. */
  readonly failed: Promise<never>;
}

// With it come the parts' host and the manifest: whoever asks for them is about to need the rest.
export { hostOf } from './host-of.js';
export { publishManifest } from './publish-manifest.js';

/**
 * The second stage of a page: the media plays, with controls and hotspots over it. Each part is made in a task of its
 * own, the media first: it needs no script to go on loading.
 */
export async function startPlayback(options: PlaybackOptions): Promise<Playback> {
  const { element, session, video, layers, state, signal } = options;
  await pause();
  for (const sheet of [tokenStyles, layerStyles, hotspotStyles, controlsStyles]) adoptInto(element.shadowRoot!, sheet);
  await pause();
  // The play button goes with the first frame, which may be here before the controls; the focus must not go with it.
  const onStart = () => element.shadowRoot!.activeElement?.matches('.start');
  const hadFocus = onStart();
  followMedia(video, state, signal);
  const source = playSource({ ...options, held: session.held, store: state });
  await pause();

  const host = hostOf(element, session);
  /** The video played when a card paused it, and goes on when the card is closed. */
  let resume = false;
  let refreshing = false;
  let captions: Promise<{ choose(index?: number): void }> | undefined;
  const stage = video.parentElement!;
  const fullscreen = fullscreenOf(element, stage, state, signal);
  const measure = followGeometry(stage, video, state, signal);

  const controls = mountControls(layers, host, reportChunk);
  await pause();
  const layer = createHotspotLayer(controls.hotspots, host);
  const keepFocus = () => {
    if (state.get().started && onStart()) controls.home().focus();
  };
  state.subscribe(keepFocus, signal);
  if (hadFocus && document.activeElement === document.body) controls.home().focus();
  keepFocus();
  let last: ClockReading = { mediaTime: 0, at: 0, rate: 0 };
  const follow = (reading: ClockReading) => {
    last = reading;
    const shown = state.get().onScreen ? reading : { ...reading, rate: 0 };
    layer.follow(shown);
    controls.follow(shown);
  };
  const look = followFrames(video, follow, signal);
  state.subscribe((now, before) => {
    if (now.onScreen === before.onScreen) return;
    // An engine may present no frame out of sight, and the next one late: until then the last reading holds.
    follow(last);
    look();
  }, signal);

  const failed = new Promise<never>((_, reject) => {
    state.subscribe(({ error }) => error && reject(error), signal);
    if (state.get().error) reject(state.get().error);
  });
  /** Pictures stand in for the film where it is not wanted, and where it cannot be had. */
  const showStills = () =>
    import('./stills/stills.js').then(({ mountStills }) => mountStills(options, host)).catch(reportChunk);
  failed.catch(showStills);

  void session
    .checked()
    .then(async ({ hotspots }) => {
      measure();
      await pause();
      followScene(video, hotspots, state, signal);
      element.dispatchEvent(new ReadyEvent());
    })
    .catch(async (cause) => {
      if (signal.aborted) return;
      // A manifest that cannot be trusted sells nothing, and what plays without it is no shoppable video.
      source.stop();
      state.set({ error: isOurs(cause) ? cause : await errorOf('chunk-failed', { cause }) });
    });

  /** @throws the signal's AbortError when the player has gone meanwhile */
  async function pause(): Promise<void> {
    await nextTask();
    signal.throwIfAborted();
  }

  function reportChunk(cause: unknown): void {
    void report(element, cause);
  }

  function request(action: PlayerAction): void {
    switch (action.type) {
      case 'play':
        video.play().catch(() => {});
        break;
      case 'pause':
        video.pause();
        break;
      case 'seek':
        video.currentTime = Math.min(Math.max(0, action.time), video.duration || Infinity);
        break;
      case 'mute':
        video.muted = action.muted;
        break;
      case 'volume':
        video.volume = Math.min(1, Math.max(0, action.volume));
        video.muted = video.volume === 0;
        break;
      case 'captions':
        captions ??= addCaptions();
        captions.then(({ choose }) => choose(action.index)).catch(reportChunk);
        break;
      case 'fullscreen':
        fullscreen(action.on).catch(reportChunk);
        break;
      case 'retry':
        source.retry();
        break;
      case 'open-product':
        open(action).catch(reportChunk);
        break;
      case 'close-product':
        state.set({ open: undefined });
        if (resume) video.play().catch(() => {});
        resume = false;
    }
  }

  async function addCaptions() {
    const { mountCaptions } = await import('./captions.js');
    return mountCaptions(video, layers, state, host, controls.showCaptions);
  }

  /** Shows a product. Rejects when there is none of this id, or when the card could not be loaded. */
  async function open({ productId, variantId, hotspotId, via }: OpenAction): Promise<void> {
    const { onOpen } = await session.checked();
    if (!productOf(state.get(), productId)) throw await errorOf('product-unknown', { detail: productId });
    if (!element.dispatchEvent(new OpenProductEvent(productId, via, hotspotId, variantId))) return;
    const { mountCard } = await import('../product/card.js').catch(async (cause) => {
      throw await errorOf('chunk-failed', { cause });
    });
    if (onOpen === 'pause' && !video.paused) {
      video.pause();
      resume = true;
    }
    state.set({ open: { productId, variantId, hotspotId } });
    keepFresh();
    mountCard(controls.cards, host, () => layer.controlOf(hotspotId) ?? controls.home());
  }

  /** Loaded with the first card, and only where the page or a product says whom to ask. */
  function keepFresh(): void {
    if (refreshing || !(element.refreshProducts || state.get().manifest?.products.some((product) => product.refresh)))
      return;
    refreshing = true;
    import('../product/refresh/follow-refresh.js').then(
      ({ followRefresh }) => followRefresh(element, state, () => element.refreshProducts, signal),
      reportChunk,
    );
  }

  // Before anybody can ask to play, which would be heard as a wish for the film.
  if (session.held) await showStills();
  return {
    request,
    open,
    measure,
    failed,
    played: () =>
      new Promise((resolve) =>
        video.paused || video.readyState < 3
          ? video.addEventListener('playing', () => resolve(), { once: true, signal })
          : resolve(),
      ),
  };
}
