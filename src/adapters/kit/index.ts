/** `shoppable-video/adapter-kit`: for people who write a cart adapter of their own. Node only. */
export type { Tab } from './case.js';
export { type ConformanceCase, conformance } from './conformance.js';
export { createDesk, type Desk } from './desk.js';
export { type FakeShop, startFakeShop } from './fake-shop.js';
export type { Fault } from './fault.js';
export { bigCommerce } from './speak-bigcommerce.js';
export { httpShop } from './speak-http.js';
export { shopifyAjax } from './speak-shopify-ajax.js';
export { shopifyStorefront } from './speak-shopify-storefront.js';
export { wooCommerce } from './speak-woocommerce.js';
export type { FakeAnswer, FakeRequest, Refusal, Speaker } from './speaker.js';
export { createStockRoom, type FakeVariant, type StockRoom, VARIANTS } from './stock-room.js';
