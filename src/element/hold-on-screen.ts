import type { PlayerState } from '../host/state.js';
import type { Store } from '../shared/store.js';

/**
 * While the picture is elsewhere than in its place, nothing stands still because that place is out of sight.
 * @returns ends it, when the picture is back
 */
export function holdOnScreen(element: Element, store: Store<PlayerState>): () => void {
  store.set({ onScreen: true });
  const stop = store.subscribe(({ onScreen }) => onScreen || store.set({ onScreen: true }));
  return () => {
    stop();
    const { top, bottom } = element.getBoundingClientRect();
    store.set({ onScreen: bottom > 0 && top < window.innerHeight });
  };
}
