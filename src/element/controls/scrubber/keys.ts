import type { ShoppableHost } from '../../../host/host.js';
import { jumpFrom } from './stops.js';

/** Page Up and Page Down on the slider go from mark to mark; Escape takes the preview away. */
export function listenToJumps(
  input: HTMLInputElement,
  { element, state, signal }: ShoppableHost,
  bar: { stops(): readonly number[]; jump(time: number): void; leave(): void },
): void {
  const steps: Record<string, 1 | -1> = { PageUp: 1, PageDown: -1 };
  input.addEventListener(
    'keydown',
    (event) => {
      const by = steps[event.key];
      const stops = bar.stops();
      if (!by || !stops.length || event.ctrlKey || event.metaKey || event.altKey) return;
      // Even at the last one: the browser's own step would then go somewhere else.
      event.preventDefault();
      const { time, paused } = state.get();
      const to = jumpFrom(stops, time, by, !paused);
      if (to !== undefined) bar.jump(to);
    },
    { signal },
  );
  element.addEventListener('keydown', ({ key }) => key === 'Escape' && bar.leave(), { signal });
}
