/** Every event that the player sends, by class. Their names and types are in `HTMLElementEventMap`. */
export * from './add-to-cart.js';
export * from './beacon.js';
export * from './cart-changed.js';
export * from './checkout.js';
export * from './error.js';
export * from './fact.js';
export * from './hotspot-clicked.js';
export * from './hotspot-exposed.js';
export * from './intent.js';
export * from './manifest-loaded.js';
export * from './open-product.js';
export * from './product-closed.js';
export * from './product-opened.js';
export * from './product-refreshed.js';
export * from './ready.js';
export * from './variant-selected.js';
export type { Via } from './via.js';
