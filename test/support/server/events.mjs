/** Batches as a player sends them. */
import { randomBytes } from 'node:crypto';

/** A UUIDv7, as players make their ids. */
export function uuidv7(atMs = Date.now()) {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.max(0, atMs), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** An exposure, a click or a range of playback, of one of `viewers` viewers. */
export function makeEvent(index, { viewers = 1000, atMs = Date.now(), seq = index } = {}) {
  const viewer = index % viewers;
  const common = {
    eventId: uuidv7(atMs),
    seq,
    atMs,
    idScope: 'persistent',
    viewerId: `viewer-${viewer}`,
    sessionId: `session-${viewer}`,
    viewId: `view-${viewer}`,
    videoId: 'coffee',
    surface: 'product',
    pageType: 'pdp',
  };
  const product = { productId: `product-${index % 20}`, hotspotId: `hotspot-${index % 20}` };
  if (index % 10 === 0) return { ...common, type: 'hotspot_click', ...product, positionMs: 1000, via: 'hotspot' };
  if (index % 2) return { ...common, type: 'hotspot_exposure', ...product, fromMs: 0, toMs: 4000 };
  return { ...common, type: 'playback', fromMs: 0, toMs: 10_000, rate: 1 };
}

export const makeBatch = (events, fields = {}) => ({
  schema: 'shoppable.beacon/1',
  sdk: 'bench/1',
  site: 'shop',
  batchId: uuidv7(),
  sentAtMs: Date.now(),
  events,
  ...fields,
});
