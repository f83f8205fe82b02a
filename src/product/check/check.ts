import type { Product } from '../../schema/manifest.js';
import { warnOnce } from '../../shared/warn.js';
import { doubtsAbout } from './doubts.js';

/** Tells the developer, once, what looks wrong about a product whose card is open. */
export function check(product: Product, find: (id: string) => Product | undefined): void {
  const known = Intl.supportedValuesOf && new Set(Intl.supportedValuesOf('currency'));
  for (const { path, what } of doubtsAbout(product, known, find)) {
    const message = `Product ${product.id}: ${path}: ${what}.`;
    warnOnce(message, message);
  }
}
