import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSettings } from '../../../../src/server/settings/read-settings.js';
import { parseSettings } from '../../../../src/server/settings/settings.js';
import { makeDataDir } from '../fixture.js';

const DEFAULTS = {
  host: undefined,
  port: undefined,
  dataDir: '.data',
  serverKeys: undefined,
  readKeys: undefined,
  clickhouse: undefined,
  settings: {},
  settingsName: undefined,
};

test('an empty environment leaves the defaults to the server', async () => {
  assert.deepEqual(await readSettings({}), DEFAULTS);
  assert.deepEqual(await readSettings({ HOST: '', PORT: '', DATA_DIR: '', SETTINGS: '', SERVER_KEYS: '' }), DEFAULTS);
});

test('what is set is taken', async () => {
  const env = { HOST: '0.0.0.0', PORT: '80', DATA_DIR: '/var/lib/shop' };
  assert.deepEqual(await readSettings(env), { ...DEFAULTS, host: '0.0.0.0', port: 80, dataDir: '/var/lib/shop' });
});

test('ClickHouse is an address, and its cluster a plain name', async () => {
  const url = 'https://shop:secret@ch.example:8443/shop';
  const { clickhouse } = await readSettings({ CLICKHOUSE_URL: url, CLICKHOUSE_CLUSTER: 'main_2' });
  assert.deepEqual(clickhouse, { url, cluster: 'main_2' });
  await assert.rejects(
    readSettings({ CLICKHOUSE_URL: 'ch.example:8123' }),
    /CLICKHOUSE_URL must be an address such as/,
  );
  await assert.rejects(readSettings({ CLICKHOUSE_CLUSTER: 'main' }), /CLICKHOUSE_URL does not say/);
  const hostile = { CLICKHOUSE_URL: url, CLICKHOUSE_CLUSTER: "main' SETTINGS" };
  await assert.rejects(readSettings(hostile), /CLICKHOUSE_CLUSTER must be letters/);
});

test('keys are a list, and short ones are refused without being told', async () => {
  const [one, two] = ['a'.repeat(32), 'b'.repeat(40)];
  const { serverKeys, readKeys } = await readSettings({ SERVER_KEYS: `${one}, ${two}`, READ_KEYS: one });
  assert.deepEqual([serverKeys, readKeys], [[one, two], [one]]);
  await assert.rejects(readSettings({ SERVER_KEYS: 'hunter2' }), (error: Error) => {
    assert.match(error.message, /SERVER_KEYS must have 32 characters .*openssl/);
    return !error.message.includes('hunter2');
  });
});

test('the file has the settings, and the environment wins', async (t) => {
  const path = join(await makeDataDir(t), 'settings.json');
  await writeFile(path, '{ "journal": { "maxDays": 90, "maxBytes": 5 }, "proxies": 1 }');
  const { settings, settingsName } = await readSettings({ SETTINGS: path, JOURNAL_MAX_DAYS: '400' });
  assert.deepEqual(settings, { journal: { maxDays: 400, maxBytes: 5 }, proxies: 1 });
  assert.equal(settingsName, path);
  assert.deepEqual((await readSettings({ RAW_DAYS: '60' })).settings, { store: { rawDays: 60 } });
  await assert.rejects(readSettings({ RAW_DAYS: '0' }), /RAW_DAYS must be a whole number 1 or more/);
});

test('a file that is not there or no JSON is told by its name', async (t) => {
  const path = join(await makeDataDir(t), 'settings.json');
  await assert.rejects(readSettings({ SETTINGS: path }), /settings\.json, which cannot be read/);
  await writeFile(path, '{');
  await assert.rejects(readSettings({ SETTINGS: path }), /settings\.json is not JSON/);
});

test('a file that is no JSON is told without what stands in it', async (t) => {
  const path = join(await makeDataDir(t), 'settings.json');
  for (const text of [
    '{ "webhookSecret": "hunter2", x }',
    '{ "webhookSecret": hunter2 }',
    `{ "webhookSecret": "hunter2 }`,
  ]) {
    await writeFile(path, text);
    await assert.rejects(readSettings({ SETTINGS: path }), (error: Error) => {
      assert.match(error.message, /settings\.json is not JSON: \w.*\.$/);
      return !error.stack!.includes('hunter2') && error.cause === undefined;
    });
  }
});

for (const site of [
  { shopify: { webhookSecret: 'hunter2' } },
  { woocommerce: { webhookSecret: 'hunter2' } },
  { readKeys: ['hunter2'] },
]) {
  test(`a secret that is too short is not told: ${Object.keys(site)}`, () =>
    assert.throws(
      () => parseSettings({ sites: { shop: site } }, 's.json'),
      (error: Error) => {
        assert.match(error.message, /^s\.json: sites\.shop\.\S+ must have \d+ characters or more\.$/);
        return !error.stack!.includes('hunter2');
      },
    ));
}

for (const [settings, says] of [
  [{ sites: { shop: { shopify: { webhookSecret: 7 } } } }, /webhookSecret must be a string, is a number\.$/],
  [{ limits: { events: 0 } }, /^s\.json: limits\.events must be at least 1, is 0\.$/],
  [{ limits: { event: 5 } }, /^s\.json: limits\.event is not a known key\.$/],
  [{ sites: { shop: { origins: ['shop.example'] } } }, /sites\.shop\.origins\[0\] must be an origin such as/],
  [{ rate: { address: { perSecond: 0, burst: 1 } } }, /rate\.address\.perSecond must be more than 0, is 0/],
  [[], /^s\.json: It must be an object/],
] as const) {
  test(`${JSON.stringify(settings)} is refused by its place`, () =>
    assert.throws(() => parseSettings(settings, 's.json'), { message: says }));
}

test('without a word, everything has its default', () => {
  assert.deepEqual(parseSettings({ limits: { events: 10 } }).limits, { ...parseSettings({}).limits, events: 10 });
  assert.deepEqual(parseSettings({}).rate, parseSettings({ rate: {} }).rate);
  assert.deepEqual(parseSettings({}).journal, parseSettings({ journal: {} }).journal);
});

for (const PORT of ['http', '-1', '65536', '80.5', 'NaN']) {
  test(`PORT=${PORT} is refused`, () => assert.rejects(readSettings({ PORT }), /PORT must be/));
}
