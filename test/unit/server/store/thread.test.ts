/** The real server, whose store's thread ends as if it had run out of memory. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CLI, startServerProcess } from '../../../support/server/process.mjs';
import { countEvents, makeBatch, makeDataDir, makeEvent, post } from '../fixture.js';

const PRELOAD = new URL('../../../support/server/mortal-store.mjs', import.meta.url).href;

async function setUp(t: TestContext) {
  const dataDir = await makeDataDir(t);
  const file = join(dataDir, 'dies');
  const env = { STORE_DIES: file, NODE_OPTIONS: `--import=${PRELOAD}` };
  return { dataDir, env, die: () => writeFileSync(file, ''), lives: () => existsSync(file) };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await holds()); await wait(20)) {
    if (Date.now() > deadline) assert.fail('it did not come to that');
  }
}

test('a thread that dies is started again, and has what came meanwhile', async (t) => {
  const { dataDir, env, die, lives } = await setUp(t);
  const { url, child, stop } = await startServerProcess(dataDir, { env, stderr: 'ignore' });
  t.after(() => child.kill('SIGKILL'));
  await post(url, makeBatch([makeEvent()]));
  assert.equal(await countEvents(url), 1);
  die();
  await until(() => !lives());
  assert.equal((await post(url, makeBatch([makeEvent()]))).status, 204);
  await until(async () => (await countEvents(url).catch(() => 0)) === 2);
  assert.equal(await stop(), 0);
});

test('a thread that dies as the server starts ends the start with its reason', async (t) => {
  const { dataDir, env, die } = await setUp(t);
  die();
  const started = promisify(execFile)(process.execPath, [CLI, 'serve'], {
    env: { ...process.env, HOST: '', PORT: '0', SETTINGS: '', DATA_DIR: dataDir, ...env },
    timeout: 15_000,
  });
  await assert.rejects(started, { code: 1, stderr: /The thread of the store has ended/ });
});

test('a server that was started nicer than the thread wants to be starts nevertheless', {
  skip: process.platform !== 'linux',
}, async (t) => {
  const dataDir = await makeDataDir(t);
  const asked = ['nice', '-n', '12', process.execPath, CLI, 'serve'];
  // root may become less nice again, unless the right to do so is taken from it
  if (process.getuid?.() === 0) asked.unshift('setpriv', '--bounding-set=-sys_nice');
  const child = spawn(asked[0]!, asked.slice(1), {
    env: { ...process.env, HOST: '', PORT: '0', SETTINGS: '', DATA_DIR: dataDir },
  });
  t.after(() => child.kill('SIGKILL'));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  await until(() => /http:\/\//.test(said.join('')) || child.exitCode !== null);
  assert.match(said.join(''), /http:\/\//);
  assert.doesNotMatch(said.join(''), /EACCES/);
});
