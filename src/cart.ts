/** Defines `<shoppable-cart>`, and the player that it belongs to. */
import './index.js';
import { ShoppableCart } from './cart-view/shoppable-cart.js';
import { define } from './shared/define.js';

define('shoppable-cart', ShoppableCart);

export { ShoppableCart };
