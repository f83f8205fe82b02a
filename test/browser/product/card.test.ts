import { setViewport } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, engineName, focused, inside, next, press, until } from '../../support/page.js';
import { lamp, manifestOf, mug } from '../support/manifest.js';
import { card, heard, holdAt, hotspotOf, mount, play, videoOf } from '../support/players.js';

const shirt = {
  id: 'shirt',
  name: 'Linen shirt',
  url: '/p/shirt',
  price: { minor: 4900, currency: 'EUR' },
  options: [
    { name: 'Size', values: ['S', 'M'] },
    { name: 'Colour', values: ['White', { value: 'Blue', swatch: '#00f' }] },
  ],
  variants: [
    { id: 's-white', sku: 'SW', options: ['S', 'White'] },
    { id: 'm-white', sku: 'MW', options: ['M', 'White'], price: { minor: 5200, currency: 'EUR' } },
    { id: 'm-blue', sku: 'MB', options: ['M', 'Blue'], availability: 'out-of-stock' as const },
  ],
};

const text = (player: Element, selector: string) => inside(player, selector)!.textContent!.replace(/\s+/g, ' ').trim();

describe('the card', () => {
  it('opens with the mouse, takes the focus, and gives it back at Escape', async () => {
    const player = await mount(manifestOf());
    await play(player);
    const hotspot = await hotspotOf(player, 'mug');
    const closed = next(player, 'shoppable-product-closed');
    await click(hotspot);
    const dialog = await card(player);
    await until(() => dialog.contains(focused()), 'the focus is in it');
    equal(dialog.getAttribute('aria-label'), 'Stoneware mug', 'name');
    equal(text(player, '[part=card__name]'), 'Stoneware mug', 'product');
    equal(player.paused, true, 'paused');
    await press('Escape');
    equal((await closed).productId, 'mug', 'closed');
    ok(!inside(player, 'dialog'), 'no card');
    ok(focused() === hotspot, 'The focus is back.');
  });

  it('opens with Enter, and closes by its button', async () => {
    const player = await mount(manifestOf());
    await play(player);
    await holdAt(player, 1);
    const hotspot = await hotspotOf(player, 'mug');
    hotspot.focus();
    await press('Enter');
    await card(player);
    await click(inside(player, '[part=card__close]')!);
    await until(() => !inside(player, 'dialog'), 'it is closed');
    ok(focused() === hotspot, 'The focus is back.');
  });

  it('lets the film go on where the manifest says so', async () => {
    const player = await mount(manifestOf({ onOpen: 'play' }));
    const video = await play(player);
    await click(await hotspotOf(player, 'mug'));
    await card(player);
    const { currentTime } = video;
    await until(() => video.currentTime > currentTime + 0.3, 'it plays on');
    equal(player.paused, false, 'paused');
  });

  it('is a sheet of the page where the player is narrow', async () => {
    const player = await mount(manifestOf(), { style: 'width:320px' });
    await play(player);
    await click(await hotspotOf(player, 'mug'));
    const dialog = (await card(player)) as HTMLDialogElement;
    ok(dialog.matches('.sheet:modal'), 'It is modal.');
    await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
    const { bottom, width } = dialog.getBoundingClientRect();
    equal(Math.round(bottom), innerHeight, 'lower edge');
    ok(width >= document.documentElement.clientWidth - 1, `${width} wide`);
    await press('Escape');
    await until(() => !inside(player, 'dialog'), 'it is closed');
  });

  for (const [currency, minor, locale, expected] of [
    ['EUR', 1900, 'de', '19,00 €'],
    ['EUR', 1900, 'en', '€19.00'],
    ['JPY', 1900, 'en', '¥1,900'],
    ['KWD', 1900, 'en', 'KWD 1.900'],
  ] as const) {
    it(`writes a price of ${currency} in ${locale} as ${expected}`, async () => {
      const player = await mount(manifestOf({ products: [{ ...mug, price: { minor, currency } }] }), { locale });
      await player.openProduct('mug');
      await card(player);
      equal(text(player, '[part=card__price]').replace(/\u00a0/g, ' '), expected, 'price');
    });
  }

  it('keeps the quantity between 1 and 999', async () => {
    const player = await mount(manifestOf());
    await player.openProduct('mug');
    const dialog = await card(player);
    const fewer = dialog.querySelector<HTMLButtonElement>('[aria-label="One fewer"]')!;
    const more = dialog.querySelector<HTMLButtonElement>('[aria-label="One more"]')!;
    const quantity = () => dialog.querySelector('output')!.textContent;
    deepEqual([quantity(), fewer.disabled, more.disabled], ['1', true, false], 'at first');
    await click(more);
    deepEqual([quantity(), fewer.disabled], ['2', false], 'after one more');
    for (let n = 0; n < 1000; n++) more.click();
    deepEqual([quantity(), more.disabled], ['999', true], 'at last');
  });

  it('opens and closes from the page, with a variant', async () => {
    const player = await mount(manifestOf({ products: [shirt], hotspots: [] }));
    const opens = heard(player, 'shoppable-open-product');
    await player.openProduct('shirt', 'm-white');
    await card(player);
    deepEqual([opens[0]!.via, opens[0]!.variantId], ['api', 'm-white'], 'event');
    equal(text(player, '[part=card__price]'), '€52.00', 'price of the variant');
    await player.closeProduct();
    ok(!inside(player, 'dialog'), 'no card');
    equal(player.paused, true, 'paused');
  });

  it('does not open for a product that is unknown, and says so', async () => {
    const player = await mount(manifestOf());
    const error = await player.openProduct('nothing').catch((reason) => reason);
    equal(error?.code, 'product-unknown', 'code');
    ok(error.message.includes('nothing'), error.message);
    ok(!inside(player, 'dialog'), 'no card');
  });

  it('leaves it to the page that cancels', async () => {
    const player = await mount(manifestOf());
    await play(player);
    player.addEventListener('shoppable-open-product', (event) => event.preventDefault());
    const opened = heard(player, 'shoppable-product-opened');
    await player.openProduct('mug');
    const clicked = next(player, 'shoppable-hotspot-clicked');
    await click(await hotspotOf(player, 'mug'));
    await clicked;
    ok(!inside(player, 'dialog'), 'no card');
    equal(opened.length, 0, 'opened');
    equal(player.paused, false, 'paused');
  });

  it('opens where the address of the page says', async () => {
    history.replaceState(null, '', '#t=3&product=lamp');
    const player = await mount(manifestOf({ products: [mug, lamp] }));
    const dialog = await card(player);
    equal(dialog.getAttribute('aria-label'), 'Brass lamp', 'product');
    await until(() => Math.abs(videoOf(player).currentTime - 3) < 0.1, 'it stands at 3 s');
    equal(player.paused, true, 'paused');
  });

  it('has the variant and quantity chosen that the address says, once, and puts nothing in the cart', async () => {
    history.replaceState(null, '', '#t=3&product=shirt&variant=m-white&quantity=3');
    const asked: Event[] = [];
    document.addEventListener('shoppable-add-to-cart', (event) => asked.push(event));
    const player = await mount(manifestOf({ products: [mug, shirt] }));
    await card(player);
    equal(text(player, '.quantity output'), '3', 'quantity');
    equal(text(player, '[part=card__price]'), '€52.00', 'of the variant');
    equal(asked.length, 0, 'asked for');
    await press('Escape');
    await until(() => !inside(player, 'dialog'), 'closed');
    await player.openProduct('shirt');
    await card(player);
    equal(text(player, '.quantity output'), '1', 'the next time');
  });

  for (const [said, chosen] of [
    ['0', '1'],
    ['-2', '1'],
    ['2.5', '1'],
    ['many', '1'],
    ['1e9', '999'],
  ] as const)
    it(`takes the quantity ${said} of an address for ${chosen}`, async () => {
      history.replaceState(null, '', `#t=3&product=mug&quantity=${said}`);
      const player = await mount(manifestOf());
      await card(player);
      equal(text(player, '.quantity output'), chosen, 'quantity');
    });

  it('can be reached wholly in a window of 320 by 480', async function () {
    if (engineName() === 'WebKitGTK') this.skip();
    await setViewport({ width: 320, height: 480 });
    const long = 'A mug thrown by hand in Skagen. '.repeat(20);
    const player = await mount(manifestOf({ products: [{ ...mug, description: long }] }), { style: 'width:100%' });
    await player.openProduct('mug');
    const dialog = await card(player);
    ok(dialog.scrollWidth <= dialog.clientWidth, 'Nothing sticks out to the side.');
    const link = inside(player, '[part=card__link]')!;
    link.focus();
    const { bottom } = link.getBoundingClientRect();
    ok(bottom <= innerHeight + 1, `The last link ends at ${bottom}.`);
    await setViewport({ width: 1000, height: 800 });
  });
});
