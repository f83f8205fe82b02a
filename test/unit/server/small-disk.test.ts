/** The real server on a file system of its own, which is really full, and really read-only. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startServerProcess } from '../../support/server/process.mjs';
import { countEvents, makeBatch, makeEvent, post } from './fixture.js';

const mount = (...args: string[]) => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;

/** @returns undefined where this user may not mount */
async function openDisk(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  if (!mount('-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder)) return undefined;
  const servers: ChildProcess[] = [];
  t.after(async () => {
    for (const server of servers) server.kill('SIGKILL');
    spawnSync('umount', ['--lazy', folder]);
    await rmdir(folder);
  });
  return {
    set: (options: string) => assert.ok(mount('-o', `remount,${options}`, folder), options),
    async start() {
      const server = await startServerProcess(folder, { stderr: 'ignore' });
      servers.push(server.child);
      return server;
    },
  };
}

test('a file system that is full to the last byte, for journal and database alike', async (t) => {
  const disk = await openDisk(t);
  if (!disk) return t.skip('this user may not mount');
  const { url, stop } = await disk.start();
  let acknowledged = 0;
  let refused = 0;
  for (let n = 0; n < 2_000 && refused < 20; n += 1) {
    const response = await post(url, makeBatch(Array.from({ length: 100 }, () => makeEvent())));
    await response.arrayBuffer();
    if (response.status === 204) acknowledged += 100;
    else {
      refused += 1;
      assert.equal(response.status, 503);
      assert.match(response.headers.get('retry-after')!, /^\d+$/);
    }
  }
  assert.ok(acknowledged >= 1_000, `${acknowledged} taken`);
  assert.equal(refused, 20);
  assert.equal((await fetch(`${url}/metrics`)).status, 200, 'it lives');
  disk.set('size=256m');
  for (let n = 0; n < 100 && (await countEvents(url).catch(() => 0)) !== acknowledged; n += 1) await wait(200);
  assert.equal(await countEvents(url), acknowledged);
  assert.equal((await post(url, makeBatch([makeEvent()]))).status, 204);
  assert.equal(await stop(), 0);

  disk.set('ro');
  await assert.rejects(disk.start(), 'it does not start as if it could store');
  disk.set('rw');
  const again = await disk.start();
  assert.equal(await countEvents(again.url), acknowledged + 1);
});
