import { Batch, Event, Reply } from '../../schema/beacon.js';
import { faults, json, type Paths, schemaOf } from '../openapi/operation.js';

function batch() {
  const { properties, ...rest } = schemaOf(Batch);
  return { ...rest, properties: { ...properties, events: { ...Object(properties!.events), items: schemaOf(Event) } } };
}

export const paths: Paths = {
  '/v1/beacons': {
    post: {
      operationId: 'beacons',
      summary: 'Takes a batch of events, acknowledged once it is on the disk.',
      requestBody: {
        required: true,
        description: 'As JSON, plain or gzip. Each event is checked by itself.',
        content: { ...json(batch()), 'text/plain': { schema: { type: 'string' } } },
      },
      responses: {
        200: { description: 'All are taken but those named.', content: json(schemaOf(Reply)) },
        204: { description: 'All are taken.' },
        ...faults({
          400: 'None is taken: the body is no batch.',
          401: 'None is taken: the site wants a write key.',
          403: 'None is taken: not from this site, page or key.',
          413: 'None is taken: too large.',
          415: 'None is taken: a type that is none of the two.',
          429: 'None is taken: too fast. `Retry-After` says when to come back.',
          503: 'None is taken: too much, or no disk. `Retry-After` says when to come back.',
        }),
      },
    },
  },
};
