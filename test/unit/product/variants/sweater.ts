import type { Product, Variant } from '../../../../src/schema/manifest.js';

export const variant = (id: string, options: string[], stock?: number): Variant => ({
  id,
  options,
  availability: 'in-stock',
  stock,
  media: [],
});

/** A sweater in two sizes and two colours. */
export const productWith = (variants: Variant[], options?: Product['options']): Product => ({
  id: 'sweater',
  name: 'Sweater',
  url: 'https://shop.test/sweater',
  price: { minor: 8900, currency: 'EUR' },
  media: [],
  dimensions: [],
  facts: [],
  options: options ?? [
    { name: 'Size', values: ['S', 'M'] },
    { name: 'Colour', values: ['Oat', { value: 'Rust' }] },
  ],
  variants,
  complements: [],
  bundles: [],
  alternates: [],
});
