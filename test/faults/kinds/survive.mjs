/** The run that every kind of fault has: a shopper does something, it goes wrong, it ends, and the ledger is compared. */
import { createLedger } from '../lab/ledger.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { arrive, make, namesFor, openShop, settle } from '../lab/visitor.mjs';
import { delay } from '../lab/wait.mjs';

const COUNT = 20;

/**
 * @param {any} lab
 * @param {any} kind what goes wrong, all of it optional: `plan` on the way; `options` of the page's address; `prepare` a
 *   tab before it opens; `meanwhile` between the first and the last interactions; `mend` what has to end, when the second half is made
 */
export async function survive(
  { site, collector, chromium, label },
  { plan, options, prepare, meanwhile, mend, patienceMs, returnMs, returnOptions = options },
) {
  const proxy = await startProxy(collector.url);
  const context = await chromium.createBrowserContext();
  const ledger = createLedger();
  const addressOf = (more) =>
    site.page({ beacon: `${proxy.url}/v1/beacons`, site: label, consent: 'granted', ...more });
  try {
    const lab = { proxy, context, ledger, label, address: addressOf(options), site };
    lab.tab = await openShop(context, lab.address, { prepare: (page) => prepare?.({ ...lab, page }) });
    await settle(lab.tab);
    proxy.plan(plan?.(label));
    await make(lab.tab, ledger, namesFor(label, COUNT));
    await meanwhile?.(lab);
    if (lab.tab && !lab.tab.isClosed()) await make(lab.tab, ledger, namesFor(label, COUNT, COUNT));
    await mend?.(lab);
    await arrive({ ...lab, patienceMs, returnMs, address: addressOf(returnOptions) });
    await delay(50);
    return { ledger, proxy };
  } finally {
    await proxy.close();
    await context.close().catch(() => {});
  }
}
