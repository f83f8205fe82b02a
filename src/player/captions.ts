import type { PlayerState } from '../host/state.js';
import type { Track } from '../schema/manifest.js';
import type { Store } from '../shared/store.js';
import { safeUrl } from '../shared/url.js';

/**
 * Adds text tracks to the media and keeps them hidden: their cues are drawn by the player, above its controls and in
 * the page's looks, which a browser's own captions cannot be.
 * @param tell hears the lines of each change, as text
 * @returns `choose` turns one of the tracks on; -1 turns all off
 */
export function addCaptions(
  video: HTMLVideoElement,
  tracks: readonly Track[],
  store: Store<PlayerState>,
  tell: (lines: readonly string[]) => void,
  signal: AbortSignal,
): { choose(index: number): void } {
  const elements = tracks.map(({ src, lang, label }) => {
    const element = Object.assign(document.createElement('track'), { kind: 'subtitles', srclang: lang, label });
    void trackUrl(src, signal).then((url) => {
      element.src = url;
    });
    video.append(element);
    return element;
  });
  signal.addEventListener('abort', () => elements.forEach((element) => void element.remove()), { once: true });
  const show = ({ track }: HTMLTrackElement) => {
    const cues = [...(track.activeCues ?? [])] as VTTCue[];
    tell(cues.flatMap((cue) => cue.getCueAsHTML().textContent?.split('\n') ?? []));
  };
  elements.forEach((element, index) => {
    element.track.addEventListener('cuechange', () => store.get().captions === index && show(element), { signal });
  });
  return {
    choose(index) {
      elements.forEach(({ track }, i) => {
        track.mode = i === index ? 'hidden' : 'disabled';
      });
      store.set({ captions: index < elements.length ? index : -1 });
      tell([]);
      if (elements[index]) show(elements[index]);
    },
  };
}

/**
 * A text track of another origin is only loaded where the media is asked for with CORS too (HTML §4.8.11.11), which
 * would break media from a server without it. Fetched by itself, the track needs CORS and the media does not.
 */
async function trackUrl(src: string, signal: AbortSignal): Promise<string> {
  const href = safeUrl(src) ?? '';
  if (!href || new URL(href).origin === location.origin) return href;
  try {
    const url = URL.createObjectURL(await (await fetch(href, { signal })).blob());
    signal.addEventListener('abort', () => URL.revokeObjectURL(url), { once: true });
    return url;
  } catch {
    return href;
  }
}
