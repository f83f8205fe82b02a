import type { CartAdapter } from '../cart/contract.js';
import type { ShoppableHost } from '../host/host.js';
import { errorOf } from '../shared/error-of.js';

const made = new WeakMap<HTMLElement, Promise<CartAdapter>>();

/**
 * The adapter that the page gave, or the bundled one that its `cart` attribute names, made once for each player.
 * @throws ShoppableError `cart-handler` when no bundled adapter has this name
 */
export async function adapterOf({ element, cart }: ShoppableHost): Promise<CartAdapter | undefined> {
  const given = cart();
  if (typeof given !== 'string') return given;
  const { NAMED_ADAPTERS } = await import('./named.js');
  const make = Object.hasOwn(NAMED_ADAPTERS, given) && NAMED_ADAPTERS[given];
  if (!make) {
    const names = Object.keys(NAMED_ADAPTERS).join(', ');
    throw await errorOf('cart-handler', { detail: `cart="${given}" is none of ${names}` });
  }
  const adapter = made.get(element) ?? make();
  made.set(element, adapter);
  return adapter;
}
