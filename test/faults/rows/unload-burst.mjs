/** Row 3: many large events in the last task of a page. */
import { createLedger } from '../lab/ledger.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { namesFor, openShop } from '../lab/visitor.mjs';
import { holds } from '../lab/wait.mjs';

const AFTERWARDS_MS = 8_000;

async function burst(lab, chromium, count) {
  const collector = await lab.startCollector();
  const proxy = await startProxy(collector.url);
  const context = await chromium.createBrowserContext();
  const ledger = createLedger();
  const address = lab.site.page({
    beacon: `${proxy.url}/v1/beacons`,
    site: 'burst',
    consent: 'granted',
    surface: '商'.repeat(190),
  });
  try {
    const tab = await openShop(context, address);
    const names = ledger.offer(namesFor(`burst-${count}`, count));
    await tab.evaluate((list) => {
      // without the back/forward cache, where requests would go on: this page really ends
      addEventListener('unload', () => {});
      globalThis.harness.makeLarge(list);
      location.href = '/away';
    }, names);
    await holds(() => proxy.has(names), AFTERWARDS_MS);
    const atOnce = names.filter((name) => proxy.taken.has(name)).length;
    if (atOnce < count) {
      await openShop(context, address);
      await holds(() => proxy.has(names), AFTERWARDS_MS);
    }
    const { missing, ...compared } = ledger.compare(await collector.rows(), proxy.acknowledged);
    return { atOnce, ...compared };
  } finally {
    await context.close();
    await proxy.close();
    await collector.remove();
  }
}

export async function measure(lab) {
  const chromium = await lab.browser();
  const small = await burst(lab, chromium, 30);
  const large = await burst(lab, chromium, 300);
  const { atOnce: smallAtOnce, ...smallLedger } = small;
  const { atOnce: largeAtOnce, ...largeLedger } = large;
  return [
    {
      name: '30 × 3 KB at unload, at once',
      value: smallAtOnce,
      unit: 'stored',
      goal: 30,
      reached: smallAtOnce === 30 && small.duplicate === 0,
      n: 30,
      ...smallLedger,
      stored: smallAtOnce,
      lost: 30 - smallAtOnce,
    },
    {
      name: `300 × 3 KB at unload, after the return (${largeAtOnce} at once)`,
      value: large.stored,
      unit: 'stored',
      goal: 300,
      reached: large.stored === 300 && large.duplicate === 0,
      n: 300,
      ...largeLedger,
    },
  ];
}
