/** Runs in the page: a player, and the ways to make interactions of known names. */
const asked = new URLSearchParams(location.search);
const player = document.createElement('shoppable-video');
for (const name of ['beacon', 'site', 'consent', 'id-scope', 'beacon-format', 'surface'])
  if (asked.has(name)) player.setAttribute(name, asked.get(name));
player.style.cssText = 'display: block; width: 320px; aspect-ratio: 16 / 9';
player.manifest = {
  version: 1,
  id: 'faults',
  title: 'Faults',
  media: { sources: [{ src: '/none.mp4', type: 'video/mp4' }] },
  products: [{ id: 'mug', name: 'Mug', url: '/', price: { minor: 1900, currency: 'EUR' } }],
};
document.body.append(player);

let heard = false;
player.addEventListener('shoppable-beacon', ({ record }) => {
  heard ||= record.productId === 'probe';
});

const tell = (type, fields) => player.dispatchEvent(Object.assign(new Event(type), fields));
/** A name, made as long as the schema allows, of three bytes a letter. */
const long = (text) => text.padEnd(200, '商');

globalThis.harness = {
  player,
  /** Resolves when what is made from now on is recorded. */
  async ready() {
    await customElements.whenDefined('shoppable-video');
    await player.updateComplete;
    for (const until = Date.now() + 20_000; !heard; ) {
      if (Date.now() > until) throw new Error('The player records nothing.');
      player.flush();
      tell('shoppable-product-opened', { productId: 'probe' });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return true;
  },
  make(names) {
    for (const productId of names) tell('shoppable-product-opened', { productId });
    return Date.now();
  },
  /** Purchases at once, of about 3 KB each in UTF-8. */
  makeLarge(names) {
    for (const name of names)
      tell('shoppable-cart-changed', {
        lines: [
          { productId: long(name), variantId: long('v'), quantity: 1, properties: { _shoppable: '商'.repeat(390) } },
        ],
        changes: [1],
        buyNow: true,
      });
  },
};
