import { shop } from './shop.js';
import { showCart } from './show-cart.js';

const show = (cart) => showCart(cart, { showTokens: true });

document.querySelector('[data-clear]').addEventListener('click', () => shop.clear().then(show, () => {}));
shop.read().then(show, () => {});
