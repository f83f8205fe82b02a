import { equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { manifestOf, mug, still } from '../support/manifest.js';
import { card, mount, play } from '../support/players.js';

const film = () => manifestOf({ products: [mug], hotspots: [still('mug', 0.5, 0.4)] });

/** The card's ground, as the browser draws it. */
async function groundOf(style: string): Promise<string> {
  const player = await mount(film(), { style: `width:640px;${style}` });
  await play(player);
  await player.openProduct('mug');
  const ground = getComputedStyle(await card(player)).backgroundColor;
  player.remove();
  return ground;
}

describe('colours', () => {
  afterEach(() => void (document.documentElement.style.colorScheme = ''));

  it('are light where the page says nothing of itself', async () => {
    equal(await groundOf(''), 'rgb(255, 255, 255)');
  });

  it('are dark where the page is', async () => {
    document.documentElement.style.colorScheme = 'dark';
    equal(await groundOf(''), 'rgb(33, 30, 27)');
  });

  it('are dark where only the player is', async () => {
    equal(await groundOf('color-scheme:dark'), 'rgb(33, 30, 27)');
  });

  it('are the page’s own, whatever its scheme', async () => {
    equal(await groundOf('color-scheme:dark;--shoppable-surface:rgb(1, 2, 3)'), 'rgb(1, 2, 3)');
  });

  it('count as not set when they are none', async () => {
    equal(await groundOf('--shoppable-surface:banana'), 'rgb(255, 255, 255)');
    equal(await groundOf('--shoppable-surface:12px'), 'rgb(255, 255, 255)');
  });

  it('change with the page while a card is open', async () => {
    const player = await mount(film());
    await play(player);
    await player.openProduct('mug');
    const open = await card(player);
    document.documentElement.style.colorScheme = 'dark';
    await until(() => getComputedStyle(open).backgroundColor === 'rgb(33, 30, 27)', 'the card is dark');
  });

  it('and shapes are those of a theme that the page links', async () => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: '/dist/themes/broadsheet.css',
    });
    await new Promise((resolve) => {
      link.onload = resolve;
      document.head.append(link);
    });
    const player = await mount(film());
    await play(player);
    const dot = await until(() => inside(player, '.dot'), 'a hotspot');
    equal(getComputedStyle(dot).borderRadius, '0px');
    await player.openProduct('mug');
    const open = await card(player);
    equal(getComputedStyle(open).backgroundColor, 'rgb(255, 253, 246)');
    equal(getComputedStyle(open).borderTopLeftRadius, '0px');
    ok(getComputedStyle(open).fontFamily.includes('Georgia'), 'its type');
    document.documentElement.style.colorScheme = 'dark';
    await until(() => getComputedStyle(open).backgroundColor === 'rgb(25, 23, 16)', 'it has a dark side');
    link.remove();
  });
});
