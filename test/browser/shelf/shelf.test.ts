import type { ShoppableShelf } from '../../../src/shelf/shoppable-shelf.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { engineName, focused, next, press, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { all, hearWarnings, mountPart, one } from '../support/parts.js';
import { card, heard, holdAt, mount, play } from '../support/players.js';

const chair = { id: 'chair', name: 'Oak chair', url: '/p/chair', price: { minor: 9900, currency: 'EUR' } };
const later = (product: string, start: number, end = 6) => ({ ...still(product), id: `${product}-spot`, start, end });

const film = () =>
  manifestOf({
    products: [chair, lamp, mug],
    hotspots: [later('lamp', 4), later('mug', 0, 3), { ...later('lamp', 5), id: 'lamp-again' }],
  });

const names = (shelf: Element) => all(shelf, '.product').map(({ dataset }) => dataset.productId);
const product = (shelf: Element, id: string) => one(shelf, `.product[data-product-id=${id}]`);

async function mountBeside(attributes: Record<string, string> = {}, manifest = film()) {
  const player = await mount(manifest, { id: 'film' });
  const shelf = await mountPart('shoppable-shelf', { for: 'film', ...attributes });
  return { player, shelf };
}

describe('the shelf', () => {
  it('holds every product in time order before anything plays, those that are never shown last', async () => {
    const { player, shelf } = await mountBeside();
    await product(shelf, 'mug');
    deepEqual(names(shelf), ['mug', 'lamp', 'chair'], 'products');
    equal(player.shadowRoot!.querySelector('video'), null, 'video');
    equal(all(shelf, '.jump').length, 2, 'moments to jump to');
    ok((await product(shelf, 'mug')).textContent!.includes('€19.00'), 'The price is there.');
  });

  it('is defined once, and says so', async () => {
    const warnings = hearWarnings();
    await import(`/dist/shelf.js?again=${Date.now()}`);
    await import(`/dist/shelf.js?again=${Date.now() + 1}`);
    warnings.restore();
    equal(warnings.lines.filter((line) => line.includes('<shoppable-shelf> is defined already')).length, 1, 'warnings');
  });

  it('opens a card before anything plays, and has the focus back', async () => {
    const { player, shelf } = await mountBeside();
    const clicked = next(player, 'shoppable-hotspot-clicked');
    const opened = next(player, 'shoppable-open-product');
    const button = await product(shelf, 'lamp');
    button.focus();
    button.click();
    const { hotspotId, productId, via } = await clicked;
    deepEqual([hotspotId, productId, via, (await opened).via], ['lamp-spot', 'lamp', 'list', 'list'], 'what is told');
    await card(player);
    player.closeProduct();
    await until(() => focused() === button, 'the focus is back');
  });

  it('marks what is in the scene, and draws nothing while time passes', async () => {
    const { player, shelf } = await mountBeside();
    await play(player);
    await holdAt(player, 1);
    const current = () => all(shelf, '[aria-current=true]').map(({ dataset }) => dataset.productId);
    await until(() => current().join() === 'mug', 'the mug is marked');
    equal(all(shelf, '.now').length, 1, 'visible marks');
    let draws = 0;
    const { performUpdate } = shelf as unknown as { performUpdate(): void };
    (shelf as unknown as { performUpdate(): void }).performUpdate = function () {
      draws += 1;
      performUpdate.call(this);
    };
    player.dispatchEvent(new Event('timeupdate'));
    player.state.set({ time: 1.2 });
    player.state.set({ time: 1.4 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(draws, 0, 'draws');
    await holdAt(player, 4.5);
    await until(() => current().join() === 'lamp', 'the lamp is marked');
  });

  it('opens a card while the film plays', async () => {
    const { player, shelf } = await mountBeside();
    await play(player);
    (await product(shelf, 'mug')).click();
    equal((await card(player)).querySelector('h2')!.textContent!.trim(), 'Stoneware mug', 'name');
  });

  const jumpToLamp = '.jump[aria-label="Show Brass lamp in the video at 0:04"]';

  it('jumps to the moment from the poster', async () => {
    const { player, shelf } = await mountBeside();
    (await one(shelf, jumpToLamp)).click();
    await until(() => player.currentTime >= 4 && !player.paused, 'the film plays from there');
  });

  it('jumps to the moment while the film plays', async () => {
    const { player, shelf } = await mountBeside();
    await play(player);
    (await one(shelf, jumpToLamp)).click();
    await until(() => player.currentTime >= 4, 'the film is there');
  });

  it('follows another price of the shop', async () => {
    const { player, shelf } = await mountBeside();
    const button = await product(shelf, 'mug');
    const [known] = player.state.get().manifest!.products.filter(({ id }) => id === 'mug');
    player.state.set({
      refreshed: new Map([
        ['mug', { ...known!, price: { minor: 1500, currency: 'EUR' }, availability: 'out-of-stock' as const }],
      ]),
    });
    await until(
      () => button.textContent!.includes('€15.00') && button.textContent!.includes('Sold out'),
      'price and stock',
    );
  });

  it('holds what another manifest holds', async () => {
    const { player, shelf } = await mountBeside();
    await product(shelf, 'chair');
    player.manifest = manifestOf({ id: 'second', products: [lamp], hotspots: [] });
    await until(() => names(shelf).join() === 'lamp', 'the other products');
  });

  it('comes and goes', async () => {
    const { player, shelf } = await mountBeside();
    await product(shelf, 'mug');
    shelf.remove();
    document.body.append(shelf);
    await until(() => names(shelf).length === 3, 'it is there again');
    player.remove();
    await until(() => names(shelf).length === 0, 'without a player it is empty');
    document.body.append(player);
    await until(() => names(shelf).length === 3, 'and with it it is not');
  });

  it('says once that there is no such player, and finds it when it comes', async () => {
    const warnings = hearWarnings();
    const shelf = await mountPart('shoppable-shelf', { for: 'nobody' });
    await until(() => warnings.lines.length, 'a warning');
    shelf.remove();
    document.body.append(shelf);
    await new Promise((resolve) => setTimeout(resolve, 50));
    warnings.restore();
    equal(warnings.lines.length, 1, 'warnings');
    await mount(film(), { id: 'nobody' });
    await until(() => names(shelf).length === 3, 'the products');
  });

  it('moves with arrows in a rail, which is one Tab stop', async () => {
    const { shelf } = await mountBeside({ layout: 'rail', style: 'width: 400px' });
    (await product(shelf, 'mug')).focus();
    const at = () => (focused() as HTMLElement).dataset.productId;
    await press('ArrowRight');
    equal(at(), 'lamp', 'after right');
    await press('End');
    equal(at(), 'chair', 'after End');
    await press('ArrowLeft');
    equal(at(), 'lamp', 'after left');
    await until(() => all(shelf, '.product[tabindex="0"]').length === 1, 'one stop');
    await press('Tab');
    ok(focused()!.matches('.jump'), 'Tab leads to the moment of the same product.');
  });

  it('has five hundred products without a long wait', async () => {
    const products = Array.from({ length: 500 }, (_, i) => ({ ...mug, id: `p${i}`, name: `Product ${i}` }));
    const { shelf } = await mountBeside({}, manifestOf({ products, hotspots: [] }));
    await product(shelf, 'p0');
    await until(() => names(shelf).length === 500, 'all of them');
  });
});

describe('the shelf as a sheet', () => {
  async function open(): Promise<{ shelf: ShoppableShelf; dialog: HTMLDialogElement; toggle: HTMLElement }> {
    const { shelf } = await mountBeside({ layout: 'sheet' });
    const toggle = await one(shelf, '.toggle');
    toggle.focus();
    // A click and not Enter: see `tabTo` on headless Firefox after a Tab past the end of the page.
    toggle.click();
    const dialog = (await one(shelf, 'dialog[open]')) as HTMLDialogElement;
    return { shelf, dialog, toggle };
  }

  it('keeps the focus inside and gives it back', async () => {
    const { shelf, dialog, toggle } = await open();
    ok(dialog.matches(':modal'), 'It is modal.');
    equal(toggle.getAttribute('aria-expanded'), 'true', 'expanded');
    const stops = [...dialog.querySelectorAll<HTMLElement>('button, a')].filter(({ tabIndex }) => tabIndex >= 0);
    // Past the last stop Firefox goes to its own controls, and is no use to the tests after this one: see `tabTo`.
    const presses = engineName() === 'Firefox' ? stops.length - 2 : stops.length + 1;
    ok(presses > 0, `${stops.length} stops`);
    for (let i = 0; i < presses; i += 1) {
      await press('Tab');
      const inside = focused();
      ok(inside === document.body || dialog.contains(inside), `Tab came to ${inside?.className}.`);
    }
    (await product(shelf, 'mug')).focus();
    await press('Escape');
    await until(() => !dialog.open && focused() === toggle, 'closed, and the focus is back');
  });

  it('closes by a press beside it, and when it is pulled down', async () => {
    const { dialog, toggle } = await open();
    dialog.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await until(() => !dialog.open, 'closed');
    toggle.click();
    await until(() => dialog.open, 'open');
    const head = dialog.querySelector<HTMLElement>('.head')!;
    head.setPointerCapture = () => {};
    for (const [type, clientY] of [
      ['pointerdown', 10],
      ['pointermove', 100],
      ['pointerup', 200],
    ] as const)
      head.dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1, isPrimary: true, bubbles: true }));
    await until(() => !dialog.open, 'closed');
  });

  it('makes way for the card', async () => {
    const { shelf, dialog } = await open();
    (await product(shelf, 'mug')).click();
    const player = document.querySelector('shoppable-video')!;
    await card(player as never);
    ok(!dialog.open, 'The sheet is closed.');
  });
});

