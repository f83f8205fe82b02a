import { faults, json, type Paths, SERVERS, schemaOf } from '../openapi/operation.js';
import { Order } from './erase-route.js';

const status = (word: string) =>
  json({ type: 'object', required: ['status'], properties: { status: { const: word } } });

export const paths: Paths = {
  '/v1/erase': {
    post: {
      operationId: 'erase',
      summary: 'Forgets a viewer, a session or a view.',
      security: SERVERS,
      requestBody: {
        required: true,
        description: 'Exactly one of `viewerId`, `sessionId` and `viewId`.',
        content: json(schemaOf(Order)),
      },
      responses: {
        200: { description: 'Nothing of it is there, and nothing comes in any more.', content: status('erased') },
        202: { description: 'The same, once the store answers again.', content: status('accepted') },
        ...faults({
          400: 'It is not clear who.',
          401: 'The signature is missing, wrong or old.',
          403: 'Only this machine may, because the server has no keys.',
          413: 'The body is too large.',
          503: 'It cannot be noted now.',
        }),
      },
    },
  },
};
