import type { Rule } from '../finding.js';

export const unknownProduct: Rule = {
  code: 'unknown-product',
  severity: 'error',
  finds: 'A hotspot, complement, alternate or bundle of a product that is not in the manifest.',
  cure: 'Give the id of one of the products.',
  owns: (_, fault) => fault.includes('must name one of the products'),
};
