import { plural } from './price.js';

interface Words {
  readonly onlyLeft: { readonly other: string };
  readonly lowStock: string;
  readonly preorder: string;
}

/** What keeps a shopper from waiting; nothing where there is plenty, or none. */
export function stockWords({ is, left }: { is: string; left?: number }, text: Words, locale: string): string {
  if (is === 'low-stock') return left ? plural(text.onlyLeft, left, locale) : text.lowStock;
  return is === 'preorder' ? text.preorder : '';
}
