import type { PlayerState } from '../../host/state.js';
import { adoptInto } from '../../shared/adopt.js';
import type { Store } from '../../shared/store.js';
import { holdOnScreen } from '../hold-on-screen.js';
import { onBack } from './back.js';
import { fullWindowStyles } from './full-window-styles.js';
import { inertAround } from './inert-around.js';

/**
 * Lets a player fill the window: its stage goes into the browser's top layer (HTML, popover), where no ancestor's
 * transform, overflow or z-index reaches it; a browser without one has a fixed box on top. The element stays where it is,
 * and an empty stage keeps its place open, so nothing of the page moves. What is behind cannot be scrolled, focused or read meanwhile.
 * Escape and the browser's way back leave it.
 * @returns leaves it, and puts the page back as it was
 */
export function fillWindow(
  element: HTMLElement,
  stage: HTMLElement,
  store: Store<PlayerState>,
  signal: AbortSignal,
): () => void {
  const ended = new AbortController();
  const { scrollX: left, scrollY: top } = window;
  const { style } = document.documentElement;
  const { overflow } = style;

  adoptInto(stage.getRootNode() as ShadowRoot, fullWindowStyles);
  const placeholder = document.createElement('div');
  placeholder.className = 'stage';
  stage.after(placeholder);
  stage.setAttribute('data-full-window', '');
  if ('showPopover' in stage) {
    stage.popover = 'manual';
    stage.showPopover();
  }
  style.overflow = 'hidden';
  const release = inertAround(element);
  const unhold = holdOnScreen(element, store);
  store.set({ fullscreen: true });

  const leave = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    stage.removeAttribute('popover');
    stage.removeAttribute('data-full-window');
    placeholder.remove();
    style.overflow = overflow;
    if (!document.documentElement.getAttribute('style')) document.documentElement.removeAttribute('style');
    release();
    window.scrollTo({ left, top, behavior: 'instant' });
    unhold();
    store.set({ fullscreen: false });
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    },
    { signal: ended.signal },
  );
  onBack(leave, ended.signal);
  signal.addEventListener('abort', leave, { once: true, signal: ended.signal });
  return leave;
}
