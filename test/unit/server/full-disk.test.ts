/** The real server where files may not grow: what a full disk does, without filling one. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { canLimitFiles, limitFiles } from '../../support/server/limit-files.mjs';
import { startServerProcess } from '../../support/server/process.mjs';
import { countEvents, makeBatch, makeDataDir, makeEvent, post } from './fixture.js';

const skip = canLimitFiles ? false : 'there is no prlimit (util-linux) here';

/** A store that failed tries again by itself, after a while. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await holds()); await wait(200)) {
    if (Date.now() > deadline) assert.fail('the store did not come back');
  }
}

async function start(t: TestContext, dataDir: string) {
  const server = await startServerProcess(dataDir, { env: { JOURNAL_SEGMENT_BYTES: '100000000' }, stderr: 'ignore' });
  t.after(() => server.child.kill('SIGKILL'));
  return { ...server, limit: (bytes?: number) => limitFiles(server.child.pid!, bytes) };
}

test('a disk that is full: 503 and when to come back, all that was acknowledged stays, and room mends it', {
  skip,
}, async (t) => {
  const dataDir = await makeDataDir(t);
  const { url, limit, stop } = await start(t, dataDir);
  const send = () => post(url, makeBatch(Array.from({ length: 10 }, () => makeEvent())));
  assert.equal((await send()).status, 204);
  // less than a batch: neither the file that is open nor a new one takes it
  limit(1_000);
  for (let n = 0; n < 30; n += 1) {
    const response = await send();
    assert.equal(response.status, 503);
    assert.match(response.headers.get('retry-after')!, /^\d+$/);
    assert.match(((await response.json()) as { error: string }).error, /cannot be stored now/);
  }
  const files = (await readdir(join(dataDir, 'journal'))).length;
  assert.ok(files <= 2, `${files} files`);
  // as much as the journal's file takes and the database does not
  limit(20_000);
  let acknowledged = 10;
  for (let n = 0; n < 4; n += 1) if ((await send()).status === 204) acknowledged += 10;
  assert.ok(acknowledged > 10);
  limit();
  assert.equal((await send()).status, 204);
  acknowledged += 10;
  await until(async () => (await countEvents(url).catch(() => 0)) === acknowledged);
  assert.equal(await stop(), 0);
  const again = await start(t, dataDir);
  assert.equal(await countEvents(again.url), acknowledged);
});
