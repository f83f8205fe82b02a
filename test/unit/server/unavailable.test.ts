import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duckdb } from '../../../src/insights/dialects/duckdb.js';
import { type AppParts, createApp } from '../../../src/server/app.js';
import { createAdmission } from '../../../src/server/limits/admission.js';
import { createTokenBuckets } from '../../../src/server/limits/token-buckets.js';
import { createMetrics } from '../../../src/server/metrics/metrics.js';
import { parseSettings } from '../../../src/server/settings/settings.js';
import { makeBatch, makeEvent } from './fixture.js';

const broken = () => Promise.reject(new Error('no space left'));

function makeApp(warnings: string[]) {
  const parts: AppParts = {
    intake: { take: broken, tell: broken },
    rejected: { replay: broken },
    forgetting: { erase: broken },
    store: { query: broken, dialect: duckdb, isCaughtUp: false, catchUp: () => Promise.resolve() },
    contacts: { add: broken, remove: broken },
    recovery: { list: broken },
    settings: parseSettings({}),
    metrics: createMetrics(),
    admission: createAdmission(1000, () => 0),
    buckets: createTokenBuckets(),
    now: () => 0,
    isBot: () => false,
    remoteAddress: () => '127.0.0.1',
    warn: (message) => warnings.push(message),
  };
  return createApp(parts);
}

test('a disk that takes nothing: 503 and when to try again, none taken', async () => {
  const warnings: string[] = [];
  const body = JSON.stringify(makeBatch([makeEvent(), null]));
  const response = await makeApp(warnings).request('/v1/beacons', { method: 'POST', body });
  assert.equal(response.status, 503);
  assert.match(response.headers.get('retry-after')!, /^\d+$/);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.deepEqual(Object.keys((await response.json()) as object), ['error', 'path']);
  assert.match(warnings[0]!, /no space left/);
});

test('a store that does not answer: 503 and when to ask again', async () => {
  const warnings: string[] = [];
  const response = await makeApp(warnings).request('/v1/insights/hctr');
  assert.equal(response.status, 503);
  assert.match(response.headers.get('retry-after')!, /^\d+$/);
  assert.match(warnings[0]!, /hctr .*no space left/);
});

test('a route of the owner that throws is 500, and the stack stays here', async () => {
  const warnings: string[] = [];
  const app = makeApp(warnings);
  app.get('/page', () => {
    throw new Error('inner workings');
  });
  const response = await app.request('/page');
  assert.equal(response.status, 500);
  assert.equal((await response.text()).includes('inner workings'), false);
  assert.match(warnings[0]!, /GET \/page failed: .*inner workings/);
});
