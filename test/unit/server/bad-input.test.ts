/** What no player sends. Each has a status and a reason, and costs nothing else. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Reply } from '../../../src/schema/beacon.js';
import { type RunningServer, startServer } from '../../../src/server/main.js';
import { BROWSER, countEvents, makeBatch, makeEvent, metric } from './fixture.js';

let server: RunningServer;
let dataDir: string;
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'collector-'));
  server = await startServer({ dataDir, port: 0, warn: () => {}, settings: { sites: { shop: {} } } });
});
after(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const send = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/v1/beacons`, {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': BROWSER, ...headers },
  });

const json = (value: unknown) => JSON.stringify(value);
const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
/** A batch of a good event, and one whose key `custom` is some JSON. */
const withCustom = (custom: string, name = 'custom') =>
  json(makeBatch([makeEvent(), makeEvent({ mark: 0 })])).replace('"mark":0', `"${name}":${custom}`);
/** As latin1, so that a lone byte above 127 is no UTF-8. */
const badBytes = (text: string) => Buffer.from(text.replace('BAD', '\xff\xfe'), 'latin1');
const bomb = () => gzipSync(Buffer.alloc(200 * 1024 * 1024, 32));
const million = () =>
  `{"schema":"shoppable.beacon/1","sdk":"t","site":"shop","batchId":"b","sentAtMs":1,"events":[${'0,'.repeat(999_999)}0]}`;

for (const [what, body, headers, status, error] of [
  ['truncated JSON', () => json(makeBatch([makeEvent()])).slice(0, -20), {}, 400, /not JSON/],
  ['an empty body', () => '', {}, 400, /not JSON/],
  ['UTF-16', () => Buffer.from(json(makeBatch([makeEvent()])), 'utf16le'), {}, 400, /not JSON/],
  [
    'a charset that is not UTF-8',
    () => json(makeBatch([makeEvent()])),
    { 'content-type': 'text/plain;charset=iso-8859-1' },
    415,
    /UTF-8/,
  ],
  ['an encoding that is not gzip', () => 'x', { 'content-encoding': 'br' }, 415, /gzip/],
  ['gzip that is cut off', () => gzipSync(json(makeBatch([makeEvent()]))).subarray(0, -12), {}, 400, /not whole gzip/],
  [
    'gzip that is announced and is none',
    () => json(makeBatch([makeEvent()])),
    { 'content-encoding': 'gzip' },
    400,
    /not whole gzip/,
  ],
  ['gzip within gzip', () => gzipSync(gzipSync(json(makeBatch([makeEvent()])))), {}, 400, /not JSON/],
  ['a gzip bomb of 200 MiB', bomb, {}, 413, /unpacks to more than 4194304 bytes/],
  ['a million events, packed', () => gzipSync(million()), {}, 413, /1000000 entries, and may have 1000/],
  ['a million events as they are', million, {}, 413, /larger than 1048576/],
  ['nothing but brackets', () => nest(10_000), {}, 400, /must be an object/],
  ['brackets that never close', () => '['.repeat(500_000), {}, 400, /not JSON/],
  ['an envelope with bad bytes', () => badBytes(json(makeBatch([makeEvent()], { sdk: 'BAD' }))), {}, 400, /not UTF-8/],
  [
    'a site that nobody knows',
    () => json(makeBatch([makeEvent()], { site: 'stranger' })),
    {},
    403,
    /"stranger" is not known/,
  ],
  [
    'a site of the name of a prototype',
    () => json(makeBatch([makeEvent()], { site: '__proto__' })),
    {},
    403,
    /not known/,
  ],
  ['a batch without a time', () => json(makeBatch([makeEvent()], { sentAtMs: null })), {}, 400, /sentAtMs/],
  ['a batch of a negative time', () => json(makeBatch([makeEvent()], { sentAtMs: -1 })), {}, 400, /sentAtMs/],
] as const) {
  test(`${what}: ${status} with the reason, none taken, and the next batch is`, async () => {
    const stored = await countEvents(server.url);
    const response = await send(body(), headers);
    assert.equal(response.status, status);
    const answer = (await response.json()) as { error: string; path: string };
    assert.deepEqual(Object.keys(answer), ['error', 'path']);
    assert.match(answer.error, error);
    assert.equal((await send(json(makeBatch([makeEvent()])))).status, 204);
    assert.equal(await countEvents(server.url), stored + 1);
  });
}

