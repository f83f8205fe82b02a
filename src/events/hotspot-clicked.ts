import { FactEvent } from './fact.js';
import type { Via } from './via.js';

/** A product was chosen, by its hotspot, an edge chip or the list of this scene. `time` is media time in seconds. */
export class HotspotClickedEvent extends FactEvent {
  constructor(
    readonly hotspotId: string | undefined,
    readonly productId: string,
    readonly time: number,
    readonly via: Via,
  ) {
    super('shoppable-hotspot-clicked');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-hotspot-clicked': HotspotClickedEvent;
  }
}
