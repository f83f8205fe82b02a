/** Row 2: the page ends right after the last interaction. First nobody comes back, then somebody does. */
import { crashTab } from '../lab/chromium.mjs';
import { createLedger, merge } from '../lab/ledger.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { make, namesFor, openShop } from '../lab/visitor.mjs';
import { delay, holds, pool } from '../lab/wait.mjs';

const LEAVES = 1_000;
const EACH = 10;
/** Longer than any request of a page that has ended. */
const AFTERWARDS_MS = 6_000;
const GOAL = 0.999;

const WAYS = {
  navigate: (tab) => tab.evaluate(() => void (location.href = '/away')),
  close: (tab) => tab.close(),
  async bfcache(tab) {
    await tab.goto(`${new URL(tab.url()).origin}/away`);
    await delay(200);
    await tab.goBack();
  },
  async discard(tab) {
    // a browser discards what has been in the background: hidden first, which is when the page sends
    const other = await tab.browserContext().newPage();
    await other.bringToFront();
    await delay(500);
    await crashTab(tab);
    await other.close();
  },
};

async function leave(lab, collector, chromium, { way, n }) {
  const label = `leave-${way}-${n}`;
  const proxy = await startProxy(collector.url);
  const context = await chromium.createBrowserContext();
  const ledger = createLedger();
  const address = lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: 'leaving', consent: 'granted' });
  const stay = await context.newPage();
  const tab = await openShop(context, address);
  await make(tab, ledger, namesFor(label, EACH));
  await WAYS[way](tab);
  await holds(() => proxy.has(ledger.names), AFTERWARDS_MS);
  const atOnce = ledger.names.filter((name) => proxy.taken.has(name)).length;
  if (atOnce < ledger.size) {
    await openShop(context, address);
    await holds(() => proxy.has(ledger.names), AFTERWARDS_MS);
  }
  await stay.close().catch(() => {});
  await context.close();
  await proxy.close();
  return { ledger, atOnce, acknowledged: proxy.acknowledged };
}

export async function measure(lab) {
  const chromium = await lab.browser();
  const collector = await lab.startCollector();
  const each = lab.sized(LEAVES / Object.keys(WAYS).length, 3);
  const leaves = Object.keys(WAYS).flatMap((way) => Array.from({ length: each }, (_, n) => ({ way, n })));
  try {
    const runs = await pool(leaves, 4, (one) => leave(lab, collector, chromium, one));
    const atOnce = runs.reduce((sum, run) => sum + run.atOnce, 0);
    const acknowledged = new Set(runs.flatMap((run) => [...run.acknowledged]));
    const { missing, ...compared } = merge(runs).compare(await collector.rows(), acknowledged);
    const row = (name, stored, goal) => ({
      name,
      value: stored / compared.offered,
      unit: 'of those offered',
      goal,
      reached: stored / compared.offered >= goal,
      n: compared.offered,
    });
    return [
      {
        ...row('leaving the page, no return visit', atOnce, GOAL),
        offered: compared.offered,
        stored: atOnce,
        lost: compared.offered - atOnce,
        duplicate: compared.duplicate,
      },
      { ...row('leaving the page, after the return', compared.stored, 1), ...compared },
      ...Object.keys(WAYS).map((way) => {
        const own = runs.filter((_, i) => leaves[i].way === way);
        const offered = own.reduce((sum, { ledger }) => sum + ledger.size, 0);
        const stored = own.reduce((sum, run) => sum + run.atOnce, 0);
        return {
          name: `  ${way}, no return visit`,
          value: stored / offered,
          unit: 'of those offered',
          goal: GOAL,
          reached: stored / offered >= GOAL,
          n: offered,
          offered,
          stored,
          lost: offered - stored,
          duplicate: 0,
        };
      }),
    ];
  } finally {
    await collector.remove();
  }
}
