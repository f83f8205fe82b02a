/** The browser itself ends and comes back with the same profile. */
import { killBrowser, launchChromium, newProfile, removeProfile } from '../lab/chromium.mjs';
import { createLedger } from '../lab/ledger.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { make, namesFor, openShop } from '../lab/visitor.mjs';
import { delay, holds } from '../lab/wait.mjs';

const HOST = 'collector.test';
const resolves = (to) => [`--host-resolver-rules=MAP ${HOST} ${to}`];

export const restarts = [
  { name: 'kill −9 of the browser', end: killBrowser, cutOff: true },
  { name: 'the browser quits', end: (browser) => browser.close(), cutOff: true },
  {
    name: 'the endpoint’s name does not resolve',
    end: (browser) => browser.close(),
    args: resolves('~NOTFOUND'),
    argsAfter: resolves('127.0.0.1'),
    host: HOST,
  },
];

export async function surviveRestart(
  { site, collector, browser: program, label },
  { end, cutOff, args, argsAfter, host },
) {
  const profile = newProfile();
  const proxy = await startProxy(collector.url);
  const ledger = createLedger();
  const endpoint = `${host ? proxy.url.replace('127.0.0.1', host) : proxy.url}/v1/beacons`;
  const address = site.page({ beacon: endpoint, site: label, consent: 'granted' });
  let browser = await launchChromium(program, { profile, args });
  try {
    if (cutOff) await proxy.refuse();
    const tab = await openShop(browser, address);
    await make(tab, ledger, namesFor(label, 30));
    await delay(1_500);
    await end(browser);
    if (cutOff) await proxy.open();
    browser = await launchChromium(program, { profile, args: argsAfter });
    await openShop(browser, address);
    await holds(() => proxy.has(ledger.names), 15_000);
    return { ledger, proxy };
  } finally {
    await browser.close().catch(() => {});
    await proxy.close();
    removeProfile(profile);
  }
}
