/** Row 8: the collector is killed at random moments while it is sent to as fast as it takes. */

import { seeded, seedOf } from '../../support/random.mjs';
import { createLedger } from '../lab/ledger.mjs';
import { nothingAcknowledgedLost } from '../lab/nothing-lost.mjs';
import { batches, sendAll } from '../lab/sender.mjs';
import { delay, holds } from '../lab/wait.mjs';

const OFFERED = 2_000_000;
const KILLS = 500;
const BATCH = 100;
const READY_MS = 2_000;

export async function measure(lab) {
  const random = seeded(seedOf(lab.seed, 'server-kill'));
  const kills = lab.sized(KILLS, 5);
  const collector = await lab.startCollector();
  const ledger = createLedger();
  const readyMs = [];
  try {
    let killed = 0;
    let done = false;
    const total = lab.sized(OFFERED, 20_000);
    const next = batches('k', total, BATCH);
    let made = 0;
    // what is offered lasts as long as there are kills to come
    const mayGo = () => killed >= kills || made < (total * (killed + 1)) / kills;
    const sending = sendAll(collector.url, {
      ledger,
      width: 8,
      async more() {
        await holds(mayGo, 60_000, 5);
        made += BATCH;
        return next();
      },
    }).finally(() => {
      done = true;
    });
    while (!done && killed < kills) {
      await delay(random.between(20, 300));
      await collector.kill();
      readyMs.push(await collector.start());
      killed += 1;
    }
    const { acknowledged } = await sending;
    const compared = ledger.compare(await collector.rows(), acknowledged);
    const slowest = Math.max(...readyMs);
    return [
      nothingAcknowledgedLost(`kill −9 of the collector at ${killed} random points`, compared, killed >= kills),
      {
        name: 'ready after a kill, slowest',
        value: slowest,
        unit: 'ms',
        goal: READY_MS,
        reached: slowest <= READY_MS,
        n: killed,
      },
    ];
  } finally {
    await collector.remove();
  }
}
