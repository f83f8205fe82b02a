import type { BeaconEvent as BeaconRecord } from '../schema/beacon.js';
import { FactEvent } from './fact.js';

/** An interaction was recorded, as it goes to the endpoints. Only while consent is granted. */
export class BeaconEvent extends FactEvent {
  constructor(readonly record: BeaconRecord) {
    super('shoppable-beacon');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-beacon': BeaconEvent;
  }
}
