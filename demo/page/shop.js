/** The shop's own cart, as its server has it. `cart` events carry every new state as `detail`. */
const events = new EventTarget();

async function ask(path, lines) {
  const response = await fetch(path, lines && { method: 'POST', body: JSON.stringify(lines) });
  if (!response.ok) throw new TypeError(`The shop answered ${response.status}.`);
  return response.json();
}

const tell = (cart) => {
  events.dispatchEvent(new CustomEvent('cart', { detail: cart }));
  return cart;
};

const post = async (path, lines) => {
  const replies = await ask(path, lines);
  await shop.read().catch(() => {}); // added is added, whether or not the cart can be shown
  return replies;
};

export const shop = {
  products: () => ask('/shop/products'),
  /** What some of them cost now, and whether they can be had. */
  facts: (ids) => ask(`/shop/facts?ids=${ids}`),
  /** @returns one reply per line, in the form that the player takes */
  add: (lines) => post('/shop/cart/add', lines),
  /** Sets quantities; 0 removes. */
  update: (lines) => post('/shop/cart/update', lines),
  read: () => ask('/shop/cart').then(tell),
  clear: () => ask('/shop/cart/clear', []).then(tell),
  /** @returns stops it */
  onCart(listener) {
    const hear = (event) => listener(event.detail);
    events.addEventListener('cart', hear);
    return () => events.removeEventListener('cart', hear);
  },
};
