/** Row 10: more than it takes, a disk that is full, a store that is down. */
import { canLimitFiles, limitFiles } from '../../support/server/limit-files.mjs';
import { createFaultyDisk } from '../lab/faulty-disk.mjs';
import { createLedger } from '../lab/ledger.mjs';
import { nothingAcknowledgedLost } from '../lab/nothing-lost.mjs';
import { batches, batchOf, eventFor, post, sendAll, sendAtRate } from '../lab/sender.mjs';
import { delay } from '../lab/wait.mjs';

const MEMORY_BYTES = 512 * 1024 * 1024;
const DOWN_MS = 600_000;
const MB = 1024 * 1024;

async function against(lab, name, run, env) {
  const collector = await lab.startCollector({ env });
  const ledger = createLedger();
  try {
    const { acknowledged, statuses, withoutRetryAfter, ...more } = await run(collector, ledger);
    const peak = collector.peakBytes();
    const compared = ledger.compare(await collector.rows(), acknowledged);
    const refusals = (statuses[429] ?? 0) + (statuses[503] ?? 0);
    const others = Object.keys(statuses).filter((status) => !/^(204|429|503)$/.test(status));
    return [
      nothingAcknowledgedLost(name, compared),
      {
        name: `${name}: answers that are neither 204 nor 429/503 with Retry-After (${refusals} were)`,
        value: withoutRetryAfter + others.reduce((sum, status) => sum + statuses[status], 0),
        unit: `answers${others.length ? ` (${others.join(', ')})` : ''}`,
        goal: 0,
        reached: withoutRetryAfter + others.length === 0 && (refusals > 0 || !more.mustRefuse),
        n: Object.values(statuses).reduce((sum, count) => sum + count, 0),
      },
      {
        name: `${name}: memory, peak`,
        value: peak / MB,
        unit: 'MB',
        goal: MEMORY_BYTES / MB,
        reached: peak <= MEMORY_BYTES,
        n: 1,
      },
    ];
  } finally {
    await collector.remove();
  }
}

const OVERLOAD_MS = 60_000;
const SIZE = 200;

/** Three times as much as it just took, in the same minute and on the same machine. */
async function overload(lab, collector, ledger) {
  const warmMs = 2_000;
  const until = Date.now() + warmMs;
  let made = 0;
  const more = () => (Date.now() < until ? Array.from({ length: SIZE }, () => `w.${made++}`) : undefined);
  const calm = await sendAll(collector.url, { more, width: 8, ledger });
  const batchesPerS = (3 * calm.acknowledged.size) / SIZE / (warmMs / 1_000);
  const forMs = lab.sized(OVERLOAD_MS, 5_000);
  const sent = await sendAtRate(collector.url, { batchesPerS, forMs, size: SIZE, label: 'o', ledger });
  lab.log(
    `  took ${Math.round(calm.acknowledged.size / (warmMs / 1_000))} events/s, was offered ${Math.round(sent.perS)}`,
  );
  for (const name of calm.acknowledged) sent.acknowledged.add(name);
  return sent;
}

export async function measure(lab) {
  const disk = createFaultyDisk();
  const rows = await against(lab, 'overload', (...parts) => overload(lab, ...parts));
  rows.push(
    ...(await against(
      lab,
      'full disk',
      async (collector, ledger) => {
        const sending = sendAll(collector.url, { more: batches('f', 40_000, 50), width: 4, ledger, insistent: false });
        await delay(150);
        disk.set({ write: 'ENOSPC' });
        const probe = await post(collector.url, batchOf([eventFor('probe')]));
        await delay(300);
        disk.set();
        const sent = await sending;
        sent.statuses[probe.status] = (sent.statuses[probe.status] ?? 0) + 1;
        if (!probe.retryAfter) sent.withoutRetryAfter += 1;
        return { ...sent, mustRefuse: true };
      },
      disk.env,
    )),
  );
  disk.remove();
  if (!canLimitFiles) {
    lab.log('SKIPPED store down: there is no prlimit (util-linux) here.');
    return rows;
  }
  rows.push(
    ...(await against(
      lab,
      `store down for ${Math.round(lab.sized(DOWN_MS, 5_000) / 1000)} s`,
      async (collector, ledger) => {
        const until = Date.now() + lab.sized(DOWN_MS, 5_000);
        let made = 0;
        // small enough that the journal still fits, while the database's file cannot grow
        limitFiles(collector.pid, 256 * 1024);
        const sent = await sendAll(collector.url, {
          async more() {
            if (Date.now() > until || made > 300) return undefined;
            await delay(20);
            return [`d.${made++}`];
          },
          width: 1,
          ledger,
          insistent: false,
        });
        await delay(Math.max(0, until - Date.now()));
        limitFiles(collector.pid);
        return sent;
      },
    )),
  );
  return rows;
}
