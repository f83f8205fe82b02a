import { gunzipSync } from 'node:zlib';

/**
 * The events of a beacon's body, plain or gzip, which two bytes at its beginning tell (RFC 1952 §2.3.1).
 * @returns {{ eventId: string, type: string, productId?: string }[]} none for what is no beacon
 */
export function eventsIn(body) {
  try {
    const plain = body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
    return JSON.parse(plain.toString('utf8')).events ?? [];
  } catch {
    return [];
  }
}

const FILLER = /商+$/;

/** The name by which the ledger knows an event: its product, without what made it long. */
export const nameOf = (productId) => productId?.replace(FILLER, '');
