import type { Context } from 'hono';
import { SIGNATURE_HEADER } from '../access/signed.js';
import { paths as collector } from '../collector/openapi.js';
import { paths as erase } from '../erase/openapi.js';
import { paths as insights } from '../insights/openapi.js';
import { paths as videos } from '../insights/videos-route.js';
import { paths as metrics } from '../metrics/openapi.js';
import { paths as orders } from '../orders/openapi.js';
import { paths as recovery } from '../recovery/openapi.js';
import { paths as rejected } from '../rejected/openapi.js';
import { json, type Paths } from './operation.js';

const own: Paths = {
  '/healthz': {
    get: {
      operationId: 'health',
      summary: 'Answers once the server does.',
      responses: {
        200: {
          description: 'It answers; `caughtUp` says whether insights have all that was acknowledged.',
          content: json({
            type: 'object',
            required: ['status', 'caughtUp'],
            properties: { status: { const: 'ok' }, caughtUp: { type: 'boolean' } },
          }),
        },
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This description.',
      responses: { 200: { description: 'OpenAPI 3.1.', content: json({ type: 'object' }) } },
    },
  },
};

/** The server's routes as OpenAPI 3.1, from the schemas by which requests are read and from the metrics themselves. */
export const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Shoppable video',
    version: '1',
    summary: 'Takes the beacons of players, and answers what they add up to.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: { ...collector, ...insights, ...videos, ...orders, ...recovery, ...erase, ...rejected, ...metrics, ...own },
  components: {
    schemas: {
      Error: {
        type: 'object',
        required: ['error', 'path'],
        properties: {
          error: { type: 'string', description: 'A sentence with the cure.' },
          path: { type: 'string', description: 'Where: a parameter, a place in the body, or empty.' },
        },
      },
    },
    securitySchemes: {
      readKey: { type: 'http', scheme: 'bearer', description: 'One of READ_KEYS.' },
      signature: {
        type: 'apiKey',
        in: 'header',
        name: SIGNATURE_HEADER,
        description:
          '`t=…,v1=…`: Unix seconds, and the HMAC-SHA256 of time, method, path and body by one of SERVER_KEYS.',
      },
    },
  },
});

/** `GET /openapi.json`. */
export const openapiRoute = (context: Context): Response => context.json(openapi());
