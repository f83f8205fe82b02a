/** Where to begin: an element's own attributes, or else the page's `#t=…&product=…&variant=…` (W3C Media Fragments for `t`). */
export function openingOf(
  element: { readonly start?: number; readonly product?: string },
  hash: string,
): { start?: number; product?: string; variant?: string } {
  const fragment = new URLSearchParams(hash.slice(1));
  const seconds = Number.parseFloat(fragment.get('t') ?? '');
  return {
    start: element.start ?? (seconds >= 0 ? seconds : undefined),
    product: element.product ?? fragment.get('product') ?? undefined,
    variant: fragment.get('variant') ?? undefined,
  };
}
