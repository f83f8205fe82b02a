/** ClickHouse's engine behind its HTTP interface, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { makeDataDir } from '../unit/server/fixture.js';
import { installed } from './install.js';

/** An empty ClickHouse, with what can be done to it. */
export async function startClickhouse(t: TestContext) {
  await installed();
  const front = join(import.meta.dirname, 'front.mjs');
  const child = spawn(process.execPath, [front, join(await makeDataDir(t), 'clickhouse')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url,
    env: { CLICKHOUSE_URL: url },
    hold: (at: 'before' | 'after' | 'nowhere') => fetch(`${url}/hold?at=${at}`),
    held: async () => Number(await (await fetch(`${url}/held`)).text()),
    ask: async (sql: string) => (await fetch(url, { method: 'POST', body: `${sql} FORMAT TabSeparated` })).text(),
  };
}
