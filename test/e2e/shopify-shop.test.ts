import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../support/assert.js';
import { click, inside, next, until } from '../support/page.js';

interface Cart {
  readonly item_count: number;
  readonly items: readonly { readonly quantity: number; readonly properties: { readonly _shoppable?: string } }[];
}

/** A tab with the page of the theme, as large as the window and where its coordinates are the window's. */
async function openTab(): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
  frame.src = '/shopify.html';
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const film = frame.contentDocument!.querySelector<ShoppableVideo>('#film')!;
  await until(() => film.openProduct, 'the tag is defined');
  return { frame, film, page: frame.contentDocument! };
}

interface Tab {
  readonly frame: HTMLIFrameElement;
  readonly film: ShoppableVideo;
  readonly page: Document;
}

const readCart = async () => (await (await fetch('/shopify/cart.js')).json()) as Cart;
const post = (path: string, body: object) => fetch(`/shopify/${path}`, { method: 'POST', body: JSON.stringify(body) });

async function choose({ film }: Tab, product: string, quantity: number, value?: string): Promise<void> {
  await film.openProduct(product);
  const card = await until(() => inside(film, 'dialog.card[open]'), 'the card is open');
  if (value) card.querySelector<HTMLElement>(`[part=card__option][aria-label="${value}"]`)!.click();
  for (let more = 1; more < quantity; more += 1) card.querySelector<HTMLElement>('[aria-label="One more"]')!.click();
}

const outcome = ({ film }: Tab) => inside(film, '[part=card__outcome]')?.textContent?.trim() ?? '';

/** Presses the card's button with the mouse. @returns what the player told */
async function add(tab: Tab) {
  const changed = next(tab.film, 'shoppable-cart-changed', 18_000);
  await click(inside(tab.film, '[part=add-to-cart]')!);
  const [reply] = (await changed).reply;
  await until(() => outcome(tab) && !/^Adding/.test(outcome(tab)), 'the card says what came of it');
  return reply!;
}

/** The theme's own count, the shop's cart and what the test expects are one number. */
async function agree({ page }: Tab, count: number): Promise<Cart> {
  const cart = await readCart();
  equal(cart.item_count, count, 'in the shop’s cart');
  const shown = () => page.querySelector('[data-count]')!.textContent;
  await until(
    () => shown() === String(count),
    () => `the theme shows ${count}, not ${shown()}`,
  );
  return cart;
}

describe('a theme of a Shopify shop', () => {
  let tab: Tab;
  beforeEach(async () => {
    await post('cart/clear.js', {});
    tab = await openTab();
  });
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('takes what is there, and the theme counts the same', async () => {
    await choose(tab, 'lamp', 5);
    const { status, accepted, reason } = await add(tab);
    deepEqual({ status, accepted, reason }, { status: 'partial', accepted: 3, reason: 'insufficient-stock' });
    ok(outcome(tab).startsWith('Only 3 of 5 could be added. You can only add 3'), outcome(tab));
    const { items } = await agree(tab, 3);
    ok(items[0]!.properties._shoppable!.startsWith('sv1.coffee-shopify.'), 'The line carries its token.');
  });

  it('counts what the theme’s own form has added before', async () => {
    const form = tab.page.querySelector<HTMLFormElement>('[data-product-form]')!;
    form.querySelector('select')!.value = '2';
    form.requestSubmit();
    await until(() => form.querySelector('output')!.textContent === 'Added.', 'the theme has added two');
    await choose(tab, 'lamp', 2);
    equal((await add(tab)).accepted, 1, 'accepted');
    await agree(tab, 3);
    const { accepted, reason } = await add(tab);
    deepEqual({ accepted, reason }, { accepted: 0, reason: 'limit-reached' });
    await agree(tab, 3);
  });

  it('knows what the film does not: sold out', async () => {
    await choose(tab, 'mug', 1, 'Ochre');
    equal((await add(tab)).reason, 'out-of-stock', 'reason');
    ok(outcome(tab).includes('is already sold out'), outcome(tab));
    await agree(tab, 0);
  });

  it('sells two of a thing to a customer', async () => {
    await choose(tab, 'coffee-maker', 3);
    equal((await add(tab)).accepted, 2, 'accepted');
    await agree(tab, 2);
  });

  const TROUBLES: [name: string, accepted: number, words: string][] = [
    ['refuse', 0, 'Somebody was quicker'],
    ['busy', 1, 'Added to cart: 1 item'],
    ['error', 0, 'The shop could not add this.'],
    ['hang', 0, 'did not answer in time'],
    ['lost', 1, 'Added to cart: 1 item'],
    ['malformed', 1, 'Added to cart: 1 item'],
  ];
  for (const [name, accepted, words] of TROUBLES) {
    it(`tells the truth in trouble: ${name}`, async function () {
      this.timeout(30_000);
      await choose(tab, 'frother', 1);
      const button = tab.page.querySelector<HTMLElement>(`[data-trouble=${name}]`)!;
      button.click();
      await until(() => button.getAttribute('aria-pressed') === 'true', 'the shop knows of the trouble');
      equal((await add(tab)).accepted, accepted, 'accepted');
      ok(outcome(tab).includes(words), outcome(tab));
      await agree(tab, accepted);
      // and nothing of it stays
      equal((await add(tab)).accepted, 1, 'accepted afterwards');
      await agree(tab, accepted + 1);
    });
  }

  it('gives no more than there is to two tabs at once', async () => {
    const other = await openTab();
    await Promise.all([choose(tab, 'lamp', 2), choose(other, 'lamp', 2)]);
    const changed = [tab, other].map(({ film }) => next(film, 'shoppable-cart-changed'));
    for (const { film } of [tab, other]) inside(film, '[part=add-to-cart]')!.click();
    const replies = (await Promise.all(changed)).map(({ reply }) => reply[0]!.accepted);
    deepEqual(replies.sort(), [1, 2], 'accepted');
    equal((await readCart()).item_count, 3, 'in the shop’s cart');
  });

  it('leads to the shop’s checkout, where the order has the token', async () => {
    await choose(tab, 'beans', 1);
    await click(inside(tab.film, '[part=buy-now]')!);
    const order = () => tab.frame.contentDocument?.querySelector('[data-lines] code')?.textContent;
    ok((await until(order, 'the order with its token')).startsWith('_shoppable: sv1.coffee-shopify.'), order()!);
  });
});
