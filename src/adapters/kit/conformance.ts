import type { CartAdapter } from '../../cart/contract.js';
import { openScene, type Tab } from './case.js';
import { CART_CASES } from './cases-cart.js';
import { LOST_CASES } from './cases-lost.js';
import { STOCK_CASES } from './cases-stock.js';
import { TAB_CASES } from './cases-tabs.js';
import { type FakeShop, startFakeShop } from './fake-shop.js';
import type { Speaker } from './speaker.js';

export interface ConformanceCase {
  /** As it stands in a test's output. */
  readonly name: string;
  /** Why the platform can't have this case; it is not to be run then. */
  readonly skip?: string;
  /** Rejects with an AssertionError where the adapter is wrong. Starts a shop of its own, and ends it. */
  run(): Promise<void>;
}

/**
 * Everything that a cart adapter has to get right, each case against a fresh fake shop: no line added twice, no false
 * success, no success called a failure, the accepted quantity as the shop's cart has it, the right reason.
 * @param createAdapter makes the adapter of one tab
 * @param createSpeaker makes the shop's side, one of the bundled speakers or your own
 */
export async function conformance(
  createAdapter: (tab: Tab) => CartAdapter,
  createSpeaker: () => Speaker,
): Promise<ConformanceCase[]> {
  const probe = await startFakeShop(createSpeaker());
  const adapter = openScene(probe, createAdapter).openTab();
  await probe.close();
  return [...STOCK_CASES, ...LOST_CASES, ...TAB_CASES, ...CART_CASES].map(({ name, skip, run }) => ({
    name,
    skip: skip?.(probe, adapter),
    async run() {
      const shop: FakeShop = await startFakeShop(createSpeaker());
      try {
        await run(openScene(shop, createAdapter));
      } finally {
        await shop.close();
      }
    },
  }));
}
