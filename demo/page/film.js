/** Tells the player where the shop's cart is. */
import { cartAdapter } from './cart-adapter.js';

document.querySelector('shoppable-video').cartAdapter = cartAdapter;
