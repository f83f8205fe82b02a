import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { openPage } from '../support/frames.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { mountPart, one } from '../support/parts.js';
import { card, mount, play } from '../support/players.js';

const MARKUP = `<shoppable-video muted style="width: 640px"><script type="application/json">${JSON.stringify(
  manifestOf(),
)}</script></shoppable-video>`;

const count = (player: Element) => inside(player, '[part=product-count]')?.textContent;
const name = (player: Element, selector: string) => inside(player, selector)?.getAttribute('aria-label');
const stage = (player: Element) => inside(player, '.stage')!;
const chunks = (view: Window) =>
  view.performance.getEntriesByType('resource').flatMap(({ name: url }) => /chunks\/([\w-]+)\.js/.exec(url)?.[1] ?? []);

describe('the language of a player', () => {
  it('English loads nothing', async () => {
    const { player, view } = await openPage(MARKUP, { attributes: 'lang="en-GB"' });
    await until(() => count(player), 'the count');
    equal(count(player), '2 products', 'count');
    await new Promise((resolve) => setTimeout(resolve, 100));
    deepEqual(
      chunks(view as unknown as Window).filter((chunk) => /^(speak|en|de)$/.test(chunk)),
      [],
      'chunks',
    );
    deepEqual([stage(player).lang, stage(player).dir], ['en', 'ltr'], 'language and direction');
  });

  it("the page's: no English before it, and one file of texts", async () => {
    const { player, view } = await openPage(MARKUP, { attributes: 'lang="de-AT"' });
    const seen = new Set<string | null | undefined>();
    await until(() => seen.add(count(player)) && count(player), 'the count');
    deepEqual([...seen].filter(Boolean), ['2 Produkte'], 'counts');
    equal(name(player, '[part=play]'), 'Video abspielen: Coffee corner', 'play button');
    equal(stage(player).lang, 'de', 'language');
    deepEqual(
      chunks(view as unknown as Window).filter((chunk) => /^(en|de|fr|it|es|pt-br|ja|zh-hans|ar)$/.test(chunk)),
      ['de'],
      'texts',
    );
  });

  it("the nearest `lang` is the player's, not the page's", async () => {
    const { player } = await openPage(`<div lang="fr"><p>${MARKUP}</p></div>`.replace(/<\/?p>/g, ''), {
      attributes: 'lang="de"',
    });
    await until(() => count(player) === '2 produits', 'French');
  });

  it("without a word from the page it is the browser's", async () => {
    const { player } = await openPage(MARKUP);
    await until(() => count(player), 'the count');
    equal(player.language, navigator.language, 'language');
    ok(
      /^(en|C)/.test(navigator.language) === (count(player) === '2 products'),
      `${navigator.language}: ${count(player)}`,
    );
  });

  it('from right to left', async () => {
    const { player } = await openPage(MARKUP, { attributes: 'lang="ar"' });
    await until(() => count(player), 'the count');
    equal(count(player), 'منتجان', 'count');
    equal(getComputedStyle(stage(player)).direction, 'rtl', 'direction');
    const [box, own] = [inside(player, '.count')!, player].map((element) => element.getBoundingClientRect());
    ok(own!.right - box!.right < 20, 'The count is where lines begin.');
  });

  it('an English player on a page from right to left reads from left to right', async () => {
    const { player } = await openPage(MARKUP.replace('muted', 'muted locale="en"'), {
      attributes: 'lang="ar" dir="rtl"',
    });
    await until(() => count(player) === '2 products', 'the count');
    equal(getComputedStyle(stage(player)).direction, 'ltr', 'direction');
  });

  it('texts that cannot be loaded: English, and one error', async () => {
    const { player, view } = await openPage(MARKUP, {
      attributes: 'lang="de"',
      dist: '/without/de/dist',
      listen: "window.errors = []; addEventListener('shoppable-error', (event) => errors.push(event));",
    });
    await until(() => count(player), 'the count');
    equal(count(player), '2 products', 'count');
    equal(stage(player).lang, 'en', 'language');
    await until(() => view.errors!.length, 'the error');
    deepEqual(
      view.errors!.map(({ error }) => error.code),
      ['chunk-failed'],
      'errors',
    );
    ok(view.errors![0]!.error.message.includes('texts in de'), view.errors![0]!.error.message);
    equal(view.warnings.filter((line) => line.includes('texts in de')).length, 1, view.warnings.join('\n'));
    await player.play();
    await until(() => name(player, '.controls .play') === 'Pause', 'English controls');
  });

  it('what reads the texts cannot be loaded: the player still plays', async () => {
    const { player, view } = await openPage(MARKUP, {
      attributes: 'lang="de"',
      dist: '/without/speak/dist',
      listen: "window.errors = []; addEventListener('shoppable-error', (event) => errors.push(event));",
    });
    await until(() => view.errors!.length, 'the error');
    equal(view.errors![0]!.error.code, 'chunk-failed', 'code');
    await player.play();
    await until(() => name(player, '.controls .play') === 'Pause', 'English controls');
  });

  it('a language that is not there, and a tag that is none: English, with one warning', async () => {
    for (const [lang, words] of [
      ['sv', 'no texts in "sv"'],
      ['de_DE', '"de_DE" is no language tag'],
    ]) {
      const { player, view } = await openPage(MARKUP, { attributes: `lang="${lang}"` });
      await until(
        () => count(player) === '2 products',
        () => `English: ${count(player)} ${view.warnings}`,
      );
      equal(view.warnings.filter((line) => line.includes(words!)).length, 1, view.warnings.join('\n'));
    }
  });
});

