import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { enMenu } from '../../../src/i18n/en-menu.js';
import english from '../../../src/i18n/locales/en.js';
import type { OwnStrings } from '../../../src/i18n/strings.js';
import { deepEqual, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { MEDIA, manifestOf, missing, still } from '../support/manifest.js';
import { all, mountPart, one } from '../support/parts.js';
import { card, create, define, mount, play } from '../support/players.js';
import { BOARD, saveData } from '../support/stills.js';

type Texts = { readonly [key: string]: string | Texts };

/** Every text by a number in brackets and its places: no letter is left that could be English. */
const paths: string[] = [];
const mark = (texts: Texts, path = ''): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      if (typeof text !== 'string') return [key, mark(text, `${path}${key}.`)];
      paths.push(path + key);
      const places = [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);
      return [key, `⟦${paths.length - 1}⟧${places.join(' ')}`];
    }),
  );
const marked = mark({ ...english, menu: enMenu } as unknown as Texts) as unknown as OwnStrings;

/** What a manifest says has a sign before each word. */
const own = (text: string) => text.replace(/\p{L}+/gu, '§$&');
const PICTURE = `${MEDIA}/poster.png`;
const product = (id: string, more: object = {}) => ({
  id,
  name: own(id),
  url: `/p/${id}`,
  price: { minor: 1900, currency: 'EUR' },
  media: [{ role: 'angle' as const, src: PICTURE, alt: own('front') }],
  ...more,
});
const variants = {
  options: [
    { name: own('Size'), values: [own('S'), own('M'), own('L')] },
    { name: own('Colour'), values: [own('Red'), own('Blue')] },
  ],
};
const products = [
  product('mug', {
    brand: own('Maker'),
    description: own('Made by hand'),
    price: { minor: 1900, compareAtMinor: 2900, currency: 'EUR' },
    rating: { value: 4.5, count: 12 },
    dimensions: [{ name: own('Height'), value: 9.5, unit: 'cm', from: { x: 0.1, y: 0.1 }, to: { x: 0.1, y: 0.9 } }],
    facts: [{ name: own('Material'), value: own('Clay') }],
    media: [
      ...['a', 'b'].map((alt) => ({ role: 'angle' as const, src: `${PICTURE}?${alt}`, alt: own(alt) })),
      { role: 'closeup' as const, src: `${PICTURE}?c`, alt: own('near') },
      { role: 'scale' as const, src: `${PICTURE}?d`, alt: own('hand') },
      { role: 'lighting' as const, src: `${PICTURE}?e`, alt: own('night') },
      { role: 'lighting' as const, src: `${PICTURE}?e2`, alt: own('day') },
      { role: 'tryon' as const, src: `${PICTURE}?f`, alt: own('on') },
      { role: 'compare' as const, src: `${PICTURE}?g`, alt: own('both') },
      { role: 'lifestyle' as const, src: `${MEDIA}/clip.mp4`, type: 'video/mp4', alt: own('clip') },
    ],
    complements: ['sweater', 'lamp'],
    bundles: [{ id: 'set', products: ['mug', 'lamp'], priceMinor: 3000 }],
  }),
  product('lamp', { availability: 'low-stock' }),
  product('sweater', {
    ...variants,
    variants: [
      { id: 's', options: [own('S'), own('Red')], stock: 2 },
      { id: 'm', options: [own('M'), own('Blue')], stock: 0 },
      { id: 'm2', options: [own('M'), own('Red')], price: { minor: 2900, currency: 'EUR' } },
    ],
    alternates: ['mug'],
  }),
  product('gone', { availability: 'out-of-stock', alternates: ['mug', 'sweater'] }),
  product('soon', { availability: 'preorder' }),
  product('few', { stock: 3 }),
];
const FILM = manifestOf({
  title: own('Film'),
  products,
  hotspots: [
    still('mug'),
    still('sweater', 0.7),
    { ...still('lamp', 0.3), id: 'l2', start: 0.1 },
    { ...still('few', 0.4), start: 5, end: 6 },
  ],
  media: {
    sources: [{ src: `${MEDIA}/clip.mp4`, type: 'video/mp4' }],
    tracks: [
      { kind: 'captions', src: `${MEDIA}/lines.vtt`, lang: 'en', label: own('Captions') },
      { kind: 'descriptions', src: '/test/browser/support/descriptions.vtt', lang: 'en', label: own('Described') },
    ],
  },
  segments: [
    { id: 'one', label: own('One'), start: 0, end: 3 },
    { id: 'two', label: own('Two'), start: 3, end: 6 },
  ],
});

const ATTRIBUTES = [
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
  'data-hint',
];

