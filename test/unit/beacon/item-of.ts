import { itemOf } from '../../../src/beacon/store/item.js';
import { type BeaconEventType, Event } from '../../../src/schema/beacon.js';
import { uuidv7 } from '../../../src/shared/ids.js';
import { FIELDS } from '../schema/event-fields.js';

export const NOW = 1_760_000_000_000;

/** An event that the schema takes, as it waits in a queue. */
export const itemWith = (
  type: BeaconEventType,
  fields: object = {},
  from: { site: string; writeKey?: string } = { site: 'shop' },
) =>
  itemOf(
    Event.parse({
      eventId: uuidv7(NOW),
      seq: 3,
      type,
      atMs: NOW,
      idScope: 'persistent',
      viewerId: 'viewer-1',
      sessionId: uuidv7(NOW),
      viewId: 'view',
      videoId: 'coffee',
      campaign: { id: 'spring', source: 'mail' },
      ...FIELDS[type],
      ...fields,
    }),
    from,
  );
