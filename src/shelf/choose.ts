import { HotspotClickedEvent } from '../events/hotspot-clicked.js';
import type { ShoppableHost } from '../host/host.js';

/** A product was chosen in a list of them, which counts as its hotspot's click does. */
export function chooseFromList({ element, state, request }: ShoppableHost, productId: string, hotspotId?: string) {
  element.dispatchEvent(new HotspotClickedEvent(hotspotId, productId, state.get().time, 'list'));
  request({ type: 'open-product', productId, hotspotId, via: 'list' });
}
