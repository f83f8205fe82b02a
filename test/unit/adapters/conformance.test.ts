import { describe, it } from 'node:test';
import { createBigCommerce } from '../../../src/adapters/bigcommerce.js';
import { createHttpCart } from '../../../src/adapters/http.js';
import type { Tab } from '../../../src/adapters/kit/case.js';
import {
  bigCommerce,
  conformance,
  httpShop,
  type Speaker,
  shopifyAjax,
  shopifyStorefront,
  wooCommerce,
} from '../../../src/adapters/kit/index.js';
import { createShopifyAjax } from '../../../src/adapters/shopify-ajax.js';
import { createShopifyStorefront } from '../../../src/adapters/shopify-storefront.js';
import { createWooCommerce } from '../../../src/adapters/woocommerce.js';
import type { CartAdapter } from '../../../src/cart/contract.js';

/** On the shop's own pages, with nothing configured. */
const ownPage = (tab: Tab) => ({
  ...tab,
  fetch: (path: RequestInfo | URL, init?: RequestInit) => fetch(`${tab.url}${path}`, init),
});

const ADAPTERS: [createAdapter: (tab: Tab) => CartAdapter, createSpeaker: () => Speaker][] = [
  [(tab) => createShopifyAjax(ownPage(tab)), () => shopifyAjax()],
  [(tab) => createShopifyStorefront({ ...tab, token: 'public' }), () => shopifyStorefront()],
  [(tab) => createWooCommerce(ownPage(tab)), () => wooCommerce()],
  [(tab) => createWooCommerce({ ...tab, root: `${tab.url}/wp-json/wc/store/v1/` }), () => wooCommerce(false)],
  [(tab) => createBigCommerce(ownPage(tab)), () => bigCommerce()],
  [
    (tab) =>
      createBigCommerce({
        ...ownPage(tab),
        optionSelections: ({ properties }) => [{ optionId: 7, optionValue: properties._shoppable }],
      }),
    () => bigCommerce(7),
  ],
  [
    (tab) => {
      const { url } = tab;
      return createHttpCart({ ...tab, addUrl: `${url}/lines`, updateUrl: `${url}/lines`, readUrl: `${url}/cart` });
    },
    () => httpShop(),
  ],
];

// They mostly wait: for answers that never come, and as long as shops ask.
describe('cart adapters', { concurrency: ADAPTERS.length }, () => {
  for (const [createAdapter, createSpeaker] of ADAPTERS) {
    describe(createSpeaker().platform, { concurrency: 8 }, async () => {
      for (const { name, skip, run } of await conformance(createAdapter, createSpeaker)) it(name, { skip }, run);
    });
  }
});
