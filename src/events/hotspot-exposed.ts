import { FactEvent } from './fact.js';
import type { Via } from './via.js';

/**
 * A hotspot was at least half visible for at least one second. A long exposure comes in pieces that follow one
 * another without overlap, none longer than ten seconds, so that little is lost when the page goes away.
 */
export class HotspotExposedEvent extends FactEvent {
  constructor(
    readonly hotspotId: string,
    readonly productId: string,
    /** Media time at the start of this piece, in seconds. */
    readonly time: number,
    readonly via: Via,
    /** Media time at the end of this piece, in seconds. */
    readonly until: number,
    /** True for every piece of an exposure but its first. */
    readonly continued = false,
  ) {
    super('shoppable-hotspot-exposed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-hotspot-exposed': HotspotExposedEvent;
  }
}
