import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKey, clientAddress } from '../../../../src/server/limits/client-address.js';

test('without proxies nobody is believed', () => {
  assert.equal(clientAddress('10.0.0.9', '1.2.3.4', 0), '10.0.0.9');
});

test('what one’s own proxies saw is believed, and nothing before it', () => {
  assert.equal(clientAddress('10.0.0.9', 'forged, 1.2.3.4', 1), '1.2.3.4');
  assert.equal(clientAddress('10.0.0.9', 'forged, 1.2.3.4, 10.0.0.8', 2), '1.2.3.4');
  assert.equal(clientAddress('10.0.0.9', undefined, 1), '10.0.0.9');
  assert.equal(clientAddress('10.0.0.9', '1.2.3.4', 2), '1.2.3.4');
});

for (const [address, key] of [
  ['1.2.3.4', '1.2.3.4'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
] as const) {
  test(`${address} is counted as ${key}`, () => assert.equal(addressKey(address), key));
}
