import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Hono } from 'hono';
import { METRICS } from '../../../../src/insights/metrics/index.js';
import { makeBatch, makeDataDir, makeEvent, post, serve } from '../fixture.js';

type Content = Record<string, { schema: object }>;
interface Operation {
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

test('it keeps the rules of OpenAPI, and describes every route', async (t) => {
  let app: Hono | undefined;
  const { url } = await serve(t, await makeDataDir(t), undefined, { routes: (hono) => (app = hono) });
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
  assert.ok(valid, JSON.stringify(errors, null, 1));
  assert.equal(document.openapi, '3.1.0');

  const routes = app!.routes.filter(({ method }) => method !== 'ALL');
  assert.ok(routes.length >= 7, 'the routes are found');
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const expected = routes.flatMap(({ method, path }) =>
    path === '/v1/insights/:metric'
      ? [...METRICS.keys()].map((name) => `GET /v1/insights/${name}`)
      : [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`],
  );
  assert.deepEqual(described.sort(), [...new Set(expected)].sort());
});

test('answers are what it says', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  await post(url, makeBatch([makeEvent()]));
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(document, 'openapi');
  for (const path of ['/v1/insights', '/v1/insights/hctr', '/v1/insights/counts', '/healthz']) {
    const { schema } = document.paths[path]!.get!.responses[200]!.content!['application/json']!;
    const check = ajv.compile(schema);
    assert.ok(check(await (await fetch(`${url}${path}`)).json()), `${path}: ${ajv.errorsText(check.errors)}`);
  }
  const { schema } = document.paths['/v1/beacons']!.post!.requestBody!.content['application/json']!;
  assert.ok(ajv.validate(schema, makeBatch([makeEvent()])), ajv.errorsText());
  assert.ok(!ajv.validate(schema, makeBatch([makeEvent({ type: 'moon' })])), 'an event of no known type');
});

test('a time and an amount say what they are', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  const { anyOf } = paths['/v1/orders']!.post!.requestBody!.content['application/json']!.schema as {
    anyOf: { properties: { placedAt: object; lines: { items: { properties: { minor: object } } } } }[];
  };
  const { placedAt, lines } = anyOf[0]!.properties;
  assert.match((placedAt as { description: string }).description, /^ISO 8601 with a zone.* or Unix milliseconds/);
  assert.match((lines.items.properties.minor as { description: string }).description, /^Minor units of all pieces/);
});
