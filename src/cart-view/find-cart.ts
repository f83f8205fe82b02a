import { adapterOf } from '../adapters/adapter-of.js';
import type { CartAdapter } from '../cart/contract.js';
import type { ShoppableHost } from '../host/host.js';
import { warnOnce } from '../shared/warn.js';

/** When a page may have got its adapter since: an adapter is a plain property, and tells nobody. */
const OCCASIONS = ['shoppable-manifest-loaded', 'shoppable-ready', 'shoppable-cart-changed'];

/**
 * Finds the adapter whose cart can be read, now or when the page has given one. Where there is none once the page is
 * loaded, its developer is told.
 */
export function findCart(host: ShoppableHost, found: (adapter: CartAdapter) => void, signal: AbortSignal): void {
  let known: CartAdapter | undefined;
  const look = async () => {
    const adapter = await adapterOf(host).catch((error) => warnOnce(String(error), error.message));
    if (signal.aborted || !adapter?.read || adapter === known) return;
    known = adapter;
    found(adapter);
  };
  const complain = () => {
    if (known || signal.aborted) return;
    warnOnce(
      'cart without read',
      '<shoppable-cart> shows nothing: give the player a `cart`, or a `cartAdapter` that has `read`.',
    );
  };
  void look().then(() => {
    if (document.readyState === 'complete') return complain();
    window.addEventListener('load', () => void look().then(complain), { once: true, signal });
  });
  for (const type of OCCASIONS) host.element.addEventListener(type, () => void look(), { signal });
}
