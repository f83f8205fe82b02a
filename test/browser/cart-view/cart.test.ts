import { deepEqual, equal, ok } from '../../support/assert.js';
import { focused, inside, next, press, until } from '../../support/page.js';
import { createFakeAdapter, lineOf } from '../../unit/cart/fake-adapter.js';
import { MEDIA, manifestOf, mug } from '../support/manifest.js';
import { all, hearWarnings, mountPart, one } from '../support/parts.js';
import { card, heard, mount } from '../support/players.js';

const picture = { role: 'angle' as const, src: `${MEDIA}/poster.png`, alt: '' };

async function open(lines = [lineOf('mug', 2), lineOf('lamp', 1)], attributes: Record<string, string> = {}) {
  const { shop, adapter } = createFakeAdapter(lines);
  const player = await mount(manifestOf(), { id: 'film' }, (created) => {
    created.cartAdapter = adapter;
  });
  const cart = await mountPart('shoppable-cart', { for: 'film', ...attributes });
  return { shop, adapter, player, cart };
}

const shown = (cart: Element) =>
  all(cart, '[part=cart__line]').map(
    (line) => `${line.querySelector('[part=cart__name]')!.textContent} ${line.querySelector('output')?.textContent}`,
  );
const settled = (cart: Element, lines: string[]) =>
  until(
    () => shown(cart).join() === lines.join() && !all(cart, '[aria-busy=true]').length,
    () => `${lines}, not ${shown(cart)}`,
  );
const button = (cart: Element, label: string, line = 0) =>
  all(cart, '[part=cart__line]')[line]!.querySelector<HTMLElement>(`[aria-label^="${label}"]`)!;
const note = (cart: Element) => all(cart, '[part=cart__note]').map(({ textContent }) => textContent!.trim());

