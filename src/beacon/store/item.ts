import type { BeaconBatch, BeaconEvent } from '../../schema/beacon.js';
import { byteLength } from '../sender/batch.js';

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

/** What is read from a disk may be anything. */
export function isItem(value: unknown): value is Item {
  const { id, type, json, atMs, bytes, site } = (value ?? {}) as Record<string, unknown>;
  if ([id, type, json, site].some((text) => typeof text !== 'string')) return false;
  if (![atMs, bytes].every(Number.isFinite)) return false;
  try {
    return JSON.parse(json as string).eventId === id;
  } catch {
    return false;
  }
}
