/** Everything that this page tells the player: where its cart is, and what the pictures below the film open. */
import { shop } from './shop.js';

const film = document.querySelector('shoppable-video');

film.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(shop.add(event.lines)));
film.addEventListener('shoppable-checkout', () => location.assign('/checkout.html'));

document.querySelector('.strip').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !film.openProduct) return;
  event.preventDefault();
  film.scrollIntoView({ block: 'nearest' });
  film.openProduct(link.dataset.product);
});