describe('the mini-cart', () => {
  it('is never empty before the shop has said so', async () => {
    const { shop, adapter } = createFakeAdapter([lineOf('mug', 2)]);
    let answer = () => {};
    shop.onRead = () =>
      new Promise((resolve) => {
        answer = () => resolve(shop.state());
      });
    await mount(manifestOf(), { id: 'film' }, (created) => {
      created.cartAdapter = adapter;
    });
    const cart = await mountPart('shoppable-cart', { for: 'film' });
    await one(cart, '[part=cart__reading]');
    equal(all(cart, '[part=cart__empty]').length, 0, 'empty');
    await until(() => shop.reads, 'it reads');
    answer();
    await settled(cart, ['Stoneware mug 2']);
    equal((await one(cart, '[part=cart__total] b')).textContent, '€20.00', 'total');
    equal((await one(cart, '[part=cart__price]')).textContent, '€20.00', 'price');
  });

  it('says that it is empty, and shows no total that the shop does not give', async () => {
    const { shop, cart } = await open([]);
    await one(cart, '[part=cart__empty]');
    shop.onRead = async () => ({ lines: [{ ...lineOf('mug', 2), unitMinor: undefined }], currency: 'EUR' });
    window.dispatchEvent(new Event('online'));
    await settled(cart, ['Stoneware mug 2']);
    deepEqual([all(cart, '[part=cart__total]').length, all(cart, '[part=cart__price]').length], [0, 0], 'sums');
  });

  it('changes and removes, and shows what the shop says', async () => {
    const { shop, cart } = await open();
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    let go = () => {};
    shop.onUpdate = ([line]) =>
      new Promise((resolve) => {
        go = () => {
          shop.put(line!);
          resolve([{ status: 'added', accepted: line!.quantity }]);
        };
      });
    button(cart, 'One more').click();
    await until(() => all(cart, 'li[aria-busy=true]').length === 1, 'the line waits');
    deepEqual(shown(cart), ['Stoneware mug 2', 'Brass lamp 1'], 'meanwhile');
    go();
    await settled(cart, ['Stoneware mug 3', 'Brass lamp 1']);
    button(cart, 'Remove').focus();
    button(cart, 'Remove').click();
    go();
    await settled(cart, ['Brass lamp 1']);
    await until(() => focused()?.matches('.remove'), 'the focus is at the line in its place');
    await until(() => all(cart, '[role=status]')[0]!.textContent === 'Stoneware mug was removed.', 'it is said');
  });

  it('tells the page of each change as of what is added, once, and reads once', async () => {
    const { shop, player, cart } = await open();
    const second = await mountPart('shoppable-cart', { for: 'film', compact: '' });
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    const told = heard(player, 'shoppable-cart-changed');
    const before = shop.reads;
    const shownOf = () =>
      told.map(({ lines, reply, changes }) => [
        lines[0]!.productId,
        lines[0]!.quantity,
        reply[0]!.accepted,
        ...changes,
      ]);
    button(cart, 'One more').click();
    await settled(cart, ['Stoneware mug 3', 'Brass lamp 1']);
    button(cart, 'Remove', 1).click();
    await settled(cart, ['Stoneware mug 3']);
    shop.onUpdate = async () => [{ status: 'rejected', accepted: 0, reason: 'limit-reached' }];
    button(cart, 'One more').click();
    await until(() => note(cart).length, 'it is refused');
    deepEqual(
      shownOf(),
      [
        ['mug', 3, 3, 1],
        ['lamp', 0, 0, -1],
        ['mug', 4, 0, 0],
      ],
      'what is told',
    );
    ok(
      told.every(({ buyNow }) => !buyNow),
      'Nothing was bought.',
    );
    equal(shop.reads - before, 3, 'readings');
    await until(() => all(second, '[part=cart__count]')[0]!.textContent === '3', 'the other one counts the same');
  });

  it('knows a line of the film by its variant, where the shop has other ids', async () => {
    const { shop, adapter } = createFakeAdapter([{ ...lineOf('line-1', 2, '8100000000003'), variantId: '441' }]);
    const sand = { id: '441', options: ['Sand'] };
    const cup = { ...mug, options: [{ name: 'Glaze', values: ['Sand'] }], variants: [sand], media: [picture] };
    const player = await mount(manifestOf({ products: [cup], hotspots: [] }), { id: 'film' }, (created) => {
      created.cartAdapter = adapter;
    });
    const cart = await mountPart('shoppable-cart', { for: 'film' });
    await one(cart, '[part=cart__image]');
    await settled(cart, ['Stoneware mug 2']);
    const told = heard(player, 'shoppable-cart-changed');
    button(cart, 'One fewer').click();
    await until(() => told.length, 'it is told');
    deepEqual([told[0]!.lines[0]!.productId, shop.updates[0]!.productId], ['mug', '8100000000003'], 'ids');
  });

  it('looks into the cart when the page says that it has changed it', async () => {
    const { shop, cart } = await open();
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    shop.replace([lineOf('lamp', 5)]);
    await cart.refresh();
    await settled(cart, ['Brass lamp 5']);
  });

  it('says why only a part, or nothing, was changed', async () => {
    const { shop, cart } = await open();
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    shop.onUpdate = async () => [{ status: 'rejected', accepted: 0, reason: 'limit-reached' }];
    button(cart, 'One more').click();
    await until(
      () => note(cart)[0] === 'Not changed. You have reached the limit for this product.',
      () => `refused: ${note(cart)}`,
    );
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    shop.onUpdate = async () => {
      throw new TypeError('Failed to fetch');
    };
    button(cart, 'One more').click();
    await until(() => note(cart)[0]?.includes('could not be reached'), 'offline');
    shop.onUpdate = async ([line]) => {
      shop.put({ ...line!, quantity: 1 });
      return [{ status: 'partial', accepted: 1, message: 'Only <b>one</b>.' }];
    };
    button(cart, 'One more').click();
    await until(
      () => note(cart)[0] === 'Only 1 of 3 can be had. Only <b>one</b>.',
      () => `partial: ${note(cart)}`,
    );
    equal(all(cart, '.note b').length, 0, 'markup of a message');
    await settled(cart, ['Stoneware mug 1', 'Brass lamp 1']);
  });

  it('gives up after ten seconds', async () => {
    const { setTimeout: real } = window;
    window.setTimeout = ((handler: TimerHandler, wait?: number, ...rest: unknown[]) =>
      real(handler, wait === 10_000 ? 100 : wait, ...rest)) as typeof setTimeout;
    try {
      const { shop, cart } = await open();
      await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
      shop.onUpdate = () => new Promise(() => {});
      button(cart, 'One more').click();
      await until(() => note(cart)[0] === 'Not changed. The shop did not answer in time.', 'timeout');
    } finally {
      window.setTimeout = real;
    }
  });

  it('can be read again when it could not be read', async () => {
    const { shop, adapter } = createFakeAdapter([lineOf('mug', 1)]);
    const { onRead } = shop;
    shop.onRead = async () => {
      throw new TypeError('Failed to fetch');
    };
    await mount(manifestOf(), { id: 'film' }, (created) => {
      created.cartAdapter = adapter;
    });
    const cart = await mountPart('shoppable-cart', { for: 'film' });
    const retry = await one(cart, '.retry');
    equal(all(cart, '[part=cart__empty]').length, 0, 'empty');
    shop.onRead = onRead;
    retry.click();
    await settled(cart, ['Stoneware mug 1']);
  });

  it('shows no controls where nothing can be changed', async () => {
    const { shop, adapter } = createFakeAdapter([lineOf('mug', 2)]);
    await mount(manifestOf(), { id: 'film' }, (created) => {
      created.cartAdapter = { add: adapter.add, read: () => shop.onRead(new AbortController().signal) };
    });
    const cart = await mountPart('shoppable-cart', { for: 'film' });
    await one(cart, '[part=cart__line]');
    equal(all(cart, 'button').length, 0, 'buttons');
  });

  it('follows what the player adds and what the adapter tells, one reading for two elements', async () => {
    const { shop, adapter, player, cart } = await open([lineOf('mug', 1)]);
    const button = await mountPart('shoppable-cart', { for: 'film', compact: '' });
    await until(() => all(button, '[part=cart__count]')[0]?.textContent === '1', 'the count');
    equal(shop.reads, 1, 'readings');
    adapter.add = async ([line]) => {
      shop.replace([lineOf('mug', 2)]);
      return [{ status: 'added', accepted: line!.quantity }];
    };
    await player.openProduct('mug');
    await card(player);
    inside(player, '[part=add-to-cart]')!.click();
    await settled(cart, ['Stoneware mug 2']);
    equal(all(button, '[part=cart__count]')[0]!.textContent, '2', 'count');
    equal((await one(button, '.opener')).getAttribute('aria-label'), 'Cart, 2 items', 'name');
    equal(shop.reads, 2, 'readings');
    shop.replace([lineOf('lamp', 4)]);
    shop.push();
    await settled(cart, ['Brass lamp 4']);
    equal(shop.reads, 2, 'readings');
  });

  it('asks for the checkout, which the page may take over', async () => {
    const { adapter, player, cart } = await open();
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    let went = 0;
    adapter.checkout = () => {
      went += 1;
    };
    (cart as unknown as { requestUpdate(): void }).requestUpdate();
    const asked = next(player, 'shoppable-checkout');
    (await one(cart, '[part=checkout]')).click();
    equal((await asked).lines.length, 2, 'lines');
    await until(() => went === 1, 'the adapter leads there');
    player.addEventListener('shoppable-checkout', (event) => event.preventDefault());
    (await one(cart, '[part=checkout]')).click();
    equal(went, 1, 'times');
  });

  it('opens from its button, closes with Escape, and has the focus back', async () => {
    const { cart } = await open([lineOf('mug', 1)], { compact: '' });
    const opener = await one(cart, '.opener');
    opener.focus();
    // A click and not Enter: see `tabTo` on headless Firefox.
    opener.click();
    const dialog = (await one(cart, 'dialog[open]')) as HTMLDialogElement;
    ok(dialog.matches(':modal'), 'It is modal.');
    await settled(cart, ['Stoneware mug 1']);
    await press('Escape');
    await until(() => !dialog.open && focused() === opener, 'closed, and the focus is back');
  });

  it('shows only what it holds where no cart can be read, and says so once', async () => {
    const warnings = hearWarnings();
    await mount(manifestOf(), { id: 'film' });
    const [first, second] = [
      await mountPart('shoppable-cart', { for: 'film' }),
      await mountPart('shoppable-cart', { for: 'film' }),
    ];
    await until(() => warnings.lines.length, 'a warning');
    await new Promise((resolve) => setTimeout(resolve, 50));
    warnings.restore();
    equal(warnings.lines.filter((line) => line.includes('<shoppable-cart> shows nothing')).length, 1, 'warnings');
    for (const cart of [first, second]) ok(cart.shadowRoot!.querySelector('slot:not([name])'), 'The slot is shown.');
  });

  it('aborts what it asks when it goes, and reads again when it comes back', async () => {
    const { shop, player, cart } = await open();
    await settled(cart, ['Stoneware mug 2', 'Brass lamp 1']);
    let asked: AbortSignal | undefined;
    shop.onUpdate = (_, signal) => {
      asked = signal;
      return new Promise(() => {});
    };
    button(cart, 'One more').click();
    await until(() => asked, 'the shop is asked');
    cart.remove();
    await until(() => asked!.aborted, 'what was asked is aborted');
    shop.replace([lineOf('lamp', 3)]);
    document.body.append(cart);
    await settled(cart, ['Brass lamp 3']);
    const lost = heard(player, 'shoppable-error');
    player.manifest = manifestOf({ id: 'second' });
    await settled(cart, ['Brass lamp 3']);
    equal(lost.length, 0, 'errors');
  });
});
