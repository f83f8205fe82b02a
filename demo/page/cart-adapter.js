/** The shop's cart as the player's cart adapter: the card adds through it, and `<shoppable-cart>` shows and changes what it holds. */
import { shop } from './shop.js';

/** This shop has one line for each product and variant, so that these name it. */
const idOf = ({ productId, variantId = '' }) => `${productId}/${variantId}`;

const stateOf = ({ lines, totalMinor, currency }) => ({
  lines: lines.map((line) => ({ ...line, requestId: idOf(line) })),
  totalMinor,
  currency,
});

export const cartAdapter = {
  add: shop.add,
  /** The shop tells how many came in; the player wants to know how many there are now. */
  async update(lines) {
    const replies = await shop.update(lines);
    const held = new Map((await shop.read()).lines.map((line) => [idOf(line), line.quantity]));
    return replies.map((reply, i) => {
      const accepted = Math.min(held.get(idOf(lines[i])) ?? 0, lines[i].quantity);
      return { ...reply, status: accepted || !lines[i].quantity ? 'added' : 'rejected', accepted };
    });
  },
  read: async () => stateOf(await shop.read()),
  subscribe: (changed) => shop.onCart((cart) => changed(stateOf(cart))),
  checkout: () => location.assign('/checkout.html'),
};
