import type { CartAdapter } from '../../cart/contract.js';
import { ShoppableError } from '../../errors.js';
import type { ShoppableHost } from '../../host/host.js';

const made = new WeakMap<HTMLElement, Promise<CartAdapter>>();

/**
 * The adapter that the page gave, or the bundled one that its `cart` attribute names, made once for each player.
 * @throws ShoppableError `cart-handler` when no bundled adapter has this name
 */
export async function adapterOf({ element, cart }: ShoppableHost): Promise<CartAdapter | undefined> {
  const given = cart();
  if (typeof given !== 'string') return given;
  const { NAMED_ADAPTERS } = await import('../../adapters/named.js');
  const make = Object.hasOwn(NAMED_ADAPTERS, given) && NAMED_ADAPTERS[given];
  if (!make) {
    const names = Object.keys(NAMED_ADAPTERS).join(', ');
    throw new ShoppableError('cart-handler', { detail: `cart="${given}" is none of ${names}` });
  }
  const adapter = made.get(element) ?? make();
  made.set(element, adapter);
  return adapter;
}
