import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attributionToken, shortenId } from '../../../src/beacon/attribution-token.js';
import { parseAttributionToken } from '../../../src/schema/parse-attribution-token.js';

const viewId = '0199c5f0-1b2c-7d3e-8f4a-5b6c7d8e9f00';
const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
const shortId = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 });
const ms = fc.integer({ min: 0, max: 1e15 });
const attribution = (text: fc.Arbitrary<string>) => {
  const maybe = fc.option(text, { nil: undefined });
  const fields = {
    videoId: text,
    viewId: fc.constant(viewId),
    hotspotId: maybe,
    positionMs: ms,
    segment: maybe,
    experiment: maybe,
    arm: maybe,
    atMs: ms,
  };
  return fc.record(fields, { noNullPrototype: true });
};

test('whatever the ids are: below 200 bytes, safe in a URL, read back as one of ours', () => {
  fc.assert(
    fc.property(
      attribution(fc.oneof(id, fc.string({ unit: fc.constantFrom('\ud800', '漢', '.', '~', '%'), minLength: 1 }))),
      (given) => {
        const token = attributionToken(given);
        assert.match(token, /^sv1\.[\w.~-]+$/);
        assert.ok(Buffer.byteLength(token) < 200, token);
        assert.equal(encodeURIComponent(token), token);
        const read = parseAttributionToken(token);
        assert.ok(read);
        assert.equal(read.viewId, given.viewId);
        assert.equal(read.positionMs, given.positionMs);
        assert.equal(read.atMs, given.atMs);
      },
    ),
    { numRuns: 500 },
  );
});

test('ids of usual length come back whole', () => {
  fc.assert(
    fc.property(attribution(shortId), (given) => {
      assert.deepEqual(parseAttributionToken(attributionToken(given)), given);
    }),
    { numRuns: 300 },
  );
});

test('over-long ids are cut to their start and a hash, and stay apart', () => {
  const one = attributionToken({ videoId: `${'v'.repeat(199)}1`, viewId, positionMs: 1, atMs: 2 });
  const two = attributionToken({ videoId: `${'v'.repeat(199)}2`, viewId, positionMs: 1, atMs: 2 });
  assert.notEqual(one, two);
  assert.equal(parseAttributionToken(one)!.videoId, shortenId(`${'v'.repeat(199)}1`));
});

test('the form is fixed', () => {
  const token = attributionToken({ videoId: 'coffee.1', hotspotId: 'h0', positionMs: 3500.4, arm: 'b', atMs: 1e12 });
  assert.equal(token, 'sv1.coffee~2E1..h0.2p8...b.cre66i9s');
  assert.equal(parseAttributionToken(token)!.videoId, 'coffee.1');
});

test('anything else is none of ours', () => {
  for (const bad of [
    undefined,
    null,
    7,
    {},
    '',
    'sv1',
    'sv2.a.b.c.1.d.e.f.2',
    'sv1..b.c.1.d.e.f.2',
    'sv1.a.b.c.-1.d.e.f.2',
    'sv1.a.b.c.1.d.e.f.2.3',
    'sv1.<b>.b.c.1.d.e.f.2',
    `sv1.${'a'.repeat(300)}.b.c.1.d.e.f.2`,
  ])
    assert.equal(parseAttributionToken(bad), undefined, String(bad));
});

test('reading never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.string().map((text) => `sv1.${text}`),
      ),
      (value) => {
        parseAttributionToken(value);
      },
    ),
    { numRuns: 500 },
  );
  assert.equal(parseAttributionToken('sv1.~FF~.b.c.1.d.e.f.2')!.videoId, '~FF~');
});
