import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openBatch, replyOf, takeEvents } from '../../../../src/server/collector/take-batch.js';
import { makeBatch, makeEvent } from '../fixture.js';

const ARRIVAL = { receivedMs: 1_700_000_000_000, bot: false };
const LIMITS = { events: 1000, depth: 16 };

const open = (body: unknown, hasBadBytes = false) =>
  openBatch({ text: typeof body === 'string' ? body : JSON.stringify(body), hasBadBytes }, LIMITS);

function take(body: unknown, arrival = ARRIVAL, hasBadBytes = false) {
  const batch = open(body, hasBadBytes);
  if ('error' in batch) assert.fail(batch.error);
  const { taken, rejected } = takeEvents(batch, arrival);
  return { taken, rejected: replyOf(rejected), kept: rejected };
}

test('an event is kept as it was sent, with what its arrival tells', () => {
  const event = makeEvent();
  const { taken, rejected } = take(makeBatch([event], { sentAtMs: 5 }));
  assert.deepEqual(rejected, []);
  assert.deepEqual(taken, [
    { receivedMs: ARRIVAL.receivedMs, sentMs: 5, site: 'shop', sdk: 'test/1', bot: false, event },
  ]);
});

test('a bad event is named with its reason and place, and sinks no other', () => {
  const good = makeEvent();
  const bad = makeEvent({ type: 'cart_change', quantity: 1, unitMinor: 100, currency: 'eur', positionMs: 1 });
  const { taken, rejected } = take(makeBatch([bad, good]));
  assert.deepEqual(
    taken.map(({ event }) => event.eventId),
    [good.eventId],
  );
  assert.deepEqual(rejected, [
    { eventId: bad.eventId, reason: 'events[0]: currency must be an ISO 4217 code such as EUR, is "eur".' },
  ]);
});

test('an event that has no name to repeat is told by its index', () => {
  const { rejected } = take(
    makeBatch([makeEvent({ eventId: undefined }), null, 7, makeEvent({ eventId: 'x'.repeat(201) })]),
  );
  assert.deepEqual(
    rejected.map(({ eventId }) => eventId),
    ['', '', '', ''],
  );
  for (const [index, { reason }] of rejected.entries()) assert.ok(reason.startsWith(`events[${index}]: `), reason);
});

test('what kinds of event there are is told', () => {
  const { rejected } = take(makeBatch([makeEvent({ type: 'gaze' })]));
  assert.match(rejected[0]!.reason, /type must be one of .*"hotspot_click"/);
});

test('a browser that says it is driven is a bot, and so is one whose user agent says it', () => {
  assert.equal(take(makeBatch([makeEvent({ automated: true })])).taken[0]!.bot, true);
  assert.equal(take(makeBatch([makeEvent()]), { ...ARRIVAL, bot: true }).taken[0]!.bot, true);
});

for (const [what, body, path] of [
  ['no JSON', '{"schema":', ''],
  ['an empty body', '', ''],
  ['another schema', JSON.stringify(makeBatch([makeEvent()], { schema: 'shoppable.beacon/9' })), 'schema'],
  ['no site', JSON.stringify(makeBatch([makeEvent()], { site: undefined })), 'site'],
  ['no events', JSON.stringify(makeBatch([])), 'events'],
  ['a list', '[]', ''],
] as const) {
  test(`${what}: the batch is refused at ${path || 'its body'}`, () => {
    const result = open(body);
    assert.ok('error' in result);
    assert.equal(result.path, path);
    assert.match(result.error, /\.$/);
  });
}

test('keys that would reach a prototype are dropped', () => {
  const hostile = JSON.stringify(makeBatch([makeEvent()])).replaceAll(
    '{',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  );
  const { taken } = take(hostile);
  assert.equal(taken.length, 1);
  assert.equal('polluted' in {}, false);
  assert.equal(JSON.stringify(taken).includes('polluted'), false);
});

test('no body whatever makes it throw', () => {
  const anyEvent = fc.oneof(
    fc.anything(),
    fc.record({ eventId: fc.anything(), type: fc.string(), seq: fc.anything() }),
  );
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(anyEvent).map((events) => {
      try {
        return JSON.stringify(makeBatch(events));
      } catch {
        return '';
      }
    }),
  );
  fc.assert(
    fc.property(body, (text) => {
      const batch = open(text);
      if ('events' in batch) takeEvents(batch, ARRIVAL);
    }),
  );
});
