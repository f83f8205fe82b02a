/** The theme: its cart, its product form, and the one line that it has for the player. */
import { shop } from './shop.js';
import { showCart } from './show-cart.js';

const refresh = () => shop.read().then(showCart, () => {}); // the next change tries again

/** The theme has changed the cart: its own list and the mini-cart, which hears of nothing else, look again. */
const changed = () => Promise.all([refresh(), document.querySelector('shoppable-cart')?.refresh?.()]);

const WISHES = 'kiln-and-oak-wishes';
document.querySelector('shoppable-video').addEventListener('shoppable-wishlist', (event) => {
  const { productId, saved } = event;
  const others = JSON.parse(localStorage.getItem(WISHES) ?? '[]').filter((id) => id !== productId);
  localStorage.setItem(WISHES, JSON.stringify(saved ? [...others, productId] : others));
  event.respondWith(true);
});

// The player has changed the shop's cart: read it again.
document.addEventListener('shoppable-cart-changed', refresh);
// So may another tab have done.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh());

document.querySelector('[data-product-form]').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { id, quantity } = Object.fromEntries(new FormData(event.target));
  const output = event.target.querySelector('output');
  output.textContent = 'Adding…';
  output.textContent = await shop.add(Number(id), Number(quantity)).then(
    () => 'Added.',
    (error) => error.message || 'That did not work.',
  );
  await changed();
});

document.querySelector('[data-lines]').addEventListener('click', async ({ target }) => {
  if (!target.dataset.key) return;
  await shop.change(target.dataset.key, 0).catch(() => {});
  await changed();
});

refresh();
