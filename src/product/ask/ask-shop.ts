import { adapterOf } from '../../adapters/adapter-of.js';
import type { CartAdapter, CartLine, CartReply } from '../../cart/contract.js';
import { putToPage } from '../../cart/put-to-page.js';
import { reportHandler } from '../../cart/report.js';
import { requestLines } from '../../cart/request.js';
import { AddToCartEvent } from '../../events/add-to-cart.js';
import { CartChangedEvent } from '../../events/cart-changed.js';
import { CheckoutEvent } from '../../events/checkout.js';
import type { ShoppableHost } from '../../host/host.js';

/**
 * Puts lines to the shop: the page's listener first, else the adapter.
 * @returns one reply per line; `handled` when the page takes it from here; `nobody` when there is no cart to ask
 */
export async function askShop(
  host: ShoppableHost,
  lines: readonly CartLine[],
  buyNow: boolean,
  onLate: (replies: CartReply[]) => void,
): Promise<CartReply[] | 'handled' | 'nobody'> {
  const { element, signal } = host;
  const answer = putToPage(element, new AddToCartEvent(lines, buyNow));
  if (answer === 'handled') return answer;
  const own = answer === 'nobody' ? undefined : answer;
  if (!own && !host.cart()) return 'nobody';
  // Asked for within the request, so that a name that is none is told as any other failure of the cart.
  let adapter: CartAdapter | undefined;
  const askAdapter = async (patience: AbortSignal) => {
    adapter = await adapterOf(host);
    return adapter!.add([...lines], patience);
  };
  const tell = (replies: readonly CartReply[]) => element.dispatchEvent(new CartChangedEvent(lines, replies, buyNow));
  const replies = await requestLines({
    lines,
    ask: (patience) => own ?? askAdapter(patience),
    idempotent: !own && isIdempotent(host.cart()),
    signal,
    // A page's own handler that failed is for its developer; what the shopper reads comes from the reply.
    onError: reportHandler(host),
    onLate: (late) => {
      tell(late);
      onLate(late);
    },
  });
  tell(replies);
  const took = replies.some(({ accepted }) => accepted > 0);
  if (buyNow && took && element.dispatchEvent(new CheckoutEvent(lines))) await adapter?.checkout?.();
  return replies;
}

/** Only the page's own adapter says so: the bundled ones decide for themselves what may be asked again. */
const isIdempotent = (cart: CartAdapter | string | undefined) => typeof cart === 'object' && Boolean(cart.idempotent);
