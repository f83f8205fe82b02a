import type { CartAdapter } from '../cart/contract.js';

/** The adapters that need no configuration, by the name that the `cart` attribute gives; loaded when asked for. */
export const NAMED_ADAPTERS: Readonly<Record<string, () => Promise<CartAdapter>>> = {
  'shopify-ajax': async () => (await import('./shopify-ajax.js')).createShopifyAjax(),
  woocommerce: async () => (await import('./woocommerce.js')).createWooCommerce(),
};
