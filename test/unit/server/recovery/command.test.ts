import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from '../../../../src/cli/run.js';
import { startServerProcess } from '../../../support/server/process.mjs';
import { makeDataDir } from '../fixture.js';
import { contact, KEY, leave, list, putIn, quick, send, startReceiver } from './shop.js';

async function command(args: readonly string[], env: Record<string, string>) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    stdin: async () => new Uint8Array(),
    env,
  };
  return { code: await run(['recovery', ...args], io), out, err: err.join('\n') };
}

test('`recovery` lists what was left, and `--dry-run` prints what would go', async (t) => {
  const { heard, url: hook } = await startReceiver(t);
  const dataDir = await makeDataDir(t);
  const first = await startServerProcess(dataDir);
  await send(first.url, 'contacts', { site: 'shop', contacts: [contact('ann')] });
  await leave(first.url, putIn('ann', { atMs: Date.now() - 1000, quantity: 2 }), putIn('bob'));
  await list(first.url);

  const inUse = await command([], { DATA_DIR: dataDir });
  assert.equal(inUse.code, 1);
  assert.match(inUse.err, /in use by another server\. Ask that one: --server http/);
  const asked = await command(['--server', first.url], { DATA_DIR: dataDir });
  assert.deepEqual([asked.code, asked.out.length], [0, 3]);
  assert.match(asked.out[1]!, /^\d{4}-.*Z {2}off {2}3800 EUR {2}shop\/coffee at 3\.5 s {2}2 × mug$/);
  assert.equal((await command(['--server', first.url, '--dry-run'], {})).code, 2);
  assert.match((await command(['--server', 'http://127.0.0.1:1'], {})).err, /does not answer/);
  await first.stop();

  await wait(500);
  assert.match((await command(['--dry-run'], { DATA_DIR: dataDir })).err, /no `recovery`.*SETTINGS/);
  const settings = join(dataDir, 'settings.json');
  await writeFile(settings, JSON.stringify(quick({ webhook: { url: hook, key: KEY } })));
  for (const _ of [1, 2]) {
    const { code, out } = await command(['--dry-run'], { DATA_DIR: dataDir, SETTINGS: settings });
    assert.deepEqual([code, out.length, out[1]], [0, 2, '1 would be sent now.']);
    assert.match(out[0]!, /^Would send: \{.*"email":"ann@example\.org"/);
  }
  const listed = await command([], { DATA_DIR: dataDir, SETTINGS: settings });
  assert.deepEqual(listed.out.map((text) => text.split('  ')[1]).sort(), ['due', 'no-contact', undefined]);
  assert.equal(heard.length, 0);
});