describe('another language', () => {
  const wide = {
    ...mug,
    options: [{ name: 'Size', values: ['S', 'M'] }],
    variants: [
      { id: 's', options: ['S'] },
      { id: 'm', options: ['M'], availability: 'out-of-stock' as const },
    ],
    dimensions: [{ name: 'Height', value: 9.5, unit: 'cm' }],
    complements: ['lamp'],
    rating: { value: 4.5, count: 1200 },
  };

  async function open() {
    const player = await mount(manifestOf({ products: [wide, lamp], hotspots: [still('mug'), still('lamp', 0.7)] }), {
      locale: 'en',
    });
    player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith([{ status: 'added', accepted: 2 }]));
    await play(player);
    await player.openProduct('mug');
    const dialog = await card(player);
    await until(() => inside(player, '.set:not([hidden])'), 'the set');
    return { player, dialog };
  }
  const add = (player: Element) => inside(player, '[part=add-to-cart]')!;

  it('while it plays with a card open: everything is said anew, and nothing is lost', async () => {
    const { player, dialog } = await open();
    const shelf = await mountPart('shoppable-shelf', { for: (player.id = 'film') });
    await one(shelf, '.product');
    dialog.querySelector<HTMLElement>('[aria-label="One more"]')!.click();
    add(player).click();
    await until(() => dialog.querySelector('.outcome')!.textContent === 'Added to cart: 2 items', 'the answer');
    const video = inside(player, 'video');

    player.locale = 'de';
    await until(() => add(player).textContent === 'In den Warenkorb', 'German');
    equal(dialog.querySelector('.outcome')!.textContent, 'Im Warenkorb: 2 Artikel', 'outcome');
    equal(dialog.querySelector('output')!.textContent, '2', 'quantity');
    equal(dialog.querySelector('[part=card__price]')!.textContent!.trim().replace(/\s/g, ' '), '19,00 €', 'price');
    ok(dialog.querySelector('[part=card__dimensions]')!.textContent!.includes('9,5 cm'), 'size');
    equal(name(player, '.rating'), '4,5 von 5, 1.200 Bewertungen', 'rating');
    equal(dialog.querySelectorAll('.value')[1]!.getAttribute('aria-label'), 'M: Ausverkauft', 'hint');
    equal(dialog.querySelector('.set h3')!.textContent, 'Das Set vervollständigen', 'set');
    equal(name(player, '.controls .play'), 'Abspielen', 'controls');
    equal(name(player, '.volume'), 'Lautstärke', 'volume');
    ok(inside(player, '.seek input')!.getAttribute('aria-valuetext')!.includes(' von '), 'seek bar');
    equal((await one(shelf, 'ul')).getAttribute('aria-label'), 'Produkte in diesem Video', 'shelf');
    ok((await one(shelf, '.price')).textContent!.includes(','), 'price on the shelf');

    player.locale = 'ja';
    await until(() => add(player).textContent === 'カートに入れる', 'Japanese');
    player.locale = 'ar';
    await until(() => add(player).textContent === 'إضافة إلى السلة', 'Arabic');
    equal(getComputedStyle(dialog).direction, 'rtl', 'direction');
    equal(getComputedStyle(await one(shelf, 'ul')).direction, 'rtl', 'direction of the shelf');
    player.locale = 'en';
    await until(() => add(player).textContent === 'Add to cart', 'English again');
    equal(getComputedStyle(dialog).direction, 'ltr', 'direction');
    ok(inside(player, 'video') === video && inside(player, 'dialog') === dialog, 'Nothing was made anew.');
    ok(!player.paused || inside(player, 'dialog'), 'It is as it was.');
  });

  it('the last that was asked for counts, in whatever order they come', async () => {
    const { player } = await open();
    for (const locale of ['fr', 'it', 'es', 'pt-BR', 'zh-CN', 'de']) player.locale = locale;
    await until(() => add(player).textContent === 'In den Warenkorb', 'German');
    for (const locale of ['fr', 'de', 'fr', 'de', 'it']) {
      player.locale = locale;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until(() => add(player).textContent === 'Aggiungi al carrello', 'Italian');
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal(add(player).textContent, 'Aggiungi al carrello', 'in the end');
  });

  it('English of another country measures as that country does', async () => {
    const { player, dialog } = await open();
    const size = () => dialog.querySelector('[part=card__dimensions] dd')!.textContent;
    equal(size(), '9.5 cm', 'before');
    player.locale = 'en-US';
    await until(() => size() === '3.7 in', 'inches');
  });

  it("a page's own texts, and a language of its own", async () => {
    const { player } = await open();
    player.strings = { addToCart: 'Add to bag' };
    await until(() => add(player).textContent === 'Add to bag', 'its own text');
    equal(inside(player, '[part=buy-now]')!.textContent, 'Buy now', 'the others');
    player.locale = 'pl';
    player.strings = { addToCart: 'Do koszyka' };
    await until(() => add(player).textContent === 'Do koszyka', 'Polish');
    equal(stage(player).lang, 'pl', 'language');
    ok(inside(player, '[part=card__price]')!.textContent!.includes('19,00'), 'price');
    player.strings = undefined;
    player.locale = 'en';
    await until(() => add(player).textContent === 'Add to cart', 'English again');
  });

  it('outlives another manifest', async () => {
    const { player } = await open();
    player.locale = 'de';
    await until(() => add(player).textContent === 'In den Warenkorb', 'German');
    player.manifest = manifestOf({ title: 'The second' });
    await until(() => name(player, '[part=play]') === 'Video abspielen: The second', 'the second, in German');
    equal(stage(player).lang, 'de', 'language');
  });
});
