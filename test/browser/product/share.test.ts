import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { manifestOf, mug } from '../support/manifest.js';
import { card, heard, mount, mountHearing } from '../support/players.js';

const cup = {
  ...mug,
  options: [{ name: 'Glaze', values: ['Sand', 'Ink'] }],
  variants: [
    { id: 'sand', options: ['Sand'] },
    { id: 'ink', options: ['Ink'] },
  ],
};
const manifest = manifestOf({ products: [cup], hotspots: [] });
const button = (player: ShoppableVideo, part: string) => inside(player, `[part=${part}]`)!;
const said = (player: ShoppableVideo, words: string) =>
  until(
    () => inside(player, '[part=card__outcome]')!.textContent!.includes(words),
    () => `the card says “${words}”, not “${inside(player, '[part=card__outcome]')!.textContent}”`,
    4000,
  );

/** Stands in for what headless browsers lack or forbid, until the test is over. */
const undo: (() => void)[] = [];
function replace(target: Navigator | Clipboard, name: string, value: unknown) {
  Object.defineProperty(target, name, { configurable: true, value });
  undo.push(() => delete (target as unknown as Record<string, unknown>)[name]);
}
afterEach(() => {
  for (const back of undo.splice(0)) back();
});

describe('sharing', () => {
  it('asks the page first, with a link to this moment and this variant', async () => {
    const player = await mount(manifest);
    player.addEventListener('shoppable-share', (event) => event.respondWith(true));
    const asked = heard(player, 'shoppable-share');
    await player.openProduct('mug', 'ink');
    await card(player);
    button(player, 'share').click();
    await said(player, 'Shared.');
    equal(asked[0]!.productId, 'mug', 'product');
    const { hash, pathname } = new URL(asked[0]!.url);
    deepEqual([pathname, hash], [location.pathname, '#t=0&product=mug&variant=ink'], 'link');
  });

  it("takes the browser's own way where the page has none", async () => {
    const shared: ShareData[] = [];
    replace(navigator, 'share', async (data: ShareData) => void shared.push(data));
    const player = await mount(manifest);
    await player.openProduct('mug');
    await card(player);
    button(player, 'share').click();
    await until(() => shared.length, 'it is shared');
    equal(shared[0]!.title, 'Stoneware mug', 'title');
    ok(shared[0]!.url!.endsWith('#t=0&product=mug&variant=sand'), shared[0]!.url!);
  });

  it('copies the link where there is no such way, and shows it where that is refused', async () => {
    replace(navigator, 'share', undefined);
    const copied: string[] = [];
    replace(navigator, 'clipboard', { writeText: async (text: string) => void copied.push(text) });
    const player = await mount(manifest);
    await player.openProduct('mug');
    await card(player);
    button(player, 'share').click();
    await said(player, 'Link copied.');
    ok(copied[0]!.includes('product=mug'), copied[0]!);
    replace(navigator, 'clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    button(player, 'share').click();
    await said(player, 'This is the link: http');
  });

  it('says nothing when the page takes it from here', async () => {
    replace(navigator, 'share', () => Promise.reject(new Error('not to be asked')));
    const player = await mount(manifest);
    player.addEventListener('shoppable-share', (event) => event.preventDefault());
    const asked = heard(player, 'shoppable-share');
    await player.openProduct('mug');
    await card(player);
    button(player, 'share').click();
    await until(() => asked.length, 'the page is asked');
    equal(inside(player, '[part=card__outcome]')!.textContent!.trim(), '', 'outcome');
  });
});

describe('the wish list', () => {
  it('is offered only where somebody keeps one', async () => {
    const player = await mount(manifest);
    await player.openProduct('mug');
    await card(player);
    ok(!inside(player, '[part=wishlist]'), 'No button.');
  });

  it('keeps a product, and says so', async () => {
    const player = await mount(manifest);
    const asked = heard(player, 'shoppable-wishlist');
    player.addEventListener('shoppable-wishlist', (event) => event.respondWith(Promise.resolve(true)));
    await player.openProduct('mug', 'ink');
    await card(player);
    button(player, 'wishlist').click();
    await said(player, 'Saved for later.');
    equal(button(player, 'wishlist').getAttribute('aria-pressed'), 'true', 'pressed');
    deepEqual([asked[0]!.productId, asked[0]!.variantId, asked[0]!.saved], ['mug', 'ink', true], 'product');
  });

  it('takes a wish back, also after the card was closed, and stays where that is refused', async () => {
    const player = await mount(manifest);
    const asked = heard(player, 'shoppable-wishlist');
    const answers = [true, false, true];
    player.addEventListener('shoppable-wishlist', (event) => event.respondWith(Promise.resolve(answers.shift()!)));
    const pressed = () => button(player, 'wishlist').getAttribute('aria-pressed');
    await player.openProduct('mug');
    await card(player);
    button(player, 'wishlist').click();
    button(player, 'wishlist').click();
    await said(player, 'Saved for later.');
    await player.closeProduct();
    await player.openProduct('mug');
    await card(player);
    equal(pressed(), 'true', 'pressed');
    button(player, 'wishlist').click();
    await said(player, 'It is still saved.');
    equal(pressed(), 'true', 'pressed');
    button(player, 'wishlist').click();
    await said(player, 'No longer saved.');
    equal(pressed(), 'false', 'pressed');
    deepEqual(
      asked.map(({ saved }) => saved),
      [true, false, false],
      'what was asked, once for two presses in a row',
    );
  });

  it('says what the page says when it is refused, and tells of an answer that is nonsense', async () => {
    const { player, errors } = await mountHearing(manifest);
    const answers = [{ success: false, message: 'Only for members' }, 'yes' as unknown as boolean];
    player.addEventListener('shoppable-wishlist', (event) => event.respondWith(answers.shift()!));
    await player.openProduct('mug');
    await card(player);
    button(player, 'wishlist').click();
    await said(player, 'Only for members');
    button(player, 'wishlist').click();
    await said(player, 'It could not be saved.');
    equal(button(player, 'wishlist').getAttribute('aria-pressed'), 'false', 'pressed');
    deepEqual(
      errors.map(({ error }) => error.code),
      ['cart-handler'],
      'errors',
    );
  });
});
