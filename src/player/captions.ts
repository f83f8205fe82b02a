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
    element.src = safeUrl(src) ?? '';
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
