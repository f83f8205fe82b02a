import type { Product } from '../schema/manifest.js';
import { FactEvent } from './fact.js';

/** The shop told another price, stock or availability of a product: `product` is how it is shown from now on. */
export class ProductRefreshedEvent extends FactEvent {
  constructor(readonly product: Product) {
    super('shoppable-product-refreshed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-product-refreshed': ProductRefreshedEvent;
  }
}
