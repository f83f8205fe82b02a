import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockDirectory, serverId } from '../../../../../src/server/store/clickhouse/data-directory.js';
import { makeDataDir } from '../../fixture.js';

test('a directory keeps its name, and two have two', async (t) => {
  const [one, other] = [await makeDataDir(t), await makeDataDir(t)];
  const id = await serverId(one);
  assert.match(id, /^[\w-]{36}$/);
  assert.equal(await serverId(one), id);
  assert.notEqual(await serverId(other), id);
  await writeFile(join(one, 'server-id'), '');
  await assert.rejects(serverId(one), /server-id is damaged\. Delete it/);
});

test('a directory that a living process has is refused, one of the dead is taken', async (t) => {
  const directory = await makeDataDir(t);
  const lock = await lockDirectory(directory);
  await lock.close();
  await writeFile(join(directory, 'lock'), String(process.ppid));
  await assert.rejects(lockDirectory(directory), /in use by another server, process \d+\. Stop that one/);
  const { pid } = spawnSync(process.execPath, ['--version']);
  await writeFile(join(directory, 'lock'), String(pid));
  await (await lockDirectory(directory)).close();
});
