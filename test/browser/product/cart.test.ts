import type { CartAdapter, CartReplyInput } from '../../../src/cart/contract.js';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, next, until } from '../../support/page.js';
import { manifestOf, mug } from '../support/manifest.js';
import { card, heard, mount } from '../support/players.js';

type Answer = CartReplyInput | PromiseLike<CartReplyInput>;

const outcome = (player: ShoppableVideo) => inside(player, '[role=status][part=card__outcome]')!.textContent!.trim();
const said = (player: ShoppableVideo, words: string) =>
  until(
    () => outcome(player).includes(words),
    `the card says “${words}”, not “${inside(player, '[part=card__outcome]')?.textContent}”`,
    3000,
  );
const add = (player: ShoppableVideo) => inside(player, '[part=add-to-cart]')!;

/** A card whose page answers so, with a quantity of 3. */
async function ask(
  respond: (event: HTMLElementEventMap['shoppable-add-to-cart']) => void,
  prepare = (_: ShoppableVideo) => {},
) {
  const player = await mount(manifestOf({ products: [{ ...mug, url: '#mug' }] }));
  player.addEventListener('shoppable-add-to-cart', respond);
  prepare(player);
  await player.openProduct('mug');
  const dialog = await card(player);
  const more = dialog.querySelector<HTMLElement>('[aria-label="One more"]')!;
  more.click();
  more.click();
  return player;
}

