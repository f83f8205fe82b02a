import { faults, json, type Paths, SERVERS } from '../openapi/operation.js';

export const paths: Paths = {
  '/v1/rejected/replay': {
    post: {
      operationId: 'replayRejected',
      summary: 'Reads events again that were refused.',
      security: SERVERS,
      responses: {
        200: {
          description: 'How many are taken now, and why the others are not.',
          content: json({
            type: 'object',
            required: ['taken', 'stillRejected', 'reasons'],
            properties: {
              taken: { type: 'integer' },
              stillRejected: { type: 'integer' },
              reasons: { type: 'object', additionalProperties: { type: 'integer' } },
            },
          }),
        },
        ...faults({
          401: 'The signature is missing, wrong or old.',
          403: 'Only this machine may, because the server has no keys.',
          413: 'The body is too large.',
          503: 'They cannot be stored now.',
        }),
      },
    },
  },
};
