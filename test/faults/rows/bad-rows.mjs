/** Row 11: one bad event in each batch. It is refused by name and kept with its reason, and all others are stored. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CLI } from '../../support/server/process.mjs';
import { createLedger } from '../lab/ledger.mjs';
import { nothingLost } from '../lab/nothing-lost.mjs';
import { batchOf, eventFor, post } from '../lab/sender.mjs';

const BATCHES = 1_000;
const EACH = 20;

/** What is wrong with an event, one way each. */
const WRONG = [
  (event) => ({ ...event, type: 'no_such_type' }),
  (event) => ({ ...event, seq: -1 }),
  (event) => ({ ...event, atMs: -5 }),
  (event) => ({ ...event, atMs: 1e300 }),
  (event) => ({ ...event, productId: 'x'.repeat(1_000) }),
  (event) => ({ ...event, productId: undefined }),
  (event) => ({ ...event, idScope: 'everybody' }),
  (event) => ({ ...event, viewId: { $ne: null } }),
];

export async function measure(lab) {
  const collector = await lab.startCollector();
  const ledger = createLedger();
  const total = lab.sized(BATCHES, 40);
  const acknowledged = new Set();
  let named = 0;
  let sunk = 0;
  try {
    for (let n = 0; n < total; n += 1) {
      const names = Array.from({ length: EACH }, (_, i) => `good${n}.${i}`);
      const bad = WRONG[n % WRONG.length](eventFor(`bad${n}`));
      const events = ledger.offer(names).map((name, seq) => eventFor(name, seq));
      events.splice(n % EACH, 0, bad);
      const { status, text } = await post(collector.url, batchOf(events));
      const rejected = status === 200 ? JSON.parse(text).rejected : [];
      if (rejected.length === 1 && rejected[0].eventId === bad.eventId && rejected[0].reason) named += 1;
      if (status === 200) for (const name of names) acknowledged.add(name);
      else sunk += 1;
    }
    const compared = ledger.compare(await collector.rows(), acknowledged);
    // closed now: the command reads what the directory keeps
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [CLI, 'replay-rejected'], {
      env: { ...process.env, DATA_DIR: collector.dataDir },
    }).catch((error) => error);
    const kept = keptIn(`${stdout}${stderr}`);
    return [
      nothingLost('batches with one bad event: everything else is stored', compared, sunk === 0),
      {
        name: 'bad events refused by name, with a reason',
        value: named,
        unit: 'events',
        goal: total,
        reached: named === total,
        n: total,
      },
      {
        name: 'bad events kept, and read again by replay-rejected',
        value: kept,
        unit: 'events',
        goal: total,
        reached: kept === total,
        n: total,
      },
    ];
  } finally {
    await collector.remove();
  }
}

/** How many events the command says that it read: those taken now and those that are still refused. */
function keptIn(said) {
  const [, taken, still] = /(\d+) taken, (\d+) still rejected/.exec(said) ?? [0, 0, 0];
  return Number(taken) + Number(still);
}
