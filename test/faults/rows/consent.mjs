/** Row 21: without consent nothing leaves the page and nothing is written, in each engine. */
import { startProxy } from '../lab/proxy.mjs';
import { delay, pool } from '../lab/wait.mjs';

/** Longer than any batch waits. */
const WATCH_MS = 6_000;

const GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });";
const CASES = [
  { name: 'absent', options: {} },
  { name: 'denied', options: { consent: 'denied' } },
  { name: 'GPC', options: { patch: GPC } },
  { name: 'pending, then denied', options: { consent: 'pending' }, next: 'denied' },
  { name: 'granted, then denied', options: { consent: 'granted' }, next: 'denied', late: true },
];

const written = async () => ({
  cookies: document.cookie.length ? document.cookie.split(';').length : 0,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: globalThis.caches ? (await caches.keys()).length : 0,
});

async function watch(lab, engine, { name, options, next, late }) {
  const proxy = await startProxy('http://127.0.0.1:9');
  const browser = await lab.browser(engine);
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.goto(lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: 'consent', ...options }));
    await tab.evaluate(async () => {
      const { player } = globalThis.harness;
      await customElements.whenDefined('shoppable-video');
      await player.updateComplete;
      await player.flush();
      globalThis.harness.make(Array.from({ length: 40 }, (_, i) => `consent.${i}`));
      await player.flush();
    });
    if (next) {
      await delay(500);
      await tab.evaluate((consent) => {
        globalThis.harness.player.consent = consent;
      }, next);
    }
    await delay(next ? 1_500 : WATCH_MS);
    const before = late ? proxy.entries.length : 0;
    await tab.evaluate(() => globalThis.harness.make(['consent.after']));
    if (next) await delay(WATCH_MS);
    const found = await tab.evaluate(written);
    await tab.goto(`${lab.site.url}/away`);
    await delay(500);
    const writes = Object.values(found).reduce((sum, count) => sum + count, 0);
    const requests = proxy.entries.length - before;
    lab.log(`  ${engine}, ${name}: ${requests} requests, ${JSON.stringify(found)}`);
    return { requests, writes };
  } finally {
    await context.close();
    await proxy.close();
  }
}

export async function measure(lab) {
  const rows = [];
  for (const engine of Object.keys(lab.programs)) {
    // a WebKit session is one at a time
    const runs = await pool(CASES, engine === 'webkit' ? 1 : CASES.length, (one) => watch(lab, engine, one));
    const value = runs.reduce((sum, { requests, writes }) => sum + requests + writes, 0);
    rows.push({
      name: `consent absent, denied, GPC, withdrawn: ${engine}`,
      value,
      unit: 'requests, storage writes, cookies',
      goal: 0,
      reached: value === 0,
      n: CASES.length,
    });
  }
  return rows;
}
