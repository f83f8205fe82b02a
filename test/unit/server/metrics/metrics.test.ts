import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRegistry } from '../../../../src/server/metrics/registry.js';
import { countEvents, makeBatch, makeDataDir, makeEvent, metric, post, serve } from '../fixture.js';

test('the text is Prometheus’ own', async () => {
  const registry = createRegistry();
  const counter = registry.counter('a_total', 'What it counts.');
  counter.add();
  counter.add(2, { reason: 'a "b"\\\n' });
  registry.gauge('b', 'Now.', async () => 7);
  const histogram = registry.histogram('c_seconds', 'Time.', [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 9]) histogram.observe(value);
  assert.equal(
    await registry.text(),
    `# HELP a_total What it counts.
# TYPE a_total counter
a_total 1
a_total{reason="a \\"b\\"\\\\\\n"} 2
# HELP b Now.
# TYPE b gauge
b 7
# HELP c_seconds Time.
# TYPE c_seconds histogram
c_seconds_bucket{le="0.1"} 2
c_seconds_bucket{le="1"} 3
c_seconds_bucket{le="+Inf"} 4
c_seconds_sum 9.65
c_seconds_count 4
`,
  );
});

test('what the server did is counted', async (t) => {
  const { url } = await serve(t, await makeDataDir(t));
  const event = makeEvent();
  await post(url, makeBatch([event, makeEvent(), makeEvent({ seq: -1 })]));
  await post(url, makeBatch([event]));
  await post(url, '{');
  assert.equal(await countEvents(url), 2);
  for (const [name, value] of [
    ['shoppable_events_taken_total', 3],
    ['shoppable_events_rejected_total{reason="schema"}', 1],
    ['shoppable_batches_refused_total{reason="not-json"}', 1],
    ['shoppable_events_stored_total', 2],
    ['shoppable_events_duplicate_total', 1],
    ['shoppable_projection_lag_bytes', 0],
    ['shoppable_waiting_bytes', 0],
    ['shoppable_acknowledge_seconds_count', 2],
  ] as const) {
    assert.equal(await metric(url, name), value, name);
  }
  for (const name of ['shoppable_journal_bytes', 'shoppable_rejected_bytes', 'shoppable_journal_sync_seconds_count']) {
    assert.ok((await metric(url, name)) > 0, name);
  }
});

test('metrics and insights answer this machine and who has a key', async (t) => {
  const key = 'k'.repeat(32);
  const { url } = await serve(t, await makeDataDir(t), () => {}, { readKeys: ['other'.repeat(8), key] });
  const ask = (headers: Record<string, string>) => fetch(`${url}/metrics`, { headers });
  assert.equal((await ask({})).status, 200);
  const elsewhere = { 'x-forwarded-for': '1.2.3.4' };
  assert.equal((await ask(elsewhere)).status, 401);
  assert.equal((await ask({ ...elsewhere, authorization: 'Bearer nonsense' })).status, 401);
  assert.equal((await ask({ ...elsewhere, authorization: `Bearer ${key}` })).status, 200);
});