describe('the cart', () => {
  const late = () => new Promise<boolean>((resolve) => setTimeout(resolve, 50, true));
  const forms: [what: string, answer: () => Answer, accepted: number, words: string][] = [
    ['true', () => true, 3, 'Added to cart: 3 items'],
    ['false', () => false, 0, 'Not added.'],
    ['the number that was taken', () => 2, 2, 'Only 2 of 3 could be added.'],
    ['none', () => 0, 0, 'Not added.'],
    ['{ success: true }', () => ({ success: true }), 3, 'Added to cart: 3 items'],
    [
      '{ success: false, reason }',
      () => ({ success: false, reason: 'out-of-stock' }),
      0,
      'Not added. This product is sold out.',
    ],
    [
      'a message',
      () => ({ success: false, message: 'Only for <i>members</i>' }),
      0,
      'Not added. Only for <i>members</i>',
    ],
    ['a reply', () => ({ status: 'partial', accepted: 1, reason: 'limit-reached' }), 1, 'Only 1 of 3 could be added.'],
    ['one reply per line', () => [{ status: 'added', accepted: 3 }], 3, 'Added to cart: 3 items'],
    ['a promise', late, 3, 'Added to cart: 3 items'],
    ['a promise that is rejected', () => Promise.reject(new Error('no')), 0, 'The shop could not add this.'],
    ['a connection that is lost', () => Promise.reject(new TypeError('Failed to fetch')), 0, 'could not be reached'],
    ['nonsense', () => 'yes' as unknown as boolean, 0, 'The shop could not add this.'],
    ['nonsense of another kind', () => ({ status: 'rejected', accepted: 3 }), 0, 'The shop could not add this.'],
    ['too many replies', () => [true, true], 0, 'The shop could not add this.'],
  ];
  for (const [what, answer, accepted, words] of forms) {
    it(`takes ${what}`, async () => {
      const player = await ask((event) => event.respondWith(answer()));
      const changed = next(player, 'shoppable-cart-changed');
      add(player).click();
      const { reply, lines } = await changed;
      equal(lines[0]!.quantity, 3, 'asked');
      equal(reply[0]!.accepted, accepted, 'accepted');
      await said(player, words);
      ok(!inside(player, '[part=card__outcome] i'), 'no markup of a message');
    });
  }

  it('says that it failed where a handler throws, and does not ask an adapter as well', async () => {
    const thrown = next(window, 'error');
    const silent = (event: ErrorEvent) => event.preventDefault();
    window.addEventListener('error', silent);
    const { onerror } = window;
    window.onerror = null;
    const { warn } = console;
    const warned: unknown[][] = [];
    console.warn = (...words) => void warned.push(words);
    try {
      let asked = 0;
      const player = await ask(
        () => {
          throw new Error('a fault of the page');
        },
        (created) => {
          created.cartAdapter = {
            add: async () => {
              asked += 1;
              return [{ status: 'added', accepted: 3 }];
            },
          };
        },
      );
      const errors = heard(player, 'shoppable-error');
      const changed = next(player, 'shoppable-cart-changed');
      add(player).click();
      await thrown;
      const { reply } = await changed;
      deepEqual(reply, [{ status: 'rejected', accepted: 0, reason: 'custom' }], 'reply');
      await said(player, 'The shop could not add this.');
      deepEqual([errors.map(({ error }) => error.code), asked], [['cart-handler'], 0], 'errors and requests');
      equal(warned.length, 1, 'warnings');
      equal(location.hash, '', 'the shopper stays');
    } finally {
      window.removeEventListener('error', silent);
      window.onerror = onerror;
      console.warn = warn;
    }
  });

  it('takes the first answer of a handler that answers twice', async () => {
    const player = await ask((event) => {
      event.respondWith(2);
      event.respondWith(true);
    });
    const changed = heard(player, 'shoppable-cart-changed');
    add(player).click();
    await said(player, 'Only 2 of 3 could be added.');
    equal(changed.length, 1, 'answers');
  });

  it('asks the adapter where no listener answers, and aborts nothing meanwhile', async () => {
    const asked: unknown[] = [];
    const cart: CartAdapter = {
      add: async (lines, signal) => {
        asked.push(
          lines.map(({ productId, quantity }) => [productId, quantity]),
          signal.aborted,
        );
        return [{ status: 'added', accepted: 3 }];
      },
    };
    const player = await ask(
      () => {},
      (created) => {
        created.cartAdapter = cart;
      },
    );
    add(player).click();
    await said(player, 'Added to cart: 3 items');
    deepEqual(asked, [[['mug', 3]], false], 'asked');
  });

  it('shows nothing more when the page cancels without an answer', async () => {
    const player = await ask((event) => event.preventDefault());
    const changed = heard(player, 'shoppable-cart-changed');
    const asked = next(player, 'shoppable-add-to-cart');
    add(player).click();
    await asked;
    await until(() => add(player).textContent === 'Add to cart', 'the button is as before');
    equal(outcome(player), '', 'outcome');
    equal(changed.length, 0, 'cart-changed');
  });

  it('is a link to the product where nobody sells', async () => {
    const player = await mount(manifestOf());
    await player.openProduct('mug');
    await card(player);
    const link = add(player) as HTMLAnchorElement;
    equal(link.localName, 'a', 'element');
    equal(link.href, `${location.origin}/p/mug`, 'address');
    const wide = await mount(manifestOf({ products: [{ ...mug, url: '#mug' }] }));
    await wide.openProduct('mug');
    await card(wide);
    add(wide).click();
    await until(() => location.hash === '#mug', 'the page of the product');
  });

  it('asks once, however often it is pressed while it waits', async () => {
    let answer: (reply: boolean) => void = () => {};
    let asked = 0;
    const player = await ask((event) => {
      asked += 1;
      event.respondWith(
        new Promise<boolean>((resolve) => {
          answer = resolve;
        }),
      );
    });
    add(player).click();
    add(player).click();
    await until(() => asked, 'the shop is asked');
    add(player).click();
    equal(outcome(player), 'Adding to cart…', 'meanwhile');
    equal(add(player).getAttribute('aria-disabled'), 'true', 'disabled');
    answer(true);
    await said(player, 'Added to cart: 3 items');
    equal(asked, 1, 'requests');
    add(player).click();
    await until(() => asked === 2, 'and again, once it has answered');
    answer(true);
    await said(player, 'Added to cart: 3 items');
  });

  it('tells of a shop that never answers', async () => {
    // ten seconds are the contract; the wait itself is made short
    const { setTimeout: real } = window;
    const fast = (handler: TimerHandler, wait?: number, ...rest: unknown[]) =>
      real(handler, wait === 10_000 ? 200 : wait, ...rest);
    window.setTimeout = fast as typeof setTimeout;
    try {
      let answer: (reply: boolean) => void = () => {};
      const player = await ask((event) =>
        event.respondWith(
          new Promise<boolean>((resolve) => {
            answer = resolve;
          }),
        ),
      );
      add(player).click();
      await said(player, 'did not answer in time');
      const changed = next(player, 'shoppable-cart-changed');
      answer(true);
      await changed;
      await said(player, 'Added to cart: 3 items');
    } finally {
      window.setTimeout = real;
    }
  });

  it('goes quietly when the player is taken away meanwhile', async () => {
    let answer: (reply: boolean) => void = () => {};
    const player = await ask((event) =>
      event.respondWith(
        new Promise<boolean>((resolve) => {
          answer = resolve;
        }),
      ),
    );
    const changed = heard(player, 'shoppable-cart-changed');
    const lost: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => lost.push(event.reason);
    window.addEventListener('unhandledrejection', hear);
    add(player).click();
    await until(() => outcome(player) === 'Adding to cart…', 'it waits');
    player.remove();
    answer(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.removeEventListener('unhandledrejection', hear);
    deepEqual([changed.length, lost.length], [0, 0], 'events and rejections');
  });

  it('asks for the checkout once the shop has taken what is bought now', async () => {
    const player = await ask((event) => event.respondWith(event.buyNow));
    const checkout = next(player, 'shoppable-checkout');
    inside(player, '[part=buy-now]')!.click();
    equal((await checkout).lines[0]!.productId, 'mug', 'product');
    await said(player, 'Added to cart: 3 items');
    const refused = await ask((event) => event.respondWith(false));
    const never = heard(refused, 'shoppable-checkout');
    inside(refused, '[part=buy-now]')!.click();
    await said(refused, 'Not added.');
    ok(never.length === 0, 'No checkout for what was refused.');
  });
});
