import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run as runCli } from '../../../src/cli/run.js';
import { startServer } from '../../../src/server/main.js';
import { countEvents, makeBatch, makeDataDir, makeEvent, post, serve } from './fixture.js';

const CLI = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

/** The command, in a process of its own. */
async function run(t: TestContext, dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, 'serve'], {
    env: { ...process.env, HOST: '', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, url: /http\S+/.exec(line)![0] };
}

test('an event sent again is counted once, in the same server and in the next', async (t) => {
  const dataDir = await makeDataDir(t);
  const event = makeEvent();
  const first = await serve(t, dataDir);
  await post(first.url, makeBatch([event, event]));
  await post(first.url, makeBatch([event]));
  assert.equal(await countEvents(first.url), 1);
  await first.close();
  const second = await serve(t, dataDir);
  assert.equal((await post(second.url, makeBatch([event]))).status, 204);
  assert.equal(await countEvents(second.url), 1);
});

test('what was acknowledged is there after a kill -9', async (t) => {
  const dataDir = await makeDataDir(t);
  const { child, url } = await run(t, dataDir);
  const response = await post(url, makeBatch([makeEvent(), makeEvent()]));
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(response.status, 204);
  const again = await serve(t, dataDir, assert.fail);
  assert.equal(await countEvents(again.url), 2);
});

test('SIGTERM ends it with status 0, and what was acknowledged is there', async (t) => {
  const dataDir = await makeDataDir(t);
  const { child, url } = await run(t, dataDir);
  await post(url, makeBatch([makeEvent()]));
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  const again = await serve(t, dataDir, assert.fail);
  assert.equal(await countEvents(again.url), 1);
});

test('a second server on the same data is refused by name', async (t) => {
  const dataDir = await makeDataDir(t);
  await run(t, dataDir);
  await assert.rejects(startServer({ dataDir, port: 0 }), /in use by another server/);
  const err: string[] = [];
  const io = { out: assert.fail, err: (text: string) => void err.push(text), stdin: assert.fail };
  assert.equal(await runCli(['replay-rejected'], { ...io, env: { DATA_DIR: dataDir } }), 1);
  assert.match(err[0]!, /is in use by another server\. Have that one do it: --server http:/);
});

test('a torn journal is mended with one warning', async (t) => {
  const dataDir = await makeDataDir(t);
  const first = await serve(t, dataDir);
  await post(first.url, makeBatch([makeEvent()]));
  await first.close();
  await appendFile(join(dataDir, 'journal', '00000001.journal'), '1a2b3c4d {"receivedMs":17');
  const warnings: string[] = [];
  const second = await serve(t, dataDir, (message) => warnings.push(message));
  assert.equal(warnings.length, 1);
  await post(second.url, makeBatch([makeEvent()]));
  assert.equal(await countEvents(second.url), 2);
});

test('a database that is lost or old is made whole from the journal', async (t) => {
  const dataDir = await makeDataDir(t);
  const database = join(dataDir, 'events.v1.duckdb');
  const first = await serve(t, dataDir);
  await post(first.url, makeBatch([makeEvent()]));
  assert.equal(await countEvents(first.url), 1);
  await first.close();
  await copyFile(database, `${database}.old`);
  const second = await serve(t, dataDir);
  await post(second.url, makeBatch([makeEvent()]));
  await second.close();

  await copyFile(`${database}.old`, database);
  const third = await serve(t, dataDir, assert.fail);
  assert.equal(await countEvents(third.url), 2);
  await third.close();

  await rm(database);
  const fourth = await serve(t, dataDir, assert.fail);
  assert.equal(await countEvents(fourth.url), 2);
});

test('a database that knows more than the journal gives way to it', async (t) => {
  const dataDir = await makeDataDir(t);
  const first = await serve(t, dataDir);
  await post(first.url, makeBatch([makeEvent()]));
  assert.equal(await countEvents(first.url), 1);
  await first.close();
  await rm(join(dataDir, 'journal'), { recursive: true });
  const warnings: string[] = [];
  const second = await serve(t, dataDir, (message) => warnings.push(message));
  assert.equal(await countEvents(second.url), 0);
  assert.equal(warnings.length, 1);
});
