import type { $ZodType } from 'zod/v4/core';
import {
  ExperimentEntry,
  InventoryEntry,
  Order,
  ProductEntry,
  Refund,
  SegmentEntry,
  VideoEntry,
} from '../../schema/order.js';
import { faults, json, type Operation, type Paths, SERVERS, schemaOf } from '../openapi/operation.js';

const site = { type: 'string', minLength: 1, maxLength: 200, description: 'As the players name it.' };
const simulated = {
  type: 'boolean',
  description: 'Whether what the site has is made up, as `GET /v1/insights` says then.',
};
const fault = { $ref: '#/components/schemas/Error' };
const warnings = { type: 'array', items: { type: 'string' } };

const answer = (more: object = {}) => ({
  200: {
    description: 'On the disk, but for those that are named.',
    content: json({
      type: 'object',
      required: ['taken', 'rejected'],
      properties: { taken: { type: 'integer' }, rejected: { type: 'array', items: fault }, ...more },
    }),
  },
});

const REFUSED = {
  400: 'The body, or what it has one of, cannot be taken.',
  401: 'The signature is missing, wrong or old.',
  403: 'Only this machine may, because the server has no keys; or the site is not known.',
  413: 'The body is too large.',
  503: 'It cannot be stored now.',
};

const lists = (kinds: Readonly<Record<string, $ZodType>>, more: object = {}) => ({
  type: 'object',
  required: ['site'],
  additionalProperties: false,
  properties: {
    site,
    ...more,
    ...Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: 'array', items: schemaOf(kind) }]),
    ),
  },
});

/** One of a kind beside its site, or a list of them. */
function oneOrMore(name: string, kind: $ZodType) {
  const { properties, required = [], ...one } = schemaOf(kind);
  const single = { ...one, required: ['site', ...required], properties: { site, ...properties } };
  return { anyOf: [single, { ...lists({ [name]: kind }), required: ['site', name] }] };
}

const told = (operationId: string, summary: string, schema: object, more?: object): { post: Operation } => ({
  post: {
    operationId,
    summary,
    security: SERVERS,
    requestBody: { required: true, content: json(schema) },
    responses: { ...answer(more), ...faults(REFUSED) },
  },
});

const webhook = (platform: string): { post: Operation } => ({
  post: {
    operationId: `webhook-${platform.toLowerCase()}`,
    summary: `Takes ${platform}’s webhooks of orders and refunds, signed as ${platform} does.`,
    requestBody: { required: true, content: json({ type: 'object' }) },
    responses: {
      200: { ...answer()[200], description: 'On the disk, or nothing of ours.', content: json({ type: 'object' }) },
      ...faults({
        400: 'The body is no object of JSON.',
        401: 'The signature is that of no site.',
        413: 'The body is too large.',
        422: 'It has what cannot be read.',
        503: 'It cannot be stored now.',
      }),
    },
  },
});

const catalog = {
  products: ProductEntry,
  inventory: InventoryEntry,
  videos: VideoEntry,
  segments: SegmentEntry,
  experiments: ExperimentEntry,
};

export const paths: Paths = {
  '/v1/orders': told('orders', 'Takes orders; one that comes again counts once.', oneOrMore('orders', Order)),
  '/v1/refunds': told('refunds', 'Takes refunds, which may come before their order.', oneOrMore('refunds', Refund), {
    warnings,
  }),
  '/v1/catalog': told(
    'catalog',
    'Takes products, inventory, videos, segments and experiments; the latest of each counts.',
    lists(catalog, { simulated }),
  ),
  '/v1/webhooks/shopify': webhook('Shopify'),
  '/v1/webhooks/woocommerce': webhook('WooCommerce'),
};
