import { envelope } from '../envelope.js';
import type { Encoder } from './encoder.js';

/** The project's own format: an envelope around the events as they are (`src/schema/beacon.ts`). */
export const encoder: Encoder = {
  count: 100,
  group: ({ site, writeKey = '' }) => `${site} ${writeKey}`,
  encode: (items, sentAtMs) =>
    envelope(
      items.map(({ json }) => json),
      items[0]!,
      sentAtMs,
    ),
  knowsAgain: true,
};
