/**
 * The tables of a cluster on two machines: Debian's clickhouse-server is too old for insights (18.16) but keeps, spreads and
 * merges rows as its successors do. What it does not know of the statements is left out here.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { statements } from '../../src/server/store/clickhouse/schema.js';
import { makeDataDir } from '../unit/server/fixture.js';

const missing = spawnSync('clickhouse-server', ['--version']).error !== undefined;
if (missing)
  console.log('SKIPPED test/oracle/distributed.test.ts: apt-get install clickhouse-server brings what it needs.');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const shard = (port: number) => `<shard><internal_replication>true</internal_replication>
  <replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;

const config = (home: string, ports: { http: number; tcp: number }, cluster: readonly number[]) => `<yandex>
  <logger><level>warning</level><log>${home}/log</log><errorlog>${home}/errors</errorlog></logger>
  <http_port>${ports.http}</http_port><tcp_port>${ports.tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path><users_config>${home}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>5368709</mark_cache_size>
  <remote_servers><main>${cluster.map(shard).join('')}</main></remote_servers>
</yandex>`;

const USERS = `<yandex><profiles><default><max_memory_usage>500000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas></yandex>`;

/** Two servers that are a cluster. Each is asked over HTTP. */
async function startCluster(t: TestContext) {
  const directory = await makeDataDir(t);
  const all: { http: number; tcp: number }[] = [];
  for (const _ of [0, 1]) all.push({ http: await freePort(), tcp: await freePort() });
  const machines = all.map((ports, index) => {
    const home = join(directory, String(index));
    mkdirSync(home);
    writeFileSync(join(home, 'users.xml'), USERS);
    writeFileSync(
      join(home, 'config.xml'),
      config(
        home,
        ports,
        all.map(({ tcp }) => tcp),
      ),
    );
    const child = spawn('clickhouse-server', [`--config-file=${home}/config.xml`], { stdio: 'ignore' });
    t.after(() => child.kill('SIGKILL'));
    return async (sql: string, rows: readonly object[] = []) => {
      const url = `http://127.0.0.1:${ports.http}/?insert_distributed_sync=1&query=${encodeURIComponent(sql)}`;
      const body = rows.map((row) => JSON.stringify(row)).join('\n');
      const response = await fetch(url, { method: 'POST', body });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return text.trim();
    };
  });
  for (const ask of machines) {
    for (const deadline = Date.now() + 20_000; ; await wait(50)) {
      const up = await ask('SELECT 1').catch(() => undefined);
      if (up) break;
      if (Date.now() > deadline) assert.fail('clickhouse-server does not start');
    }
  }
  return machines;
}

/** Without a coordinator each machine is told by itself; that it was, is the only difference to ON CLUSTER. */
const inOldWords = (sql: string) =>
  sql
    .replaceAll('ON CLUSTER main', '')
    .replaceAll(/\bBool\b/g, 'UInt8')
    .replace('CREATE OR REPLACE VIEW', 'CREATE VIEW');

const row = (id: number, receivedMs: number) => ({
  event_id: `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`,
  seq: id,
  type: 'view_start',
  at_ms: receivedMs - 1000,
  received_ms: receivedMs,
  site: 'shop',
  bot: 0,
  viewer: `v:${id % 37}`,
  session_id: 's',
  version: Number.MAX_SAFE_INTEGER - receivedMs,
});

test('rows are spread by viewer, and what both machines were given counts once, as of its first arrival', {
  skip: missing,
}, async (t) => {
  const machines = await startCluster(t);
  const [one, other] = machines as [(typeof machines)[0], (typeof machines)[0]];
  const wanted = statements('main').filter(
    (sql) => /events|journal_positions|erasures/.test(sql) && !/_lines|_facts/.test(sql),
  );
  assert.ok(wanted.length >= 7);
  // the parts first, on both
  for (const sql of wanted) for (const ask of machines) await ask(inOldWords(sql));
  const rows = Array.from({ length: 1000 }, (_, id) => row(id, 2000));
  await one('INSERT INTO events_rows FORMAT JSONEachRow', rows);
  await other(
    'INSERT INTO events_rows FORMAT JSONEachRow',
    rows.map((_, id) => row(id, 3000)),
  );
  await one('INSERT INTO events_rows FORMAT JSONEachRow', rows.slice(0, 100));
  const kept = await Promise.all(
    machines.map((ask) => ask('SELECT count(), uniqExact(viewer) FROM events_rows_shard FINAL')),
  );
  const [here, there] = kept.map((text) => text.split('\t').map(Number));
  assert.ok(here![0]! > 0 && there![0]! > 0, `on the machines are ${kept.join(' and ')}`);
  assert.deepEqual([here![0]! + there![0]!, here![1]! + there![1]!], [1000, 37]);
  for (const ask of machines) {
    assert.equal(
      await ask('SELECT count(), uniqExact(event_id), min(received_ms), max(received_ms), max(at_ms) FROM events'),
      '1000\t1000\t2000\t2000\t1000',
    );
  }
  await other('INSERT INTO journal_positions FORMAT JSONEachRow', [{ server: 'a', segment: 1, offset: 9, version: 5 }]);
  await one('INSERT INTO journal_positions FORMAT JSONEachRow', [{ server: 'a', segment: 2, offset: 0, version: 6 }]);
  assert.equal(await other('SELECT segment, "offset" FROM journal_positions FINAL'), '2\t0');
});