describe('the shelf in the player', () => {
  it('is a button, and leaves the rest of the picture alone', async () => {
    const player = await mount(film(), { style: 'width: 720px' });
    const shelf = await mountPart('shoppable-shelf', {}, player);
    const toggle = await one(shelf, '.toggle');
    equal(shelf.slot, 'panel', 'slot');
    await play(player);
    const { left, top, width, height } = player.getBoundingClientRect();
    const hit = (x: number, y: number) => document.elementFromPoint(left + width * x, top + height * y);
    for (const [x, y] of [
      [0.5, 0.5],
      [0.9, 0.1],
      [0.5, 0.95],
      [0.1, 0.7],
    ] as const)
      equal(hit(x, y), player, `what is hit at ${x}, ${y}`);
    const paused = heard(player, 'pause');
    toggle.click();
    const list = await one(shelf, '.items');
    ok(list.getBoundingClientRect().bottom < player.getBoundingClientRect().bottom - 70, 'The controls are free.');
    equal(paused.length, 0, 'pauses');
    (await product(shelf, 'mug')).click();
    await card(player);
    ok(!list.checkVisibility({ visibilityProperty: true }), 'Nothing lies over the card.');
    player.closeProduct();
    await until(() => list.checkVisibility({ visibilityProperty: true }), 'it is back');
  });
});

