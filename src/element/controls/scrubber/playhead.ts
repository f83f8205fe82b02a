import type { PlayerState } from '../../../host/state.js';
import type { ReadableStore } from '../../../shared/store.js';

/**
 * A dot at the end of what has been played, for who is at the bar. The compositor moves it as it does the bar's own
 * animation, which is held to the media clock and is copied here when the state changes.
 */
export function createPlayhead(seek: HTMLElement, state: ReadableStore<PlayerState>, signal: AbortSignal): void {
  const bar = seek.querySelector('.fill')!.getAnimations()[0]!;
  const head = seek.appendChild(document.createElement('div'));
  head.className = 'playhead';
  const twin = head.animate({ transform: ['none', 'translateX(100%)'] }, { duration: 1, fill: 'both' });
  const copy = () => {
    if (twin.playbackRate !== bar.playbackRate) twin.playbackRate = bar.playbackRate;
    if (bar.startTime === null) {
      twin.startTime = null;
      twin.currentTime = bar.currentTime;
    } else if (twin.startTime !== bar.startTime) twin.startTime = bar.startTime;
  };
  const measure = () => twin.effect!.updateTiming({ duration: bar.effect!.getTiming().duration as number });
  twin.pause();
  measure();
  copy();
  state.subscribe((now, before) => {
    if (now.duration !== before.duration) measure();
    copy();
  }, signal);
  seek.addEventListener('pointerenter', copy, { signal });
}
