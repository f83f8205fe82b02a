import type { ReadableStore } from '../../../shared/store.js';

/**
 * A dot at the end of what has been played, for who is at the bar. The compositor moves it as it does the bar's own
 * animation, which is held to the media clock and is copied here when the state changes.
 */
export function createPlayhead<T>(seek: HTMLElement, state: ReadableStore<T>, signal: AbortSignal): void {
  const [bar] = seek.querySelector('.fill')!.getAnimations();
  const head = seek.appendChild(document.createElement('div'));
  head.className = 'playhead';
  const twin = head.animate({ transform: ['none', 'translateX(100%)'] }, { duration: 1, fill: 'both' });
  const copy = () => {
    if (!bar) return;
    const { duration } = bar.effect!.getTiming() as { duration: number };
    if (twin.effect!.getTiming().duration !== duration) twin.effect!.updateTiming({ duration });
    if (twin.playbackRate !== bar.playbackRate) twin.playbackRate = bar.playbackRate;
    if (bar.startTime === null) {
      twin.startTime = null;
      twin.currentTime = bar.currentTime;
    } else if (twin.startTime !== bar.startTime) twin.startTime = bar.startTime;
  };
  twin.pause();
  copy();
  state.subscribe(copy, signal);
  seek.addEventListener('pointerenter', copy, { signal });
}
