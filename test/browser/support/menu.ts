import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { click, inside, until } from '../../support/page.js';

export const toggle = (player: Element) => inside(player, '[part=menu-toggle]')!;

/** Opens the menu with a real click, unless it is open. */
export async function openMenu(player: ShoppableVideo): Promise<HTMLElement> {
  if (!inside(player, '.menu')) {
    const button = await until(() => toggle(player), 'the button of the menu');
    button.scrollIntoView({ block: 'nearest' });
    await click(button);
  }
  return until(() => inside(player, '.menu'), 'the menu is open');
}

/** Opens the menu, and one of its settings. */
export async function openPage(player: ShoppableVideo, page: string): Promise<HTMLElement> {
  const menu = await openMenu(player);
  const row = await until(() => inside(player, `[data-page=${page}]`), `${page} in the menu`);
  row.scrollIntoView({ block: 'nearest' });
  await click(row);
  await until(() => inside(player, '.menu .back'), `the menu shows ${page}`);
  return menu;
}

/** What the menu offers, by its words. */
export const offered = (player: ShoppableVideo) =>
  [...player.shadowRoot!.querySelectorAll('.menu [part~=menu__option] .name')].map((name) => name.textContent);

/** The item of these words. */
export const option = (player: ShoppableVideo, words: string) =>
  until(() => {
    const rows = [...player.shadowRoot!.querySelectorAll<HTMLElement>('.menu .row')];
    return rows.find((one) => one.querySelector('.name')!.textContent === words);
  }, `“${words}” in the menu`);

/** Chooses by a real click. */
export async function choose(player: ShoppableVideo, words: string): Promise<void> {
  const wanted = await option(player, words);
  wanted.scrollIntoView({ block: 'nearest' });
  await click(wanted);
}
