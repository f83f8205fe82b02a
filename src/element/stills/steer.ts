import type { ShoppableHost } from '../../host/host.js';

/** So far, and more to the side than up or down, a finger is drawn for a swipe. */
const SWIPE_PX = 40;

const KEYS: Record<string, 1 | -1> = { ArrowLeft: -1, j: -1, ArrowRight: 1, l: 1 };
const SLIDER_KEYS: Record<string, 1 | -1> = { ArrowDown: -1, ArrowUp: 1 };
const JUMPS: Record<string, 1 | -1> = { PageDown: -1, PageUp: 1 };

/**
 * Arrow keys and swipes over the picture go from still to still. On the slider the arrows come to every still, and Page Up
 * and Page Down to those with products. A click on the picture, which plays a film, does nothing: what is held back is
 * held back for a reason.
 * @param step to the next still, or the one before; `every` also where nothing is sold
 */
export function listenToSteps(
  { element, state }: ShoppableHost,
  layers: HTMLElement,
  step: (by: 1 | -1, every: boolean) => void,
  signal: AbortSignal,
): void {
  element.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0] as Element;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || state.get().open) return;
      // What stands in the player, and what has keys of its own, keeps them.
      if (target !== element && !element.shadowRoot!.contains(target)) return;
      const isSlider = target.matches('.seek input');
      if (!isSlider && target.closest('dialog, input, textarea, select, [contenteditable]')) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const by = KEYS[key] ?? (isSlider ? (SLIDER_KEYS[key] ?? JUMPS[key]) : undefined);
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      step(by, isSlider && !JUMPS[key]);
    },
    // before the player's own keys, which move by seconds
    { signal, capture: true },
  );

  const isPicture = ({ target }: Event) => (target as Element).matches('.touch');
  layers.addEventListener('click', (event) => isPicture(event) && event.stopPropagation(), { signal, capture: true });
  let from: PointerEvent | undefined;
  layers.addEventListener(
    'pointerdown',
    (event) => {
      from = isPicture(event) && event.isPrimary ? event : undefined;
    },
    { signal },
  );
  layers.addEventListener(
    'pointerup',
    (event) => {
      if (!from || event.pointerId !== from.pointerId) return;
      const [x, y] = [event.clientX - from.clientX, event.clientY - from.clientY];
      from = undefined;
      if (Math.abs(x) >= SWIPE_PX && Math.abs(x) > Math.abs(y)) step(x < 0 ? 1 : -1, false);
    },
    { signal },
  );
}
