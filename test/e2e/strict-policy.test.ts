import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../support/assert.js';
import { click, inside, next, until } from '../support/page.js';

type StrictWindow = Window & { reports: string[] };

/** What the browser has sent about the page to the address that its policy names. */
const sent = async () => (await (await fetch('/strict/reports')).json()) as unknown[];

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  let frame: HTMLIFrameElement;
  let page: Document;
  let film: ShoppableVideo;
  const reports = () => (frame.contentWindow as unknown as StrictWindow).reports;

  beforeEach(async () => {
    await fetch('/shop/cart/clear', { method: 'POST' });
    frame = document.createElement('iframe');
    // where its coordinates are the window's, so that the mouse finds its way
    frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
    frame.src = '/strict/page';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    page = frame.contentDocument!;
    film = page.querySelector<ShoppableVideo>('#film')!;
  });
  afterEach(() => frame.remove());

  it('the film plays by hls.js and sells, and nothing is reported', async function () {
    this.timeout(60_000);
    await click(await until(() => inside(film, '[part=play]'), 'the play button'));
    await until(() => film.currentTime > 1, 'the film plays');
    equal(film.state.get().engine, 'hls', 'who plays');

    // from the picture into the cart
    const clicked = next(film, 'shoppable-hotspot-clicked');
    await click(await until(() => inside(film, 'button.hotspot'), 'a hotspot'));
    await clicked;
    const card = await until(() => inside(film, 'dialog.card[open]'), 'the card');
    const changed = next(film, 'shoppable-cart-changed');
    card.querySelector<HTMLElement>('[part=add-to-cart]')!.click();
    equal((await changed).reply[0]!.accepted, 1, 'accepted');

    // all that a card can show
    for (const { id } of film.state.get().manifest!.products) {
      await film.openProduct(id);
      await until(
        () => film.state.get().open?.productId === id && inside(film, 'dialog.card[open]'),
        `the card of ${id}`,
      );
      for (const tab of card.querySelectorAll<HTMLElement>('[part=gallery__roles] button')) tab.click();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    inside(film, '[part=card__compare]')?.click();
    await until(() => inside(film, '[part=compare]'), 'the comparison');
    await film.closeProduct();

    // captions, the bar's pictures, another moment
    const bar = inside(film, '[part=controls]')!;
    bar.querySelector<HTMLElement>('[aria-label*="aption"]')?.click();
    film.currentTime = 12;
    await until(() => inside(film, '[part=captions]')?.textContent, 'captions');

    // the shelf and the cart
    const shelf = page.querySelector('shoppable-shelf')!;
    (await until(() => inside(shelf, '[part=shelf__product]'), 'a product on the shelf')).click();
    await until(() => inside(film, 'dialog.card[open]'), 'the card by the shelf');
    await film.closeProduct();
    const cart = page.querySelector('shoppable-cart')!;
    await click(await until(() => inside(cart, '[part=cart__button]'), 'the cart'));
    const more = await until(
      () => inside(cart, '[part=cart__quantity]')?.querySelector<HTMLElement>('button:last-of-type'),
      'the button for one more',
    );
    more.click();
    await until(async () => {
      const { lines } = (await (await fetch('/shop/cart')).json()) as { lines: { quantity: number }[] };
      return lines[0]?.quantity === 2;
    }, 'two in the shop’s cart');
    await film.flush();

    await new Promise((resolve) => setTimeout(resolve, 500));
    deepEqual(reports(), [], 'told to the page');
    deepEqual(await sent(), [], 'sent');
  });

  it('what breaks the policy is reported', async () => {
    page.body.setAttribute('style', 'color: red');
    await until(() => reports().length, 'the page is told');
    ok(reports()[0]!.startsWith('style-src'), reports()[0]);
    await until(async () => (await sent()).length, 'it is sent');
  });

  it('text makes no script', async () => {
    let refused = false;
    try {
      page.body.innerHTML = '<b>text</b>';
    } catch {
      refused = true;
    }
    // an engine without Trusted Types lets it through
    equal(refused, 'trustedTypes' in frame.contentWindow!, 'refused');
  });
});
