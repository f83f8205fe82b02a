import type { BeaconEvent } from '../../schema/beacon.js';

/**
 * An event as the journal keeps it: as it was sent, with what only its arrival could tell. Times are Unix milliseconds,
 * `sentMs` and `event.atMs` on the browser's clock, `receivedMs` on the server's.
 */
export interface StoredEvent {
  readonly receivedMs: number;
  readonly sentMs: number;
  readonly site: string;
  readonly sdk: string;
  readonly bot: boolean;
  readonly event: BeaconEvent;
}
