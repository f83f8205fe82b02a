import type HlsType from 'hls.js';
import type { FragmentLoaderContext, Loader, LoaderCallbacks, LoaderConfiguration, LoaderContext } from 'hls.js';
import type { PlayerState } from '../../host/state.js';
import type { Store } from '../../shared/store.js';
import { type Prefetched, prefetchHls } from '../prefetch.js';
import type { AttachedEngine, EngineOptions, FaultKind } from './engine.js';
import { offerQualities } from './qualities.js';

/**
 * hls.js plays the source through Media Source Extensions.
 * What was fetched while the library was on its way is handed to it instead of being fetched twice.
 */
export async function attachHls({
  video,
  src,
  startAt,
  onFault,
  signal,
  playlist,
  store,
}: EngineOptions & { playlist?: Promise<ArrayBuffer>; store: Store<PlayerState> }): Promise<
  AttachedEngine | undefined
> {
  const prefetched = prefetchHls(src, signal, playlist);
  const { default: Hls } = await import('hls.js/light');
  if (signal.aborted) return undefined;
  const hls = new Hls({
    // Half a minute is enough for a clip; without a limit a paused player would download tens of megabytes.
    maxBufferLength: 15,
    maxMaxBufferLength: 30,
    backBufferLength: 30,
    // A phone in portrait does not need 1080 lines.
    capLevelToPlayerSize: true,
    startFragPrefetch: true,
    startPosition: startAt || -1,
    // A worker from a blob URL breaks under a strict worker-src; fMP4 needs no repackaging, so little is lost.
    enableWorker: false,
    loader: withPrefetched(Hls.DefaultConfig.loader, prefetched),
  });
  signal.addEventListener('abort', () => hls.destroy(), { once: true });
  hls.on(Hls.Events.ERROR, (_event, { fatal, type, details, response }) => {
    const { code = 0 } = response ?? {};
    // A live playlist may come back; a segment, or the first playlist, that the server says is not there will not.
    const missing =
      isFinal(code) && (details === Hls.ErrorDetails.FRAG_LOAD_ERROR ? hls.levels.length < 2 : hls.levels.length === 0);
    // hls.js would ask for half a minute more, unless another rendition may have the segment.
    if (!fatal && !missing) return;
    const kind = missing ? 'gone' : type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'media';
    onFault(kind, new Error(`${details} ${code || ''}`));
  });
  const choose = offerQualities(hls, Hls.Events, store, signal);
  hls.loadSource(src);
  hls.attachMedia(video);
  return {
    reload(kind) {
      // What the shopper has chosen may be what fails.
      if (!hls.autoLevelEnabled) choose(-1);
      reload(hls, kind, src);
    },
  };
}

/** A status that asking again does not change (RFC 9110 §15.5; 408 and 429 ask for patience). */
const isFinal = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429;

/** A failed playlist has to be loaded anew; after anything else loading goes on where it stopped. */
function reload(hls: HlsType, kind: FaultKind, src: string): void {
  if (kind === 'media') hls.recoverMediaError();
  else if (hls.levels.length === 0) hls.loadSource(src);
  else hls.startLoad();
}

type LoaderClass = new (config: never) => Loader<LoaderContext>;

function withPrefetched(Base: LoaderClass, prefetched: Prefetched) {
  return class extends Base {
    override load(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const waiting = prefetched.get(context.url);
      const ranged = (context as FragmentLoaderContext).rangeEnd;
      if (!waiting || ranged) {
        super.load(context, config, callbacks);
        return;
      }
      prefetched.delete(context.url);
      this.stats.loading.start = performance.now();
      // A loader that hls.js has destroyed has no stats any more.
      const isOver = () => (this.stats as typeof this.stats | null)?.aborted ?? true;
      waiting.then(
        (body) => {
          if (isOver()) return;
          const now = performance.now();
          Object.assign(this.stats, { loaded: body.byteLength, total: body.byteLength });
          this.stats.loading.first = Math.max(now - 1, this.stats.loading.start);
          this.stats.loading.end = now;
          const data = context.responseType === 'arraybuffer' ? body : new TextDecoder().decode(body);
          callbacks.onSuccess({ url: context.url, data, code: 200 }, this.stats, context, null);
        },
        () => {
          if (isOver()) return;
          // A loader with a start has been used, and hls.js refuses to use it twice.
          this.stats.loading.start = 0;
          super.load(context, config, callbacks);
        },
      );
    }
  } as never;
}
