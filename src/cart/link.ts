/**
 * The page's own address, at a moment of the film and with a product open.
 * @param time seconds of media time
 */
export function linkTo(page: string, time: number, productId: string, variantId?: string): string {
  const url = new URL(page);
  const at = new URLSearchParams({ t: String(Math.floor(time)), product: productId });
  if (variantId !== undefined) at.set('variant', variantId);
  url.hash = at.toString();
  return url.href;
}