for (const [what, body, reason] of [
  ['nested 10,000 deep', () => withCustom(nest(10_000)), /nests deeper than 16 levels/],
  ['nested 10,000 deep in a key it knows', () => withCustom(nest(10_000), 'surface'), /nests deeper/],
  [
    'with bytes that are not UTF-8',
    () => badBytes(json(makeBatch([makeEvent(), makeEvent({ surface: 'BAD' })]))),
    /bytes that are not UTF-8/,
  ],
  ['of a negative time', () => json(makeBatch([makeEvent(), makeEvent({ atMs: -5 })])), /atMs must be/],
  ['of the year 33658', () => json(makeBatch([makeEvent(), makeEvent({ atMs: 1e15 + 1 })])), /atMs must be/],
  [
    'of an endless time',
    () => withCustom('1e999', 'atMs').replace(/"atMs":\d+,(?=[^}]*"atMs":1e999)/, ''),
    /atMs must be/,
  ],
  ['that is a list', () => json(makeBatch([makeEvent(), [1]])), /must be an object/],
] as const) {
  test(`an event ${what}: rejected by name with the reason, and the other taken`, async () => {
    const stored = await countEvents(server.url);
    const response = await send(body());
    assert.equal(response.status, 200);
    const { rejected } = Reply.parse(await response.json());
    assert.equal(rejected.length, 1);
    assert.match(rejected[0]!.reason, /^events\[1\]: /);
    assert.match(rejected[0]!.reason, reason);
    assert.equal(await countEvents(server.url), stored + 1);
  });
}

for (const [what, body] of [
  ['nested 10 deep in a key that nobody knows', () => withCustom(nest(10))],
  ['with keys of prototypes', () => withCustom('{"polluted":1}', '__proto__')],
  ['of ten years ahead', () => json(makeBatch([makeEvent(), makeEvent({ atMs: Date.now() + 3.15e11 })]))],
  ['of 1971', () => json(makeBatch([makeEvent(), makeEvent({ atMs: 3.15e10 })]))],
  ['behind a byte order mark', () => `\ufeff${json(makeBatch([makeEvent(), makeEvent()]))}`],
] as const) {
  test(`an event ${what} is taken`, async () => {
    const stored = await countEvents(server.url);
    assert.equal((await send(body())).status, 204);
    assert.equal(await countEvents(server.url), stored + 2);
    assert.equal('polluted' in {}, false);
  });
}

test('the same id with another body: the first stays, and the second is counted as a duplicate', async () => {
  const stored = await countEvents(server.url);
  const before = await metric(server.url, 'shoppable_events_duplicate_total');
  const first = makeEvent({ videoId: 'first' });
  for (const videoId of ['first', 'second', 'third']) {
    assert.equal((await send(json(makeBatch([{ ...first, videoId }])))).status, 204);
    assert.equal(await countEvents(server.url), stored + 1);
  }
  const { rows } = (await (await fetch(`${server.url}/v1/insights/hctr?by=video`)).json()) as {
    rows: { video: string }[];
  };
  const videos = rows.map(({ video }) => video);
  assert.ok(videos.includes('first') && !videos.includes('second') && !videos.includes('third'));
  assert.equal(await metric(server.url, 'shoppable_events_duplicate_total'), before + 2);
});

test('memory stays bounded under bombs, from many at once', async () => {
  const bodies = [bomb(), Buffer.from(gzipSync(million()))];
  const before = process.memoryUsage.rss();
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => send(bodies[index % 2]!)));
    for (const answer of answers) assert.equal(answer.status, 413);
  }
  const grownMib = (process.memoryUsage.rss() - before) / 1024 / 1024;
  assert.ok(grownMib < 300, `grew by ${grownMib} MiB`);
});
