import type { Draw } from './draw.js';
import type { Hotspot, Video } from './shop/video.js';
import type { View } from './view.js';

/** The player tells what was played at least so often. */
const FLUSH_MS = 10_000;
/** A hotspot that was there for less was not seen. */
const SEEN_MS = 1000;
/** Whoever plays a film at all sees so many seconds of it, and with them the first hotspot. */
const LEAST = 2.5;
/** Who sees it to the end; the others leave the more often the earlier it is. */
const TO_THE_END = 0.3;
const EARLY = 1.4;

/** Seconds of a film that somebody watches. */
export function watchedS({ duration }: Video, draw: Draw): number {
  return draw.happens(TO_THE_END) ? duration : Math.max(LEAST, duration * draw.random() ** EARLY);
}

/** The share of those who play a film that still watch at a second of it. */
export const stillWatching = ({ duration }: Video, second: number): number =>
  second <= LEAST ? 1 : TO_THE_END + (1 - TO_THE_END) * (1 - (second / duration) ** (1 / EARLY));

/** Their mean. */
export function meanWatchedS({ duration }: Video): number {
  const least = (LEAST / duration) ** (1 / EARLY);
  const others = LEAST * least + (duration * (1 - least ** (EARLY + 1))) / (EARLY + 1);
  return TO_THE_END * duration + (1 - TO_THE_END) * others;
}

/**
 * Plays a part of the film, in real time.
 * @param clicked the hotspot that is clicked, which counts as seen however short it was there
 */
export function play(view: View, atMs: number, fromMs: number, toMs: number, clicked?: Hotspot): void {
  for (let from = fromMs; from < toMs; from += FLUSH_MS) {
    const to = Math.min(toMs, from + FLUSH_MS);
    view.record(atMs + to - fromMs, { type: 'playback', fromMs: from, toMs: to, rate: 1 });
  }
  for (const hotspot of view.video.hotspots) {
    const from = Math.max(fromMs, Math.round(hotspot.start * 1000));
    const to = Math.min(toMs, Math.round(hotspot.end * 1000));
    if (to - from < SEEN_MS && !(hotspot === clicked && to >= from)) continue;
    view.record(atMs + to - fromMs, {
      type: 'hotspot_exposure',
      hotspotId: hotspot.id,
      productId: hotspot.product,
      fromMs: from,
      toMs: to,
    });
  }
}
