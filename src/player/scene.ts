import type { PlayerState } from '../host/state.js';
import type { Hotspot } from '../schema/manifest.js';
import type { Store } from '../shared/store.js';
import { createSchedule } from '../timeline/schedule.js';

/**
 * Keeps the hotspots of this moment in the store. One timer waits for the next change while the media plays; nothing
 * runs otherwise.
 */
export function followScene(
  video: HTMLVideoElement,
  hotspots: readonly Hotspot[],
  store: Store<PlayerState>,
  signal: AbortSignal,
): void {
  const schedule = createSchedule(hotspots);
  let timer = 0;
  const update = () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const time = video.currentTime;
    const scene = schedule.activeAt(time);
    const before = store.get().scene;
    if (scene.length !== before.length || scene.some((hotspot, i) => hotspot !== before[i])) store.set({ scene });
    if (video.paused || video.seeking || video.readyState < 3) return;
    const waitMs = ((schedule.nextChange(time) - time) * 1000) / (video.playbackRate || 1);
    // A long wait is cut: `timeupdate` calls here anyway, and a timer must stay under 2^31 ms.
    if (waitMs < 1000) timer = window.setTimeout(update, Math.max(waitMs, 4));
  };
  for (const event of ['timeupdate', 'playing', 'pause', 'seeking', 'seeked', 'ratechange', 'loadedmetadata']) {
    video.addEventListener(event, update, { signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  update();
}
