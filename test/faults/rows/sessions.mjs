/** Row 1: visitors come and go while a fault meets one request in three; whoever has something left comes back once more. */

import { seeded, seedOf } from '../../support/random.mjs';
import { QUICK } from '../lab/injections.mjs';
import { createLedger, merge } from '../lab/ledger.mjs';
import { nothingLost } from '../lab/nothing-lost.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { make, namesFor, openShop } from '../lab/visitor.mjs';
import { delay, holds, pool } from '../lab/wait.mjs';

const EVENTS = 100_000;
const SESSIONS = 3_000;
const EACH = Math.ceil(EVENTS / SESSIONS);
const VISITORS = 4;
const SHARE_OF_FAULTS = 0.35;

export async function measure(lab) {
  const sessions = lab.sized(SESSIONS, VISITORS);
  const chromium = await lab.browser();
  const collector = await lab.startCollector();
  const visitors = Array.from({ length: VISITORS }, (_, i) => i);
  try {
    const runs = await pool(visitors, VISITORS, async (visitor) => {
      const random = seeded(seedOf(lab.seed, `sessions-${visitor}`));
      const proxy = await startProxy(collector.url, () =>
        random() < SHARE_OF_FAULTS ? random.pick(QUICK) : undefined,
      );
      const context = await chromium.createBrowserContext();
      const ledger = createLedger();
      const address = lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: 'sessions', consent: 'granted' });
      for (let session = visitor; session < sessions; session += VISITORS) {
        const tab = await openShop(context, address);
        for (let made = 0; made < EACH; ) {
          const count = Math.min(EACH - made, 1 + random.below(12));
          await make(tab, ledger, namesFor(`s${session}`, count, made));
          made += count;
          await delay(random.between(0, 60));
        }
        await delay(random.between(0, 400));
        await tab.close();
      }
      proxy.plan();
      const last = await openShop(context, address);
      await holds(() => proxy.has(ledger.names), 20_000);
      await last.close();
      await context.close();
      await proxy.close();
      return { ledger, proxy };
    });
    const acknowledged = new Set(runs.flatMap(({ proxy }) => [...proxy.acknowledged]));
    const compared = merge(runs).compare(await collector.rows(), acknowledged);
    return [nothingLost(`${sessions} page sessions, random faults`, compared)];
  } finally {
    await collector.remove();
  }
}
