/** What happens to the collector, while a real browser sends to it. Each has a collector of its own. */
import { appendFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canLimitFiles, limitFiles } from '../../support/server/limit-files.mjs';
import { startCollector } from '../lab/collector.mjs';
import { createFaultyDisk } from '../lab/faulty-disk.mjs';
import { pass } from '../lab/injections.mjs';
import { delay } from '../lab/wait.mjs';
import { survive } from './survive.mjs';

const OUTAGE_MS = 1_500;

const databaseOf = ({ dataDir }) =>
  join(
    dataDir,
    readdirSync(dataDir).find((name) => name.endsWith('.duckdb')),
  );
const lastSegment = ({ dataDir }) => {
  const journal = join(dataDir, 'journal');
  return join(
    journal,
    readdirSync(journal)
      .filter((name) => name.endsWith('.journal'))
      .sort()
      .at(-1),
  );
};

/** The collector is gone for a while; `damage` meets its files meanwhile. */
const outage = (name, signal, damage = () => {}) => ({
  name,
  async meanwhile({ collector }) {
    await delay(700);
    await collector.stop(signal);
    damage(collector);
  },
  async mend({ collector }) {
    await delay(OUTAGE_MS);
    await collector.start();
  },
});

const badDisk = (name, fault, forMs = 3_000) => ({
  name,
  disk: true,
  meanwhile: ({ disk }) => disk.set(fault),
  async mend({ disk }) {
    await delay(forMs);
    disk.set();
  },
});

const limited = (name, bytes) => ({
  name,
  skip: canLimitFiles ? undefined : 'there is no prlimit (util-linux) here',
  async meanwhile({ collector }) {
    limitFiles(collector.pid, bytes(collector));
  },
  async mend({ collector }) {
    await delay(3_000);
    limitFiles(collector.pid);
  },
});

export const kinds = [
  outage('kill −9 of the collector', 'SIGKILL'),
  outage('SIGTERM', 'SIGTERM'),
  {
    name: 'kill −9 between commit and answer',
    plan:
      ({ collector }) =>
      () => {
        let struck = false;
        return ({ n }) =>
          n === 0 && !struck
            ? {
                name: 'kill',
                async run(exchange) {
                  struck = true;
                  await exchange.forward(await exchange.body());
                  await collector.kill();
                  exchange.reset();
                  await collector.start();
                },
              }
            : pass;
      },
  },
  badDisk('ENOSPC', { write: 'ENOSPC' }),
  badDisk('read-only disk', { write: 'EROFS' }),
  badDisk('fsync fails', { sync: 'EIO' }),
  badDisk('slow fsync', { syncMs: 2_000 }, 5_000),
  limited('a file that may not grow', (collector) => statSync(lastSegment(collector)).size + 10),
  limited('store down', () => 64 * 1024),
  outage('torn journal tail', 'SIGKILL', (collector) =>
    appendFileSync(lastSegment(collector), 'deadbeef {"receivedMs":17'),
  ),
  outage('zeros at the journal’s tail', 'SIGKILL', (collector) =>
    appendFileSync(lastSegment(collector), Buffer.alloc(4096)),
  ),
  outage('database deleted', 'SIGKILL', (collector) => {
    for (const file of [databaseOf(collector), `${databaseOf(collector)}.wal`]) rmSync(file, { force: true });
  }),
  outage('database corrupt', 'SIGKILL', (collector) => writeFileSync(databaseOf(collector), Buffer.alloc(8192, 7))),
];

/** @returns the ledger, the proxy and the rows of the collector that it was all about */
export async function surviveServer(lab, { plan, meanwhile, mend, disk: wantsDisk, ...kind }) {
  const disk = wantsDisk && createFaultyDisk();
  const collector = await startCollector({ env: disk ? disk.env : {} });
  const own = (more) => ({ ...more, collector, disk });
  try {
    const result = await survive(
      { ...lab, collector },
      {
        ...kind,
        plan: plan?.({ collector }),
        meanwhile: (more) => meanwhile?.(own(more)),
        mend: (more) => mend?.(own(more)),
      },
    );
    disk?.set();
    return { ...result, rows: await collector.rows() };
  } finally {
    await collector.remove();
    disk?.remove();
  }
}
