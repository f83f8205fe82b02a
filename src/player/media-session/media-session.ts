import type { ShoppableHost } from '../../host/host.js';
import type { Chapter } from '../chapters.js';
import { readFilm } from '../film.js';
import { keysFor } from './keys.js';
import { metadataOf } from './metadata.js';

/** Whose the page's one media session is: the player that played last. */
let owner: HTMLVideoElement | undefined;

/**
 * Puts a film into the browser's media session: its name and picture on lock screens and headsets, and the media keys.
 * It has them from each start until its end, or until another player of the page starts.
 */
export function joinMediaSession(video: HTMLVideoElement, host: ShoppableHost): void {
  const { mediaSession } = navigator;
  if (!mediaSession) return;
  const { state, signal, element } = host;
  let chapters: readonly Chapter[] = [];

  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
    try {
      mediaSession.setActionHandler(action, handler);
    } catch {
      // A browser that does not know the action says so by throwing.
    }
  };
  const showPosition = () => {
    const { duration, currentTime, playbackRate } = video;
    if (owner !== video || !(duration > 0 && duration < Infinity) || !(playbackRate > 0)) return;
    mediaSession.setPositionState?.({ duration, playbackRate, position: Math.min(currentTime, duration) });
  };
  const show = () => {
    if (owner !== video) return;
    const { manifest } = state.get();
    if (manifest) mediaSession.metadata = new MediaMetadata(metadataOf(manifest, element));
    for (const [action, handler] of keysFor(host, chapters)) set(action, handler);
    mediaSession.playbackState = video.paused ? 'paused' : 'playing';
    showPosition();
  };
  const release = () => {
    if (owner !== video) return;
    owner = undefined;
    mediaSession.metadata = null;
    mediaSession.playbackState = 'none';
    mediaSession.setPositionState?.();
    for (const [action] of keysFor(host, chapters)) set(action, null);
  };
  const claim = () => {
    owner = video;
    show();
  };

  video.addEventListener('playing', claim, { signal });
  video.addEventListener('ended', release, { signal });
  video.addEventListener('pause', show, { signal });
  for (const event of ['seeked', 'ratechange', 'durationchange'])
    video.addEventListener(event, showPosition, { signal });
  signal.addEventListener('abort', release, { once: true });
  if (!video.paused) claim();
  host
    .manifest()
    .then((manifest) => readFilm(manifest, host))
    .then((film) => {
      ({ chapters } = film);
      show();
    })
    // Without a manifest the player says so itself.
    .catch(() => {});
}
