import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureFault, signRequest } from '../../../../src/server/access/signed.js';

const KEY = 'k'.repeat(32);
const request = { method: 'POST', path: '/v1/orders', body: Buffer.from('{\n}') };
const NOW_S = 1_800_000_000;

test('a signature that fits no key: the answer says what was signed, with the bytes that came', () => {
  // `curl -d @file` sends a file without its line breaks
  const header = signRequest(KEY, { ...request, timeS: NOW_S });
  assert.equal(signatureFault(header, [KEY], request, NOW_S), undefined);
  assert.equal(
    signatureFault(header, [KEY], { ...request, body: Buffer.from('{}') }, NOW_S),
    'The signature fits no key of this server. Compare the key with SERVER_KEYS, and what was signed: `1800000000`, ' +
      '`POST /v1/orders` and the body, here of 2 bytes, with a line break between them.',
  );
});

test('milliseconds in place of seconds are told as such', () => {
  const timeS = NOW_S * 1000;
  const fault = signatureFault(signRequest(KEY, { ...request, timeS }), [KEY], request, NOW_S);
  assert.match(fault!, /more than 300 seconds ago or ahead; t is Unix seconds\. Set the sender's clock/);
});
