import { ShareEvent } from '../events/share.js';
import type { ShoppableHost } from '../host/host.js';
import { enCardMore } from '../i18n/en-card-more.js';
import { fill } from '../i18n/format.js';
import type { Product, Variant } from '../schema/manifest.js';
import { askPage } from './ask-page.js';
import { linkTo } from './link.js';

/**
 * Shares a product: the page first, else the browser's own sharing, else the clipboard.
 * @returns what the shopper is told; empty where the page or the browser shows it
 */
export async function share(host: ShoppableHost, product: Product, variant: Variant | undefined): Promise<string> {
  const text = { ...enCardMore, ...host.strings };
  const url = linkTo(location.href, host.state.get().time, product.id, variant?.id);
  const answer = await askPage(host, new ShareEvent(product.id, url, variant?.id));
  if (answer === 'handled') return '';
  if (answer !== 'nobody') return answer.message || (answer.accepted ? text.shared : text.notShared);
  if (navigator.share) {
    try {
      await navigator.share({ title: product.name, url });
      return '';
    } catch (error) {
      // The shopper thought better of it; anything else leaves the clipboard to try.
      if ((error as Error).name === 'AbortError') return '';
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return text.copied;
  } catch {
    return fill(text.copyThis, { url });
  }
}
