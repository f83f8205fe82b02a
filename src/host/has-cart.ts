import type { ShoppableHost } from './host.js';

/** Somebody is known to answer for the cart; a listener on an ancestor is not known of before it answers. */
export const hasCart = ({ cart, listens }: ShoppableHost): boolean =>
  Boolean(cart()) || listens('shoppable-add-to-cart');
