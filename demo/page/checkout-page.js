import { showCartLines } from './cart-lines.js';
import { money } from './money.js';
import { shop } from './shop.js';

const foot = document.querySelector('.checkout__foot');

showCartLines(document.querySelector('.checkout__lines'), ({ totalMinor, count }) => {
  foot.querySelector('.total b').textContent = money(totalMinor);
  foot.hidden = !count;
});
foot.querySelector('button').addEventListener('click', () => shop.clear());
shop.read();
