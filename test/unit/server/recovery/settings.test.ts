import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSettings } from '../../../../src/server/settings/read-settings.js';
import { parseSettings } from '../../../../src/server/settings/settings.js';
import { makeDataDir, serve } from '../fixture.js';
import { contact, KEY, leave, list, putIn, quick, quiet, send, startReceiver, until } from './shop.js';

const webhook = { url: 'https://hooks.example/x', key: KEY };
const smtp = { url: 'smtps://mail.example', from: 'shop@shop.example' };

const BAD: [object, RegExp][] = [
  [{}, /^settings: recovery\.webhook must name a receiver, `webhook` or `smtp`, or say `dryRun`\.$/],
  [{ webhook, smtp }, /recovery\.webhook must name one receiver/],
  [{ webhook: { ...webhook, key: 'short' } }, /recovery\.webhook\.key must have 32 characters or more/],
  [{ webhook: { ...webhook, url: 'hooks.example' } }, /recovery\.webhook\.url must be an address such as/],
  [{ webhook, waitsMs: [] }, /recovery\.waitsMs must be at least 1 entries/],
  [{ webhook, waitsMs: [5000, 1000] }, /recovery\.waitsMs must rise, and end before `giveUpMs`/],
  [{ webhook, waitsMs: [1000], giveUpMs: 500 }, /recovery\.waitsMs must rise, and end before `giveUpMs`/],
  [{ webhook, holdout: 1 }, /recovery\.holdout must be less than 1/],
  [{ webhook, holdOut: 0.1 }, /recovery\.holdOut is not a known key/],
  [{ smtp: { ...smtp, from: 'The shop' } }, /recovery\.smtp\.from must be an address such as Shop </],
  [
    { webhook, sites: { shop: { texts: { de: { subjekt: 'x' } } } } },
    /recovery\.sites\.shop\.texts\.de\.subjekt is not a known key/,
  ],
];
test('settings that make no sense are told by their place', () => {
  for (const [recovery, error] of BAD) assert.throws(() => parseSettings({ recovery }), { message: error });
  const { recovery } = parseSettings({ recovery: { webhook } });
  const { waitsMs, giveUpMs, holdout, dryRun } = recovery!;
  assert.deepEqual(
    { waitsMs, giveUpMs, holdout, dryRun },
    { waitsMs: [1_800_000, 86_400_000], giveUpMs: 604_800_000, holdout: 0.1, dryRun: false },
  );
});

test('SMTP_URL is where mails go, before what the file says', async (t) => {
  const dataDir = await makeDataDir(t);
  const path = join(dataDir, 'settings.json');
  await writeFile(path, JSON.stringify({ recovery: { smtp: { from: smtp.from } } }));
  const { settings } = await readSettings({ SETTINGS: path, SMTP_URL: 'smtps://a:b@mail.example' });
  assert.equal(settings!.recovery!.smtp!.url, 'smtps://a:b@mail.example');
  const without = await readSettings({ SETTINGS: path });
  await assert.rejects(
    serve(t, dataDir, assert.fail, { settings: without.settings }),
    /SMTP_URL, or `recovery\.smtp\.url` in the settings/,
  );
  // and the directory is free again
  await serve(t, dataDir, assert.fail);
});

test('a dry run says what would go, once, and sends, notes and decides nothing', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const printed: string[] = [];
  const dataDir = await makeDataDir(t);
  const options = {
    settings: quick({ dryRun: true, webhook: { url: hook, key: KEY } }),
    print: (text: string) => void printed.push(text),
  };
  const first = await serve(t, dataDir, assert.fail, options);
  await send(first.url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(first.url, putIn('ann'));
  await until('it is printed', () => printed.length);
  await quiet();
  assert.equal(printed.length, 1);
  assert.match(
    printed[0]!,
    /^Would send: \{"schema":"shoppable\.recovery\/1".*"url":"https:\/\/shop\.example\/film\?of=coffee#t=3\.5&product=mug&quantity=1"/,
  );
  const { receiver, counts } = await list(first.url);
  assert.deepEqual([receiver, counts], ['dry-run', { due: 1 }]);
  const insight = (await (await fetch(`${first.url}/v1/insights/recovery`)).json()) as { rows: unknown[] };
  assert.deepEqual(insight.rows, []);
  await first.close();
  assert.equal(heard.length, 0);
  // the same for good
  await serve(t, dataDir, assert.fail, { settings: quick({ webhook: { url: hook, key: KEY } }) });
  await until('it goes', () => heard.length);
});

test('without the setting nothing goes, and what is left is listed all the same', async (t) => {
  const { url } = await serve(t, await makeDataDir(t), assert.fail);
  await leave(url, putIn('ann'));
  const { on, receiver, counts } = await list(url);
  assert.deepEqual({ on, receiver, counts }, { on: false, receiver: null, counts: { off: 1 } });
});
