import type { ShoppableHost } from '../../host/host.js';

const STEP_S = 5;
const VOLUME_STEP = 0.1;

/**
 * The keys that players share: space or K, arrows, J and L, M, C, F, Home, End and the digits.
 * A key that the focused control uses itself, or that comes with a modifier, is left alone.
 */
export function listenToKeys({ element, state, request, signal }: ShoppableHost): void {
  const seek = (time: number) => request({ type: 'seek', time });
  const keys: Record<string, () => void> = {
    ' ': () => request({ type: state.get().paused ? 'play' : 'pause' }),
    ArrowLeft: () => seek(state.get().time - STEP_S),
    ArrowRight: () => seek(state.get().time + STEP_S),
    ArrowUp: () => request({ type: 'volume', volume: state.get().volume + VOLUME_STEP }),
    ArrowDown: () => request({ type: 'volume', volume: state.get().volume - VOLUME_STEP }),
    m: () => request({ type: 'mute', muted: !state.get().muted }),
    c: () => request({ type: 'captions' }),
    f: () => request({ type: 'fullscreen', on: !state.get().fullscreen }),
    Home: () => seek(0),
    End: () => seek(state.get().duration),
  };
  keys.k = keys[' ']!;
  keys.j = keys.ArrowLeft!;
  keys.l = keys.ArrowRight!;
  for (let digit = 0; digit <= 9; digit += 1) keys[digit] = () => seek((state.get().duration * digit) / 10);

  element.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0] as Element;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (state.get().open || target.closest('dialog, textarea, select, [contenteditable]')) return;
      // Buttons and links take the space bar, sliders the arrows.
      if (event.key === ' ' && target !== element) return;
      if (target instanceof HTMLInputElement && /^(Arrow|Home|End)/.test(event.key)) return;
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
}
