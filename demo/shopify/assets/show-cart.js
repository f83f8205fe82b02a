const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const money = (minor) => format.format(minor / 100);

const one = (selector) => document.querySelector(selector);

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function lineOf({ key, product_title, quantity, final_line_price, properties }, showTokens) {
  const line = make('li', '');
  line.append(make('span', `${quantity} × ${product_title}`), make('b', money(final_line_price)));
  const token = properties?._shoppable;
  if (showTokens && token) line.append(make('code', `_shoppable: ${token}`));
  if (!showTokens)
    line.append(make('button', 'Remove', { type: 'button', 'data-key': key, 'aria-label': `Remove ${product_title}` }));
  return line;
}

/** Draws the shop's cart, as `cart.js` has it, and its count in the header. */
export function showCart({ items, item_count, total_price }, { showTokens = false } = {}) {
  one('[data-count]').textContent = item_count;
  one('[data-lines]').replaceChildren(...items.map((item) => lineOf(item, showTokens)));
  one('[data-empty]').hidden = items.length > 0;
  one('[data-foot]').hidden = !items.length;
  one('[data-total]').textContent = money(total_price);
}
