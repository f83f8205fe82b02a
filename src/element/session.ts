import type { Beacons } from '../beacon/index.js';
import { createRecorder } from '../beacon/recorder.js';
import type { ShoppableHost } from '../host/host.js';
import { capabilitiesOf, planPlayback } from '../player/policy.js';
import type { Manifest } from '../schema/manifest.js';
import { savesData } from '../shared/saves-data.js';
import { warnOnce } from '../shared/warn.js';
import { type RawManifest, rawSources, readManifest } from './manifest-source.js';
import { openingOf } from './opening.js';
import type { Playback } from './playback.js';
import type { ShoppableVideo } from './shoppable-video.js';

/** Sent again from the player, because media events do not bubble out of it. */
const MEDIA_EVENTS =
  'loadstart loadedmetadata loadeddata canplay canplaythrough durationchange play playing pause waiting stalled seeking seeked timeupdate ratechange volumechange progress ended emptied';

export type Session = ReturnType<typeof createSession>;

const loadPlayback = () => import('./playback.js');
const loadParser = () => import('../schema/check-manifest.js');

/**
 * One stay of an element in a document with one manifest: everything that it loads and starts, each at most once and
 * no sooner than it is needed. `end` undoes all of it.
 */
export function createSession(element: ShoppableVideo) {
  const connection = new AbortController();
  const { signal } = connection;
  const recorder = createRecorder(performance);
  let manifest: Promise<RawManifest> | undefined;
  let playback: Promise<Playback> | undefined;
  let checked: Promise<Manifest> | undefined;
  let host: ShoppableHost | undefined;
  let beacons: Promise<Beacons | undefined> | undefined;
  let startAt = openingOf(element, location.hash).start ?? 0;

  const session = {
    signal,
    /** Data is to be saved: no media is asked for until the shopper says so. */
    held: savesData(),
    raw: undefined as RawManifest | undefined,
    video: undefined as HTMLVideoElement | undefined,
    /** Playing was asked for. */
    begun: false,
    /** What plays, once it does. */
    playback: undefined as Playback | undefined,

    get currentTime() {
      return session.video?.readyState ? session.video.currentTime : startAt;
    },
    set currentTime(seconds: number) {
      if (session.video?.readyState) session.video.currentTime = seconds;
      else startAt = seconds;
    },

    manifest(): Promise<RawManifest> {
      manifest ??= readManifest(element, element.manifest, signal)
        .then((raw) =>
          (raw.value as { experiment?: unknown } | null)?.experiment
            ? import('./experiment/experiment.js').then(
                ({ experiment }) => experiment(element, raw, session),
                () => raw,
              )
            : raw,
        )
        .then((raw) => {
          session.raw = raw;
          element.requestUpdate();
          return raw;
        });
      return manifest;
    },

    /** The manifest, checked and in the player's state. */
    checked(): Promise<Manifest> {
      checked ??= Promise.all([session.manifest(), loadParser(), loadPlayback()]).then(
        ([raw, parser, { publishManifest }]) => publishManifest(element, raw, parser, signal),
      );
      return checked;
    },

    async host(): Promise<ShoppableHost> {
      const { hostOf } = await loadPlayback();
      host ??= hostOf(element, session);
      return host;
    },

    async play(): Promise<void> {
      const video = ensureVideo();
      const begun = session.begin();
      // Asked for in this same task: a browser forgets the click that allows sound after the first wait.
      // Where data is to be saved the first call brings pictures, and is heard no further.
      const played: Promise<unknown> = session.held && !session.playback ? begun : video.play();
      played.catch(() => {});
      const { failed, played: again } = await begun;
      // A source that fails or is replaced ends the first promise; only the playback knows how the next one went.
      const outcome = played.catch((error) => (error.name === 'NotAllowedError' ? Promise.reject(error) : again()));
      await Promise.race([outcome, failed]);
    },

    /** Loads what is needed to play. The media's own request leaves before any of it has come. */
    begin(): Promise<Playback> {
      session.begun = true;
      element.requestUpdate();
      playback ??= load();
      return playback;
    },

    /** Tries the media again; false when there is none to try. */
    retry(): boolean {
      if (!element.state.get().manifest) return false;
      session.playback?.request({ type: 'retry' });
      return Boolean(session.playback);
    },

    measure: () => session.playback?.measure(),

    recordOpportunity(visibleMs: number): void {
      recorder.record({ type: 'player_opportunity', visibleMs });
      // Nobody waits for it, and the page may still be busy.
      (globalThis.requestIdleCallback ?? setTimeout)(() => void session.beacons());
    },

    /** Names the view, and its arm, towards the shop; undefined without consent. */
    trace: async () => (await beacons)?.trace,

    consentChanged(): void {
      void beacons?.then((started) => started?.setConsent(element.consent));
    },

    beacons(): Promise<Beacons | undefined> {
      beacons ??= loadBeacons().catch((cause) => {
        warnOnce('beacon-chunk', 'No beacons are sent:', cause);
        return undefined;
      });
      return beacons;
    },

    end(): void {
      connection.abort();
      const { video } = session;
      if (!video) return;
      video.pause();
      video.removeAttribute('src');
      video.load(); // lets the browser free the decoder and the buffers (HTML, "best practices for authors using media elements")
      video.remove();
      layers().replaceChildren();
      // Lit keeps what it has drawn into a container on the container itself; what is gone must not be drawn into again.
      delete (layers() as { _$litPart$?: unknown })._$litPart$;
    },
  };

  const layers = () => element.renderRoot.querySelector<HTMLElement>('.layers')!;

  function ensureVideo(): HTMLVideoElement {
    if (session.video) return session.video;
    const { playbackRate, volume } = element.state.get();
    const video = document.createElement('video');
    Object.assign(video, {
      tabIndex: -1,
      playsInline: true,
      muted: element.hasAttribute('muted'),
      loop: element.loop,
      volume,
    });
    video.defaultPlaybackRate = video.playbackRate = playbackRate;
    if (element.preload) video.preload = element.preload;
    for (const type of MEDIA_EVENTS.split(' ')) {
      video.addEventListener(type, () => element.dispatchEvent(new Event(type)), { signal });
    }
    session.video = video;
    layers().before(video);
    return video;
  }

  async function load(): Promise<Playback> {
    const video = ensureVideo();
    // Everything that needs no answer of the manifest is on its way beside it.
    const chunk = loadPlayback();
    const parser = loadParser();
    chunk.catch(() => {});
    parser.catch(() => {});
    let media = session.raw && startMedia(video, session.raw);
    const raw = await session.manifest();
    media ??= startMedia(video, raw);
    const { startPlayback } = await chunk;
    // Before the first event of the playback, so that none is missed.
    void session.beacons();
    signal.throwIfAborted();
    session.playback = await startPlayback({
      element,
      session,
      video,
      ...media,
      startAt,
      layers: layers(),
      state: element.state,
      signal,
    });
    return session.playback;
  }

  function startMedia(video: HTMLVideoElement, raw: RawManifest) {
    const candidates = planPlayback(rawSources(raw), capabilitiesOf(video), element.engine);
    if (session.held) return { candidates };
    const first = candidates[0];
    if (first?.engine === 'hls') {
      const playlist = fetch(first.src, { signal }).then((response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return response.arrayBuffer();
      });
      playlist.catch(() => {});
      return { candidates, playlist };
    }
    if (first) {
      const { paused } = video;
      // A source that comes after `play()` was called pauses the media again (HTML, "media element load algorithm").
      video.src = first.src;
      if (!paused) video.play().catch(() => {});
    }
    return { candidates };
  }

  async function loadBeacons(): Promise<Beacons> {
    const { startElementBeacons } = await import('./start-beacons.js');
    return startElementBeacons(element, recorder, session);
  }

  return session;
}
