/** A shopper: a browser (or a context of one), tabs, and what is known of what they did. */
import { delay, holds } from './wait.mjs';

const SETTLE_MS = 3_000;

/** The last opening in each window. */
const turns = new WeakMap();

/**
 * Opens a tab of the shop and waits until the player records. One at a time in a window: in a tab that was never seen a
 * player loads nothing.
 */
export function openShop(context, address, { prepare, type } = {}) {
  const opened = (turns.get(context) ?? Promise.resolve()).then(async () => {
    const page = await context.newPage(type && { type });
    page.on('error', () => {});
    await prepare?.(page);
    await page.goto(address, { waitUntil: 'load' });
    await page.bringToFront();
    await ready(page).catch(async () => {
      // a window that the browser did not come to show: nothing has been made in it yet
      await page.reload();
      await ready(page);
    });
    return page;
  });
  turns.set(
    context,
    opened.catch(() => {}),
  );
  return opened;
}

export const ready = (page) => page.evaluate(() => globalThis.harness.ready());

/**
 * Makes interactions of these names in the page, and offers them to the ledger once they are made.
 * @returns the Unix time, in milliseconds, on the page's clock
 */
export async function make(page, ledger, names) {
  const atMs = Date.now();
  const pageMs = await page.evaluate((list) => globalThis.harness.make(list), names);
  ledger.offer(names, atMs);
  return pageMs;
}

/** What the player tells of itself is gone after this: what goes wrong then meets what the ledger has. */
export const settle = (page) =>
  Promise.race([page.evaluate(() => globalThis.harness.player.flush()), delay(SETTLE_MS)]);

/** `count` names of which no other run of this row has one. */
export const namesFor = (label, count, from = 0) => Array.from({ length: count }, (_, i) => `${label}.${from + i}`);

/**
 * Waits for everything to arrive. What does not come is looked for on a return visit: the tab is closed and the shop
 * opened again, where nothing is wrong any more.
 */
export async function arrive({ proxy, ledger, context, address, patienceMs = 20_000, returnMs = 15_000, tab }) {
  if (await holds(() => proxy.has(ledger.names), patienceMs)) return { returned: false };
  await tab?.close().catch(() => {});
  proxy.plan();
  const again = await openShop(context, address);
  const came = await holds(() => proxy.has(ledger.names), returnMs);
  await delay(came ? 0 : 200);
  await again.close().catch(() => {});
  return { returned: true };
}
