/** Row 7: the browser is killed while the collector is away; the same profile comes back. */

import { seeded, seedOf } from '../../support/random.mjs';
import { killBrowser, launchChromium, newProfile, removeProfile } from '../lab/chromium.mjs';
import { addUp, createLedger } from '../lab/ledger.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { namesFor, openShop } from '../lab/visitor.mjs';
import { delay, holds } from '../lab/wait.mjs';

const KILLS = 50;
const EVERY_MS = 50;
const LAST_MS = 1_000;

async function kill(lab, collector, n) {
  const random = seeded(seedOf(lab.seed, `browser-kill-${n}`));
  const profile = newProfile();
  const proxy = await startProxy(collector.url);
  const ledger = createLedger();
  const address = lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: 'kill', consent: 'granted' });
  let browser = await launchChromium(lab.programs.chromium, { profile });
  try {
    await proxy.refuse();
    const tab = await openShop(browser, address);
    let alive = true;
    const names = namesFor(`kill${n}`, 400);
    const making = (async () => {
      for (const name of names) {
        if (!alive) return;
        const atMs = await tab.evaluate((one) => globalThis.harness.make([one]), name).catch(() => undefined);
        // one whose making was cut off may or may not have been made
        if (atMs === undefined) return;
        ledger.offer([name], atMs);
        await delay(EVERY_MS);
      }
    })();
    await delay(random.between(2_500, 5_000));
    const killedMs = Date.now();
    await killBrowser(browser);
    alive = false;
    await Promise.race([making, delay(1_000)]);
    await proxy.open();
    browser = await launchChromium(lab.programs.chromium, { profile });
    await openShop(browser, address);
    await holds(() => proxy.has(ledger.names), 8_000);
    return { ledger, killedMs, acknowledged: proxy.acknowledged };
  } finally {
    await browser.close().catch(() => {});
    await proxy.close();
    removeProfile(profile);
  }
}

export async function measure(lab) {
  const collector = await lab.startCollector();
  try {
    const kills = lab.sized(KILLS, 3);
    const runs = [];
    for (let n = 0; n < kills; n += 1) runs.push(await kill(lab, collector, n));
    const rows = await collector.rows();
    const compared = runs.map(({ ledger, killedMs, acknowledged }) => {
      const own = new Set(ledger.names);
      const result = ledger.compare(
        rows.filter(({ productId }) => own.has(productId)),
        acknowledged,
      );
      return {
        ...result,
        early: result.missing.filter((name) => ledger.offeredAtMs(name) < killedMs - LAST_MS).length,
      };
    });
    const early = compared.reduce((total, one) => total + one.early, 0);
    const all = addUp(compared);
    return [
      {
        name: `kill −9 of the browser: lost, made more than a second before (${kills} kills)`,
        value: early,
        unit: 'events',
        goal: 0,
        reached: early === 0 && all.duplicate === 0,
        n: all.offered,
        ...all,
      },
    ];
  } finally {
    await collector.remove();
  }
}
