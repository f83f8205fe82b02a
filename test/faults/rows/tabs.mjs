/** Row 5: ten tabs of one shop, killed at random while they record; what they leave is the next one's to send. */

import { seeded, seedOf } from '../../support/random.mjs';
import { crashTab } from '../lab/chromium.mjs';
import { createLedger } from '../lab/ledger.mjs';
import { nothingLost } from '../lab/nothing-lost.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { make, namesFor, openShop } from '../lab/visitor.mjs';
import { delay, holds } from '../lab/wait.mjs';

const TABS = 10;
const EACH = 1_000;
const CHUNK = 25;
const KILL_SHARE = 0.08;
const PLACE = { window: 'in view', tab: 'in one window' };

/** @param {'window' | 'tab'} type in view, or all but one in the background, where a browser slows timers down */
async function run(lab, type) {
  const each = Math.min(EACH, lab.sized(EACH * 10, 100));
  const chromium = await lab.browser();
  const collector = await lab.startCollector();
  const proxy = await startProxy(collector.url);
  const context = await chromium.createBrowserContext();
  const ledger = createLedger();
  const address = lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: 'tabs', consent: 'granted' });
  let kills = 0;
  try {
    await Promise.all(
      Array.from({ length: TABS }, async (_, t) => {
        const random = seeded(seedOf(lab.seed, `tab${t}`));
        let tab = await openShop(context, address, { type });
        for (let made = 0; made < each; made += CHUNK) {
          await make(tab, ledger, namesFor(`tab${t}`, Math.min(CHUNK, each - made), made));
          await delay(random.between(20, 200));
          if (random() > KILL_SHARE) continue;
          kills += 1;
          await crashTab(tab);
          tab = await openShop(context, address, { type });
        }
      }),
    );
    if (!(await holds(() => proxy.has(ledger.names), 30_000))) {
      lab.log(
        `  ${ledger.names.filter((name) => !proxy.taken.has(name)).length} have not come while the tabs were open`,
      );
      await Promise.all((await context.pages()).map((page) => page.close()));
      await openShop(context, address, { type });
      await holds(() => proxy.has(ledger.names), 15_000);
    }
    const compared = ledger.compare(await collector.rows(), proxy.acknowledged);
    return nothingLost(`${TABS} tabs ${PLACE[type]} × ${each} events, ${kills} killed`, compared);
  } finally {
    await context.close();
    await proxy.close();
    await collector.remove();
  }
}

export const measure = async (lab) => [await run(lab, 'window'), await run(lab, 'tab')];