describe('the wishes of the shelf', () => {
  const heart = (shelf: Element, id: string) =>
    until(
      () => all(shelf, '[part=shelf__wish]').find((one) => one.closest('li')!.querySelector(`[data-product-id=${id}]`)),
      `the heart of ${id}`,
    );

  async function open(
    attributes: Record<string, string>,
    answers: (boolean | { success: boolean; message: string })[],
  ) {
    const player = await mount(film(), { id: 'film' }, (created) =>
      created.addEventListener('shoppable-wishlist', (event) => event.respondWith(answers.shift()!)),
    );
    const shelf = await mountPart('shoppable-shelf', { for: 'film', ...attributes });
    return { player, shelf, asked: heard(player, 'shoppable-wishlist') };
  }
  const pressed = async (shelf: Element) => (await heart(shelf, 'mug')).getAttribute('aria-pressed');

  it('are kept and taken back, in step with the card', async () => {
    const { player, shelf, asked } = await open({ layout: 'list' }, [true, true, true]);
    (await heart(shelf, 'mug')).click();
    await until(async () => (await pressed(shelf)) === 'true', 'it is saved');
    await player.openProduct('mug');
    const own = (await card(player)).querySelector<HTMLElement>('[part=wishlist]')!;
    equal(own.getAttribute('aria-pressed'), 'true', 'in the card');
    own.click();
    await until(async () => (await pressed(shelf)) === 'false', 'it is not saved any more');
    (await heart(shelf, 'mug')).click();
    await until(() => own.getAttribute('aria-pressed') === 'true', 'it is saved, in the card too');
    deepEqual(
      asked.map(({ productId, saved }) => [productId, saved]),
      [
        ['mug', true],
        ['mug', false],
        ['mug', true],
      ],
      'what was asked',
    );
  });

  for (const layout of ['list', 'rail']) {
    it(`say where they are refused, and move nothing below the ${layout}`, async () => {
      const { shelf } = await open({ layout }, [{ success: false, message: 'Only for members' }, true, false]);
      const button = await heart(shelf, 'mug');
      const { height } = shelf.getBoundingClientRect();
      button.click();
      const note = await one(shelf, '[part=shelf__note]');
      equal(note.textContent, 'Only for members', 'what the page said');
      equal(note.getAttribute('role'), 'alert', 'role');
      equal(await pressed(shelf), 'false', 'pressed');
      equal(shelf.getBoundingClientRect().height, height, 'height');
      (await heart(shelf, 'mug')).click();
      await until(async () => (await pressed(shelf)) === 'true' && !all(shelf, '[part=shelf__note]').length, 'saved');
      (await heart(shelf, 'mug')).click();
      equal((await one(shelf, '[part=shelf__note]')).textContent, 'It is still saved.', 'without words of the page');
      equal(await pressed(shelf), 'true', 'pressed');
    });
  }
});
