import type { BeaconEvent, PageEvent } from '../../schema/beacon.js';
import type { Erasure } from '../erase/erasure.js';
import type { ShopRecord } from '../orders/shop-record.js';
import type { AssignmentRecord } from '../recovery/assignment.js';

/** What only its arrival could tell of an event. Times are Unix milliseconds. */
export interface Arrived {
  /** On the server's clock. */
  readonly receivedMs: number;
  /** On the browser's clock. */
  readonly sentMs: number;
  readonly site: string;
  readonly sdk: string;
  readonly bot: boolean;
}

/** An event as the journal keeps it: as it was sent, with what its arrival told. `event.atMs` is on the browser's clock. */
export interface StoredEvent extends Arrived {
  readonly event: BeaconEvent | PageEvent;
}

/** That somebody is to be forgotten, in its place among the events. */
export interface ErasureRecord {
  readonly erase: Erasure;
  readonly receivedMs: number;
}

/** A line of the journal. */
export type JournalRecord = StoredEvent | ErasureRecord | ShopRecord | AssignmentRecord;

/** What is carried into tables beside the events: what shops told, and which viewers are written to. */
export type ToldRecord = ShopRecord | AssignmentRecord;
