import { faults, type Paths, READERS } from '../openapi/operation.js';

export const paths: Paths = {
  '/metrics': {
    get: {
      operationId: 'metrics',
      summary: 'The server’s own figures, for Prometheus.',
      security: READERS,
      responses: {
        200: { description: 'Prometheus’ text format.', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...faults({
          401: 'The key is missing or wrong.',
          403: 'Only this machine may, because the server has no keys.',
        }),
      },
    },
  },
};
