/** The button in the header and the drawer that it opens. */
import { showCartLines } from './cart-lines.js';
import { money } from './money.js';
import { shop } from './shop.js';

const button = document.querySelector('.cart-button');
const drawer = document.querySelector('.drawer');

shop.onCart(({ count }) => {
  button.querySelector('b').textContent = count;
  button.classList.toggle('filled', count > 0);
  button.querySelector('.sr').textContent = count === 1 ? ' item' : ' items';
});
showCartLines(drawer.querySelector('.drawer__lines'), ({ totalMinor, count }) => {
  drawer.querySelector('.total b').textContent = money(totalMinor);
  drawer.querySelector('.drawer__foot').hidden = !count;
});

button.addEventListener('click', () => {
  drawer.showModal();
  drawer.querySelector('h2').focus();
  shop.read();
});
drawer.addEventListener('click', (event) => {
  if (event.target === drawer || event.target.closest('[data-close]')) drawer.close();
});

shop.read();
// back from another page, the browser may show this one as it was left
addEventListener('pageshow', (event) => event.persisted && shop.read());
