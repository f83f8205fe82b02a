/** What a browser, its user or another script of the page does. */

import { crashTab } from '../lab/chromium.mjs';
import { make, namesFor, openShop, ready } from '../lab/visitor.mjs';
import { delay, holds } from '../lab/wait.mjs';

const cdpOf = (tab) => tab.createCDPSession();

const patched = (name, patch, more) => ({ name, options: { patch }, ...more });

/** Makes interactions in other tabs of the shop, all at the same time. */
async function inTabs({ context, ledger, label, address }, count, each = 10, addressOf = () => address) {
  const tabs = await Promise.all(Array.from({ length: count }, (_, i) => openShop(context, addressOf(i))));
  await Promise.all(tabs.map((tab, i) => make(tab, ledger, namesFor(`${label}.t${i}`, each))));
  return tabs;
}

async function back(tab) {
  await tab.goto(`${new URL(tab.url()).origin}/away`);
  await delay(300);
  await tab.goBack({ waitUntil: 'load' });
  await ready(tab);
}

/** Another clock for the page from now on, so many milliseconds off, while it has something to send. */
const jump = (offsetMs) => ({
  async meanwhile({ tab, proxy }) {
    await proxy.refuse();
    await delay(300);
    await tab.evaluate((offset) => {
      const { now } = Date;
      Date.now = () => now.call(Date) + offset;
    }, offsetMs);
  },
  async mend({ proxy }) {
    await delay(500);
    await proxy.open();
  },
});

const DAY_MS = 86_400_000;

export const browser = [
  {
    name: 'offline flip',
    async meanwhile({ tab }) {
      await tab.setOfflineMode(true);
    },
    async mend({ tab }) {
      await delay(2_000);
      await tab.setOfflineMode(false);
    },
  },
  {
    name: 'offline, and the tab is closed',
    async meanwhile({ tab, ledger, label }) {
      await tab.setOfflineMode(true);
      await make(tab, ledger, namesFor(`${label}.offline`, 10));
      await delay(500);
      await tab.close();
    },
    patienceMs: 1_000,
  },
  { name: 'connect-src block', options: { connect: "'self'" }, returnOptions: {}, patienceMs: 4_000 },
  {
    name: 'blocker',
    patienceMs: 4_000,
    async prepare({ page }) {
      const cdp = await cdpOf(page);
      cdp.on('Fetch.requestPaused', ({ requestId }) => {
        cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => {});
      });
      await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*/v1/beacons*' }] });
    },
  },
  {
    name: 'freeze',
    async meanwhile({ tab }) {
      const cdp = await cdpOf(tab);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      await delay(2_000);
      await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    },
  },
  {
    name: 'bfcache',
    async meanwhile({ tab }) {
      await back(tab);
    },
  },
  {
    name: 'discard',
    patienceMs: 2_000,
    async meanwhile(lab) {
      await lab.proxy.refuse();
      // in the background, frozen, and then its process is taken away: what a discard is to a page
      const other = await lab.context.newPage();
      await other.bringToFront();
      await delay(700);
      const cdp = await cdpOf(lab.tab);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' }).catch(() => {});
      await crashTab(lab.tab);
      await lab.proxy.open();
    },
  },
  {
    name: 'renderer crash',
    patienceMs: 2_000,
    async meanwhile({ tab, proxy }) {
      await proxy.refuse();
      await delay(700);
      await crashTab(tab);
      await proxy.open();
    },
  },
  {
    name: 'prerender',
    async meanwhile(lab) {
      const { tab, label, address, ledger } = lab;
      const target = `${address}&prerendered=${encodeURIComponent(label)}`;
      await tab.evaluate((url) => {
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] });
        document.body.append(rules);
      }, target);
      await delay(1_500);
      const swapped = tab.waitForNavigation({ timeout: 10_000 }).catch(() => {});
      await tab.evaluate((url) => void setTimeout(() => (location.href = url)), target);
      await swapped;
      // the page that was made ahead takes the place of the one that was there, and its frame that of the other
      await holds(() => tab.evaluate((url) => location.href === url, target).catch(() => false), 10_000);
      await ready(tab);
      await make(tab, ledger, namesFor(`${label}.prerendered`, 10));
    },
  },
  {
    name: 'reload at once',
    async meanwhile({ tab, address }) {
      await tab.goto(address, { waitUntil: 'load' });
      await ready(tab);
    },
  },
  {
    name: 'tab closed at once',
    patienceMs: 3_000,
    async meanwhile({ tab }) {
      await tab.close();
    },
  },
  {
    name: 'player taken out of the page',
    async meanwhile({ tab, address }) {
      await tab.evaluate(() => globalThis.harness.player.remove());
      await delay(300);
      await tab.goto(address, { waitUntil: 'load' });
      await ready(tab);
    },
  },
  { name: 'clock jumps a year ahead', ...jump(365 * DAY_MS) },
  { name: 'clock jumps a year back', ...jump(-365 * DAY_MS) },
  { name: '2 tabs', meanwhile: (lab) => inTabs(lab, 1, 20) },
  { name: '10 tabs', meanwhile: (lab) => inTabs(lab, 9) },
  {
    name: '2 tabs, the first is closed',
    async meanwhile(lab) {
      const [second] = await inTabs(lab, 1);
      await lab.tab.close();
      lab.tab = second;
    },
  },
  {
    name: 'two versions in two tabs',
    meanwhile: (lab) => inTabs(lab, 2, 10, (i) => (i ? `${lab.address}&dist=dist-other` : lab.address)),
  },
  {
    name: 'two versions on a page',
    async meanwhile({ tab }) {
      await tab.evaluate(() => import('/dist-other/shoppable-video.js').catch(() => {}));
    },
  },
  patched('patched fetch: throws', "window.fetch = () => { throw new TypeError('patched'); };", {
    returnOptions: {},
    patienceMs: 4_000,
  }),
  patched(
    'patched fetch: another promise',
    'const real = window.fetch; window.fetch = (...parts) => ({ then: (...next) => real(...parts).then(...next) });',
  ),
  patched(
    'patched fetch: without keepalive',
    'const real = window.fetch; window.fetch = (url, init) => real(url, { ...init, keepalive: false });',
  ),
  patched('no Web Locks', "Object.defineProperty(navigator, 'locks', { value: undefined });"),
  patched('no BroadcastChannel', 'delete window.BroadcastChannel;'),
  patched('no CompressionStream', 'delete window.CompressionStream;'),
  patched('no fetchLater, no sendBeacon', 'delete window.fetchLater; Navigator.prototype.sendBeacon = undefined;'),
  patched('no crypto.randomUUID', 'delete Crypto.prototype.randomUUID;'),
  patched('patched Array', 'Array.prototype.extra = 1;'),
];
