import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../support/assert.js';
import { inside, next, until } from '../support/page.js';

/** A tab with a page of the demo, as large as the window. */
async function openTab(path: string): Promise<{ frame: HTMLIFrameElement; page: Document; film: ShoppableVideo }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
  frame.src = path;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument!;
  return { frame, page, film: page.querySelector<ShoppableVideo>('shoppable-video')! };
}

const part = (element: Element, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
const cartOf = (page: Document) => page.querySelector('shoppable-cart')!;

/** What the mini-cart shows: a quantity for each line. */
const shownIn = (page: Document) =>
  [...(cartOf(page).shadowRoot?.querySelectorAll('[part=cart__line] output') ?? [])].map(({ textContent }) =>
    Number(textContent),
  );

async function addFrom(film: ShoppableVideo, product: string): Promise<void> {
  await until(() => film.openProduct, 'the tag is defined');
  await film.openProduct(product);
  const button = await until(() => inside(film, 'dialog.card[open] [part=add-to-cart]'), 'the card is open');
  const changed = next(film, 'shoppable-cart-changed');
  button.click();
  await changed;
  await film.closeProduct();
}

const SHOPS = [
  {
    name: 'the first shop',
    path: '/demo/index.html',
    clear: () => fetch('/shop/cart/clear', { method: 'POST', body: '[]' }),
    inShop: async () => ((await (await fetch('/shop/cart')).json()) as { count: number }).count,
    header: (page: Document) => Number(page.querySelector('.cart-button b')!.textContent),
    /** The page's own ways to change the cart, beside the player. */
    async addByForm(page: Document) {
      page.querySelector<HTMLFormElement>('.buy form')!.requestSubmit();
      await until(() => page.querySelector('.buy output')!.textContent!.startsWith('In your cart'), 'it is added');
    },
    removeFirst(page: Document) {
      page.querySelector<HTMLElement>('.drawer .line__remove')!.click();
    },
  },
  {
    name: 'the shop with a Shopify theme',
    path: '/shopify.html',
    clear: () => fetch('/shopify/cart/clear.js', { method: 'POST', body: '{}' }),
    inShop: async () => ((await (await fetch('/shopify/cart.js')).json()) as { item_count: number }).item_count,
    header: (page: Document) => Number(page.querySelector('[data-count]')!.textContent),
    async addByForm(page: Document) {
      page.querySelector<HTMLFormElement>('[data-product-form]')!.requestSubmit();
      await until(() => page.querySelector('[data-product-form] output')!.textContent === 'Added.', 'it is added');
    },
    removeFirst(page: Document) {
      page.querySelector<HTMLElement>('[data-lines] [data-key]')!.click();
    },
  },
];

describe('the demo', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  for (const { name, path, clear, inShop, header, addByForm, removeFirst } of SHOPS) {
    describe(name, () => {
      let page: Document;
      let film: ShoppableVideo;
      beforeEach(async () => {
        await clear();
        ({ page, film } = await openTab(path));
        await until(() => film.openProduct, 'the tag is defined');
      });

      /** The header of the page, the mini-cart and the shop say one thing. */
      async function agree(lines: number[]) {
        const count = lines.reduce((sum, quantity) => sum + quantity, 0);
        await until(
          () => header(page) === count && shownIn(page).join() === lines.join(),
          () => `${lines}; the header shows ${header(page)}, the mini-cart ${shownIn(page)}`,
        );
        equal(await inShop(), count, 'in the shop’s cart');
      }

      it('has one cart: what the film adds and the mini-cart changes is in the header', async () => {
        await addFrom(film, 'frother');
        await agree([1]);
        part(cartOf(page), '[aria-label="One more"]')!.click();
        await agree([2]);
        await addFrom(film, 'coffee-maker');
        await agree([2, 1]);
        const told = next(film, 'shoppable-cart-changed');
        part(cartOf(page), '[part=cart__remove]')!.click();
        const { lines, changes, reply } = await told;
        deepEqual([lines[0]!.productId, reply[0]!.accepted, changes[0]], ['frother', 0, -2], 'what is told');
        await agree([1]);
      });

      it('has one cart: what the page adds and removes is in the mini-cart', async () => {
        await addFrom(film, 'frother');
        await addByForm(page);
        await agree([1, 1]);
        removeFirst(page);
        await agree([1]);
      });

      it('shows what there is instead of what is sold out, and leads there', async () => {
        await film.openProduct('mug-ember');
        const card = await until(() => inside(film, 'dialog.card[open]'), 'the card is open');
        equal(card.querySelector('[part=add-to-cart]')!.getAttribute('aria-disabled'), 'true', 'sold out');
        const others = [...card.querySelectorAll<HTMLElement>('[part=card__alternates] .other')];
        deepEqual(
          others.map(({ dataset }) => dataset.productId),
          ['mug'],
          'instead',
        );
        others[0]!.click();
        await until(
          () => inside(film, 'dialog.card[open] h2')?.textContent?.trim() === 'Tidal stoneware mug',
          'the other card',
        );
      });

      it('prices a bundle as the card says', async () => {
        await film.openProduct('mug');
        const take = await until(() => inside(film, '[part=set__add-bundle]'), 'the bundle');
        const price = inside(film, '[part=set__bundle] .price')!.textContent!.trim().split(/\s/)[0]!;
        const changed = next(film, 'shoppable-cart-changed');
        take.click();
        const { lines } = await changed;
        deepEqual(
          lines.map(({ bundleId, properties }) => [bundleId, properties._bundle]),
          [
            ['warm-milk', 'warm-milk'],
            ['warm-milk', 'warm-milk'],
          ],
          'lines',
        );
        await until(() => part(cartOf(page), '[part=cart__total] b')?.textContent === price, `the total is ${price}`);
      });

      it('keeps a wish, and lets it go', async () => {
        await film.openProduct('lamp');
        const heart = await until(() => inside(film, '[part=wishlist]'), 'the heart');
        for (const wanted of ['true', 'false']) {
          heart.click();
          await until(() => heart.getAttribute('aria-pressed') === wanted, `pressed: ${wanted}`);
        }
      });
    });
  }

  it('asks the second shop about the lamp by its own address', async () => {
    const { film } = await openTab('/shopify.html');
    await until(() => film.openProduct, 'the tag is defined');
    await film.openProduct('lamp');
    await until(() => inside(film, '[part=card__stock]')?.textContent === 'Only 3 left', 'it says how many are left');
  });

  it('loads player, shelf and cart when a shopper comes near them, and not before', async () => {
    await SHOPS[0]!.clear();
    const { frame, page, film } = await openTab('/demo/loader.html');
    const { customElements, performance } = frame.contentWindow as Window & typeof globalThis;
    const tags = ['shoppable-video', 'shoppable-shelf', 'shoppable-cart'];
    await new Promise((resolve) => setTimeout(resolve, 500));
    deepEqual(
      tags.filter((tag) => customElements.get(tag)),
      [],
      'defined at the top of the page',
    );
    ok(!performance.getEntriesByType('resource').some(({ name }) => /shoppable-video\.js/.test(name)), 'Not loaded.');
    film.scrollIntoView();
    await until(() => tags.every((tag) => customElements.get(tag)), 'all are defined');
    const shelf = page.querySelector('shoppable-shelf')!;
    // In a frame nothing counts as near that its own window cuts off.
    shelf.scrollIntoView({ block: 'center' });
    await until(() => part(shelf, '.product'), 'the shelf holds the products');
    await addFrom(film, 'frother');
    await until(() => shownIn(page).join() === '1', 'the cart holds what was added');
  });
});
