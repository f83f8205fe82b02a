import type { ShoppableHost } from '../../host/host.js';

/** Controls go away when nobody has moved for this long while the video plays. */
const IDLE_MS = 3000;

/**
 * Marks the layers `idle` while nothing happens: one timer, and none when paused.
 * @param onWake the controls come back
 */
export function watchActivity({ element, state, signal }: ShoppableHost, layers: HTMLElement, onWake: () => void) {
  let timer = 0;
  const isHeld = () =>
    state.get().paused ||
    state.get().open ||
    layers.querySelector('.controls :focus-visible, .scene, .scrubbing, .menu');
  const rest = () => !isHeld() && layers.classList.add('idle');
  const idle = () => layers.classList.contains('idle');
  const wake = () => {
    if (idle()) onWake();
    layers.classList.remove('idle');
    clearTimeout(timer);
    if (!state.get().paused) timer = window.setTimeout(rest, IDLE_MS);
  };
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
    element.addEventListener(event, (e) => (e as PointerEvent).pointerType !== 'touch' && wake(), { signal });
  }
  element.addEventListener('pointerleave', rest, { signal });
  state.subscribe((now, before) => (now.paused !== before.paused || now.open !== before.open) && wake(), signal);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  wake();
  return {
    idle,
    wake,
    toggle() {
      if (idle()) wake();
      else rest();
    },
  };
}
