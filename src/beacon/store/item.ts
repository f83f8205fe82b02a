import type { BeaconBatch, BeaconEvent } from '../../schema/beacon.js';
import { byteLength } from '../../shared/byte-length.js';

/** Who sends, as an endpoint wants to hear it. */
export type From = Pick<BeaconBatch, 'site' | 'writeKey'>;

/** An event on its way, in the form in which it is stored and sent. */
export interface Item extends From {
  readonly id: string;
  readonly type: string;
  readonly atMs: number;
  readonly json: string;
  readonly bytes: number;
}

export function itemOf(event: BeaconEvent, { site, writeKey }: From): Item {
  const json = JSON.stringify(event);
  return { id: event.eventId, type: event.type, atMs: event.atMs, json, bytes: byteLength(json), site, writeKey };
}