/** Every text that anybody could see or hear in a shadow tree. */
function* textsIn(root: ShadowRoot): Generator<string> {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Element) {
      for (const name of ATTRIBUTES) if (node.hasAttribute(name)) yield node.getAttribute(name)!;
    } else if (!node.parentElement?.closest('style, .captions') && node.textContent!.trim())
      yield node.textContent!.trim();
  }
}

const seen = new Set<number>();

/** Reads everything that is there now; what has letters and is neither marked nor the manifest's is in English. */
function look(...elements: Element[]): void {
  for (const element of elements) {
    for (const text of textsIn(element.shadowRoot!)) {
      for (const [, number] of text.matchAll(/⟦(\d+)⟧/g)) seen.add(Number(number));
      // Units and currencies are written by `Intl`, and a link is a link.
      const rest = text
        .replace(/https?:\S+/g, '')
        .replace(/§\p{L}+/gu, '')
        .replace(/\b(cm|EUR|\d+p)\b/g, '');
      ok(!/\p{L}/u.test(rest), `hard-coded: "${text}"`);
    }
  }
}

const press = (player: ShoppableVideo, selector: string) => inside(player, selector)!.click();
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('every text', () => {
  it('is one of `strings`', async function () {
    this.timeout(60_000);
    let respond: (lines: readonly { quantity: number }[]) => unknown = () => true;
    const player = await mount(FILM, { id: 'film', locale: 'en' }, (created) => {
      created.strings = marked;
      created.addEventListener('shoppable-add-to-cart', (event) =>
        event.respondWith(Promise.resolve(respond(event.lines) as true)),
      );
      created.addEventListener('shoppable-wishlist', (event) => event.respondWith(wish));
      created.addEventListener('shoppable-share', (event) => event.respondWith(wish));
    });
    let wish = true;
    await until(() => inside(player, '[part=product-count]')?.textContent?.includes('⟦'), 'the count');
    look(player);
    player.play().catch(() => {});
    look(player);
    await play(player);
    look(player);
    player.muted = true;
    await settled();
    look(player);
    player.muted = false;
    await settled();
    press(player, '[part=scene-toggle]');
    await until(() => inside(player, '.scene'), 'the list');
    look(player);
    press(player, '[part=captions-toggle]');
    inside(player, '.seek input')!.focus();
    await until(() => inside(player, '.marker'), 'the marks');
    const bar = inside(player, '.seek')!.getBoundingClientRect();
    inside(player, '.reach')!.dispatchEvent(
      new PointerEvent('pointermove', { isPrimary: true, clientX: bar.left + 9, bubbles: true }),
    );
    await until(() => inside(player, '.preview:not([hidden])'), 'the preview');
    look(player);
    player.pause();

    const qualities = { heights: [720, 360], chosen: -1, choose() {} };
    player.state.set({ qualities });
    press(player, '[part=menu-toggle]');
    await until(() => inside(player, '[data-page=chapters]'), 'the menu');
    for (const page of ['chapters', 'captions', 'descriptions', 'speed', 'quality']) {
      look(player);
      press(player, `[data-page=${page}]`);
      look(player);
      press(player, '.menu .back');
    }
    // As it is while the player is in another window.
    player.state.set({ pip: true });
    look(player);
    player.state.set({ pip: undefined });
    press(player, '[part=menu-toggle]');

    await player.openProduct('mug');
    const dialog = await card(player);
    await until(() => inside(player, '.set:not([hidden])'), 'the set');
    look(player);
    for (const tab of dialog.querySelectorAll<HTMLElement>('[role=tab]')) {
      tab.click();
      await settled();
      look(player);
      if (tab.dataset.role === 'closeup') {
        await until(() => inside(player, '.zoom'), 'the button');
        press(player, '.zoom');
        look(player);
        press(player, '.zoom');
      }
      if (tab.dataset.role === 'lifestyle') await until(() => inside(player, '.clip'), 'the clip');
      look(player);
    }
    press(player, '.quantity button:last-of-type');
    for (const [reply, outcome] of [
      [true, 'accepted'],
      [{ status: 'partial', accepted: 1, reason: 'insufficient-stock' }, 'partial'],
      ...['out-of-stock', 'login-required', 'invalid-variant', 'limit-reached', 'network', 'timeout', 'custom'].map(
        (reason) => [{ success: false, reason }, 'refused'],
      ),
    ] as const) {
      let answer = (_: unknown) => {};
      respond = () => new Promise((resolve) => (answer = resolve));
      press(player, '[part=add-to-cart]');
      await settled();
      look(player);
      answer(reply);
      await until(() => inside(player, `.outcome.${outcome}`), `${outcome}: ${JSON.stringify(reply)}`);
      look(player);
      press(player, '.quantity button');
      press(player, '.quantity button:last-of-type');
    }
    respond = (lines) =>
      lines.map((_, i) => ({
        status: ['added', 'partial', 'rejected'][i],
        accepted: [1, 0, 0][i]!,
        reason: 'limit-reached',
      }));
    press(player, '[part=set__add]');
    await until(() => inside(player, '.set .no'), 'what the shop said of the set');
    look(player);
    for (const box of dialog.querySelectorAll<HTMLInputElement>('.set input:checked')) box.click();
    look(player);
    press(player, '[part=set__add-bundle]');
    await settled();
    look(player);
    for (const done of [true, false]) {
      wish = done;
      press(player, '[part=share]');
      await settled();
      look(player);
    }
    // Refused, kept, kept although it should go, gone.
    for (const done of [false, true, false, true]) {
      wish = done;
      press(player, '[part=wishlist]');
      await settled();
      look(player);
    }
    press(player, '[part=card__compare]');
    await until(() => inside(player, '[part=compare__table]'), 'the comparison');
    look(player);
    respond = () => false;
    press(player, '[part=compare__add]');
    await settled();
    look(player);
    for (const id of ['sweater', 'gone', 'soon', 'few', 'lamp']) {
      await player.openProduct(id);
      await until(() => inside(player, 'dialog')?.getAttribute('aria-label') === own(id), id);
      await settled();
      look(player);
      for (const value of player.shadowRoot!.querySelectorAll<HTMLElement>('.value')) {
        value.click();
        look(player);
      }
    }
    await player.closeProduct();

    const shelf = await mountPart('shoppable-shelf', { for: 'film', layout: 'sheet' });
    (await one(shelf, '.toggle')).click();
    await one(shelf, '.product');
    look(shelf);
    shelf.open = false;
    let lines = [{ requestId: '1', productId: 'mug', quantity: 2, unitMinor: 1900, properties: { _shoppable: '' } }];
    let lost = true;
    player.cartAdapter = {
      add: async () => [],
      read: async () => {
        if (lost) throw new TypeError('offline');
        return { lines, totalMinor: 3800, currency: 'EUR' };
      },
      update: async ([line]) => {
        if (line!.quantity > 2) return [{ status: 'partial', accepted: 2, reason: 'out-of-stock' }];
        if (line!.quantity === 1) return [{ status: 'rejected', accepted: 0, reason: 'network' }];
        lines = [];
        return [{ status: 'added', accepted: 0 }];
      },
      checkout() {},
    };
    const cart = await mountPart('shoppable-cart', { for: 'film', compact: '' });
    cart.open = true;
    await one(cart, '[part=cart__error]');
    look(cart);
    lost = false;
    all(cart, '.retry')[0]!.click();
    await one(cart, '[part=cart__line]');
    look(cart);
    for (const button of [2, 1]) {
      all(cart, '.step')[button - 1]!.click();
      await settled();
      look(cart);
      await until(() => !all(cart, '[aria-busy=true]').length, 'the answer');
      await new Promise((resolve) => setTimeout(resolve, 1300));
      look(cart);
    }
    all(cart, '.remove')[0]!.click();
    await one(cart, '[part=cart__empty]');
    await new Promise((resolve) => setTimeout(resolve, 1300));
    look(cart);

    await define();
    for (const media of [missing, { src: '/x.foo', type: 'video/x-foo' }]) {
      const broken = create({ locale: 'en' });
      broken.strings = marked;
      broken.manifest = manifestOf({ ...FILM, media: { sources: [media] } });
      document.body.prepend(broken);
      broken.play().catch(() => {});
      await until(() => inside(broken, '.problem') && broken.state.get().language, 'the message');
      await settled();
      look(broken);
      broken.remove();
    }

    const saving = saveData();
    for (const storyboard of [BOARD, undefined]) {
      const still = create({ locale: 'en' });
      still.strings = marked;
      still.manifest = manifestOf({ ...FILM, media: { sources: [{ src: '/x.mp4', type: 'video/mp4' }], storyboard } });
      document.body.prepend(still);
      still.play().catch(() => {});
      await until(() => inside(still, '.stills') && still.state.get().language, 'what stands in for the film');
      await new Promise((resolve) => setTimeout(resolve, 600));
      look(still);
      still.remove();
    }
    saving.restore();

    // What a moment alone would show, or the browser's own sharing.
    const rare =
      /^(menu\.(elsewhere|pip|fromPip|readAloud)|loading|replay|sceneNow|linePartial|nothingInScene|exitFullscreen|failed|copied|copyThis|priceNow|switched|soldOutIn|notMadeIn|.*\.(zero|two|few|many)|cart\.(reading|changing|outOfDate|partial|changed|removed)|.*\.?reasons\..*|products\.one|addSome\.one|rating\.one|onlyLeft\.one|andMore\..*|added\..*|shelf\.onlyLeft\.one|cart\.(items|inCart)\..*)$/;
    const unseen = paths.filter((path, i) => !seen.has(i) && !rare.test(path));
    deepEqual(unseen, [], 'texts that were never shown');
  });
});
