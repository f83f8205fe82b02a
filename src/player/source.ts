import type { ErrorCode } from '../errors.js';
import type { PlayerState } from '../host/state.js';
import { errorOf } from '../shared/error-of.js';
import type { Store } from '../shared/store.js';
import type { AttachedEngine, EngineOptions } from './engines/engine.js';
import { attachNative } from './engines/native.js';
import type { Candidate } from './policy.js';
import { remedyFor } from './recovery.js';

export interface SourceOptions {
  readonly video: HTMLVideoElement;
  readonly candidates: readonly Candidate[];
  readonly store: Store<PlayerState>;
  /** Seconds of media time to begin at. */
  readonly startAt?: number;
  /** The request for the first HLS playlist, if it is on its way. */
  readonly playlist?: Promise<ArrayBuffer>;
  /** Asks for nothing until somebody plays. */
  readonly held?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Plays the first candidate that can be played, and keeps it playing: a fault is retried on the same source as its
 * kind deserves, then the next candidate takes over at the position reached. When none is left the state holds the
 * error, and `retry` begins again.
 */
export function playSource({ video, candidates, store, startAt = 0, playlist, held, signal }: SourceOptions): {
  retry(): void;
  /** Plays no more, whatever is still on its way. */
  stop(): void;
} {
  let wantsPlay = !video.paused || video.autoplay;
  let position = startAt;
  let current = new AbortController();
  signal.addEventListener('abort', () => current.abort(), { once: true });
  // Taking over a source pauses the media by itself, so what the shopper wants is remembered apart from it.
  video.addEventListener('play', () => (wantsPlay = true), { signal });
  video.addEventListener('pause', () => video.error || video.readyState === 0 || (wantsPlay = false), { signal });
  video.addEventListener('timeupdate', () => (position = video.currentTime || position), { signal });
  video.addEventListener('seeking', () => (position = video.currentTime), { signal });

  const attach = async (index: number): Promise<void> => {
    current.abort();
    current = new AbortController();
    const own = current.signal;
    const candidate = candidates[index];
    if (!candidate) {
      const { code } = video.error ?? {};
      return fail(!candidates.length ? 'media-unsupported' : code === 3 ? 'media-decode' : 'media-network', lastFault);
    }
    let attempt = 0;
    let timer = 0;
    let engine: AttachedEngine | undefined;
    own.addEventListener('abort', () => clearTimeout(timer), { once: true });
    video.addEventListener('playing', () => (attempt = 0), { signal: own });
    const onFault: EngineOptions['onFault'] = (kind, cause) => {
      if (own.aborted) return;
      lastFault = cause;
      const { engine: name } = candidate;
      const behind = index + 1 < candidates.length;
      // A browser's own player has said all it can; whoever stands behind it does better than a second try.
      const remedy =
        name === 'hls' || !behind ? remedyFor(name === 'hls' ? kind : 'media', attempt++) : { do: 'next' as const };
      if (remedy.do === 'next') return void attach(index + 1);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        engine?.reload(kind);
        resume();
      }, remedy.inMs);
    };
    const options = { video, src: candidate.src, startAt: position, onFault, signal: own };
    store.set({ engine: candidate.engine });
    if (candidate.engine === 'hls') {
      const { attachHls } = await import('./engines/hls.js');
      engine = await attachHls({ ...options, store, playlist: index === 0 ? playlist : undefined });
    } else {
      engine = attachNative({
        ...options,
        stallIsFault: candidate.engine === 'native' && index + 1 < candidates.length,
      });
    }
    resume();
  };
  let lastFault: unknown;
  const resume = () => {
    if (wantsPlay && video.paused && !signal.aborted) video.play().catch(() => {});
  };
  const fail = async (code: ErrorCode, cause: unknown) => {
    const failed = current;
    const error = await errorOf(code, { cause });
    if (failed === current) store.set({ error, waiting: false });
  };
  const start = () => {
    store.set({ error: undefined });
    attach(0).catch((cause) => fail('chunk-failed', cause));
  };
  if (held) video.addEventListener('play', start, { once: true, signal });
  else start();
  // A connection that comes back is the likeliest cure of a source that could not be loaded.
  window.addEventListener('online', () => store.get().error?.code === 'media-network' && start(), { signal });
  return {
    stop() {
      wantsPlay = false;
      current.abort();
      video.pause();
    },
    retry() {
      wantsPlay = true;
      start();
    },
  };
}
