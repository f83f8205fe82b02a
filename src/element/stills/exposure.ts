import { HotspotExposedEvent } from '../../events/hotspot-exposed.js';
import type { ShoppableHost } from '../../host/host.js';

/** As long as a hotspot must be seen in a film. */
const MINIMUM_MS = 1000;

/**
 * Tells which hotspots were seen on pictures. No media time passes there, so an exposure begins and ends at the moment of
 * its picture: it is told once for each picture that is looked at for a second, and no watch time comes of it.
 * @param layer where the hotspots are drawn
 */
export function tellExposures({ state, element }: ShoppableHost, layer: HTMLElement, signal: AbortSignal): void {
  let timer = 0;
  let told = Number.NaN;
  const tell = () => {
    const { time, scene } = state.get();
    const box = element.getBoundingClientRect();
    const inside = ({ id }: { id?: string }) => {
      const spot = layer.querySelector(`[data-hotspot-id="${CSS.escape(id!)}"]`)?.getBoundingClientRect();
      const [x, y] = spot ? [spot.x + spot.width / 2, spot.y + spot.height / 2] : [Number.NaN, 0];
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    };
    told = time;
    for (const { id, product } of scene.filter(inside))
      element.dispatchEvent(new HotspotExposedEvent(id!, product, time, 'hotspot', time));
  };
  const look = () => {
    clearTimeout(timer);
    const { time, onScreen } = state.get();
    if (onScreen && document.visibilityState === 'visible' && time !== told)
      timer = window.setTimeout(tell, MINIMUM_MS);
  };
  state.subscribe(
    (now, before) =>
      (now.time !== before.time || now.scene !== before.scene || now.onScreen !== before.onScreen) && look(),
    signal,
  );
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  look();
}
