import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeDataDir, serve } from '../fixture.js';
import { makeOrder, makeRefund, rowsAfterwards, tell } from './shop.js';

const CLI = fileURLToPath(new URL('../../../../src/cli/main.ts', import.meta.url));

/** The command, in a process of its own. */
async function run(t: TestContext, dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, 'serve'], {
    env: { ...process.env, HOST: '', PORT: '0', SETTINGS: '', SERVER_KEYS: '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, url: /http\S+/.exec(line)![0] };
}

test('an order that was acknowledged is there after a kill -9 before the store had it, and once when it is sent again', async (t) => {
  const dataDir = await makeDataDir(t);
  const { child, url } = await run(t, dataDir);
  // the store lets events gather for half a second: it has none of this when the process ends
  assert.equal((await tell(url, 'orders', { site: 'shop', ...makeOrder() })).status, 200);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await serve(t, dataDir, assert.fail);
  await tell(again.url, 'orders', { site: 'shop', ...makeOrder() });
  await tell(again.url, 'refunds', { site: 'shop', ...makeRefund() });
  const rows = await rowsAfterwards(
    again,
    dataDir,
    'SELECT (SELECT count(*) FROM sales) AS sales, (SELECT count(*) FROM returns) AS returns, (SELECT count(*) FROM order_lines) AS told',
  );
  assert.deepEqual(rows, [{ sales: 1, returns: 1, told: 2 }]);
});
