import { faults, json, type Paths, READERS, SERVERS, schemaOf } from '../openapi/operation.js';
import { Contact } from './contacts/contact.js';
import { Listing, PARAMETERS, SORTS } from './listing.js';
import { STATES } from './stage.js';

const SCHEMAS: Partial<Record<keyof typeof PARAMETERS, object>> = {
  state: { enum: STATES },
  sort: { enum: SORTS, default: 'age' },
  limit: { type: 'integer', minimum: 1, maximum: 1000, default: 200 },
};
const site = { type: 'string', minLength: 1, maxLength: 200, description: 'As the players name it.' };
const fault = { $ref: '#/components/schemas/Error' };

const SIGNED = {
  401: 'The signature is missing, wrong or old.',
  403: 'Only this machine may, because the server has no keys; or the site is not known.',
  413: 'The body is too large.',
  503: 'It cannot be stored now.',
};

function oneOrMore() {
  const { properties, required = [], ...one } = schemaOf(Contact);
  const single = { ...one, required: ['site', ...required], properties: { site, ...properties } };
  const list = {
    type: 'object',
    required: ['site', 'contacts'],
    additionalProperties: false,
    properties: { site, contacts: { type: 'array', items: schemaOf(Contact) } },
  };
  return { anyOf: [single, list] };
}

export const paths: Paths = {
  '/v1/contacts': {
    post: {
      operationId: 'contacts',
      summary: 'Takes how viewers who agreed to it can be written to; a later one for the same viewer takes its place.',
      security: SERVERS,
      requestBody: { required: true, content: json(oneOrMore()) },
      responses: {
        200: {
          description: 'On the disk, but for those that are named.',
          content: json({
            type: 'object',
            required: ['taken', 'rejected'],
            properties: { taken: { type: 'integer' }, rejected: { type: 'array', items: fault } },
          }),
        },
        ...faults({ 400: 'The body, or what it has one of, cannot be taken.', ...SIGNED }),
      },
    },
  },
  '/v1/contacts/{viewerId}': {
    delete: {
      operationId: 'deleteContact',
      summary: 'Forgets how a viewer can be written to, on every site; what they did stays.',
      security: SERVERS,
      parameters: [{ name: 'viewerId', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'There is none any more; how many there were.',
          content: json({ type: 'object', required: ['removed'], properties: { removed: { type: 'integer' } } }),
        },
        ...faults({ 401: SIGNED[401], 403: SIGNED[403], 413: SIGNED[413], 503: SIGNED[503] }),
      },
    },
  },
  '/v1/recovery': {
    get: {
      operationId: 'recovery',
      summary: 'What was left in carts in videos, and how far its recovery is. There is nothing in it of who it is.',
      security: READERS,
      parameters: Object.entries(PARAMETERS).map(([name, description]) => ({
        name,
        in: 'query',
        description,
        schema: SCHEMAS[name as keyof typeof PARAMETERS] ?? { type: 'string', maxLength: 200 },
      })),
      responses: {
        200: {
          description: 'With every event and order that was acknowledged before.',
          content: json(schemaOf(Listing)),
        },
        ...faults({
          400: 'A parameter is wrong; `path` is its name.',
          401: 'The key is missing or wrong.',
          403: 'Only this machine may, because the server has no keys.',
          503: 'The store does not answer now.',
        }),
      },
    },
  },
};
