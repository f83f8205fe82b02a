import type { PlayerState } from '../../host/state.js';
import type { Store } from '../../shared/store.js';

/**
 * The whole player goes to full screen, never the bare video: on it there would be nothing to buy. Where a browser shows
 * nothing but a bare video so (iPhone), the player fills the window instead.
 * @param stage what fills it
 * @returns turns it on and off; rejects when what is needed for it could not be loaded
 */
export function fullscreenOf(
  element: HTMLElement,
  stage: HTMLElement,
  store: Store<PlayerState>,
  signal: AbortSignal,
): (on: boolean) => Promise<void> {
  let leave: (() => void) | undefined;
  // A player inside another shadow tree is only seen as that tree's host from the document.
  element.addEventListener('fullscreenchange', () => store.set({ fullscreen: element.matches(':fullscreen') }), {
    signal,
  });
  return async (on) => {
    // A browser may refuse, and says so to nobody but this.
    if (element.requestFullscreen)
      return (on ? element.requestFullscreen() : document.exitFullscreen()).catch(() => {});
    const { fillWindow } = await import('./full-window.js');
    leave?.();
    leave = on ? fillWindow(element, stage, store, signal) : undefined;
  };
}
