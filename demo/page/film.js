/** Tells the player where the shop's cart is, what things cost now, and where wishes are kept. */
import { cartAdapter } from './cart-adapter.js';
import { shop } from './shop.js';
import { wishList } from './wish-list.js';

const film = document.querySelector('shoppable-video');
film.cartAdapter = cartAdapter;
film.refreshProducts = shop.facts;
film.addEventListener('shoppable-wishlist', (event) => event.respondWith(wishList.set(event.productId, event.saved)));
