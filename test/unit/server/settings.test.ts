import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../../src/server/settings.js';

test('an empty environment leaves the defaults to the server', () => {
  assert.deepEqual(readSettings({}), { host: undefined, port: undefined, dataDir: '.data' });
  assert.deepEqual(readSettings({ HOST: '', PORT: '', DATA_DIR: '' }), readSettings({}));
});

test('what is set is taken', () => {
  const env = { HOST: '0.0.0.0', PORT: '80', DATA_DIR: '/var/lib/shop' };
  assert.deepEqual(readSettings(env), { host: '0.0.0.0', port: 80, dataDir: '/var/lib/shop' });
});

for (const PORT of ['http', '-1', '65536', '80.5', 'NaN']) {
  test(`PORT=${PORT} is refused`, () => assert.throws(() => readSettings({ PORT }), /PORT must be/));
}
