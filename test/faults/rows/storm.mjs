/** Row 6: an endpoint that answers 429 to everything for a while; and more than a player may keep meanwhile. */
import { retryAfter } from '../lab/injections.mjs';
import { createLedger } from '../lab/ledger.mjs';
import { nothingLost } from '../lab/nothing-lost.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { make, namesFor, openShop, settle } from '../lab/visitor.mjs';
import { delay, holds } from '../lab/wait.mjs';

const RETRY_S = 2;
const STORM_MS = 8_000;

async function storm(lab, label, counts) {
  const chromium = await lab.browser();
  const collector = await lab.startCollector();
  const proxy = await startProxy(collector.url);
  const context = await chromium.createBrowserContext();
  const ledger = createLedger();
  const address = lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: label, consent: 'granted' });
  try {
    const tab = await openShop(context, address);
    await settle(tab);
    const from = Date.now();
    const before = proxy.entries.length;
    proxy.plan(() => retryAfter(429, RETRY_S));
    for (const [i, count] of counts.entries()) {
      await make(tab, ledger, namesFor(`${label}${i}`, count));
      await delay(500);
    }
    await delay(Math.max(0, from + STORM_MS - Date.now()));
    const stormy = proxy.entries.length;
    proxy.plan();
    await holds(() => proxy.taken.size + proxy.reportedLost >= ledger.size, 30_000);
    await delay(1_000);
    const refused = proxy.entries.slice(before, stormy);
    const early = refused.slice(1).filter(({ atMs }, i) => atMs - refused[i].atMs < RETRY_S * 1000 - 100);
    const { missing, ...compared } = ledger.compare(await collector.rows(), proxy.acknowledged);
    return { ...compared, reportedLost: proxy.reportedLost, early: early.length };
  } finally {
    await context.close();
    await proxy.close();
    await collector.remove();
  }
}

export async function measure(lab) {
  const { early, ...calm } = await storm(lab, 'storm', [30, 30, 30, 30]);
  const { early: _, ...flood } = await storm(
    lab,
    'flood',
    Array.from({ length: 24 }, () => 500),
  );
  const unexplained = flood.lost - flood.reportedLost;
  return [
    nothingLost('429 storm: all delivered after Retry-After', calm),
    {
      name: '429 storm: requests before Retry-After',
      value: early,
      unit: 'requests',
      goal: 0,
      reached: early === 0,
      n: 1,
    },
    {
      name: '429 storm with more than a player keeps: lost and not reported, or reported and not lost',
      value: Math.abs(unexplained),
      unit: 'events',
      goal: 0,
      reached: unexplained === 0 && flood.duplicate === 0,
      n: flood.offered,
      ...flood,
    },
  ];
}
