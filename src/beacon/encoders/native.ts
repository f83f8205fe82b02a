import type { BeaconBatch } from '../../schema/beacon.js';
import { uuidv7 } from '../../shared/ids.js';
import type { Encoder } from './encoder.js';

/** The project's own format: an envelope around the events, which are JSON already (`src/schema/beacon.ts`). */
export const encoder: Encoder = {
  count: 100,
  group: ({ site, writeKey = '' }) => `${site} ${writeKey}`,
  encode(items, sentAtMs) {
    const { site, writeKey } = items[0]!;
    return JSON.stringify({
      schema: 'shoppable.beacon/1',
      sdk: 'shoppable-video/0.1.0',
      site,
      writeKey,
      batchId: uuidv7(),
      sentAtMs,
      events: [],
    } satisfies BeaconBatch).replace(/]}$/, () => `${items.map(({ json }) => json)}]}`);
  },
  knowsAgain: true,
};
