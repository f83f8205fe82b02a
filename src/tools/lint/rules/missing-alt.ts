import type { Rule } from '../finding.js';

export const missingAlt: Rule = {
  code: 'missing-alt',
  severity: 'warning',
  finds: 'A product’s picture or clip without an alternative text; an error where `alt` is not there at all.',
  cure: 'Say in `alt` what the picture shows (WCAG 2.2 SC 1.1.1).',
  owns: (path) => path.endsWith('.alt'),
  *check({ manifest: { products }, places }) {
    const message = 'is empty';
    for (const product of products) {
      for (const [index, { alt }] of product.media.entries())
        if (!alt.trim()) yield { path: `${places.product(product.id)}.media[${index}].alt`, message };
      for (const variant of product.variants)
        for (const [index, { alt }] of variant.media.entries())
          if (!alt.trim()) yield { path: `${places.variant(product.id, variant.id)}.media[${index}].alt`, message };
    }
  },
};
