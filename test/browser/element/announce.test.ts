import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { card, holdAt, mount, play } from '../support/players.js';

const film = () =>
  manifestOf({
    products: [mug, lamp],
    hotspots: [
      { ...still('mug'), end: 3 },
      { ...still('lamp', 0.7), start: 1, end: 5 },
    ],
  });
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything that the live region says, with the time of it in milliseconds. */
async function listen(player: Element) {
  const region = await until(() => inside(player, '.announcer'), 'the live region');
  const heard: { words: string; at: number }[] = [];
  const note = () => region.textContent && heard.push({ words: region.textContent, at: performance.now() });
  note();
  new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  return { region, heard };
}

describe('what comes into the scene', () => {
  it('is said politely while the film plays, once in nine seconds at most', async () => {
    const player = await mount(film(), { loop: '' });
    await play(player);
    const { region, heard } = await listen(player);
    equal(region.getAttribute('role'), 'status', 'role');
    await until(() => heard.length, 'the first words');
    ok(/^In this scene: /.test(heard[0]!.words), heard[0]!.words);
    const began = performance.now();
    // to and fro between scenes that share no product
    while (performance.now() - began < 10_000) {
      player.currentTime = player.currentTime > 3 ? 0.2 : 3.5;
      await rest(1000);
    }
    ok(heard.length >= 1 && heard.length <= 2, JSON.stringify(heard));
    for (const [index, { at }] of heard.entries()) {
      if (index) ok(at - heard[index - 1]!.at > 8500, `${at - heard[index - 1]!.at} ms after the last`);
    }
  });

  it('is said of a film that stands still when the shopper seeks, and not again if it was just said', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 4);
    const { heard } = await listen(player);
    await holdAt(player, 0.2);
    await until(
      () => heard.at(-1)?.words === 'In this scene: Stoneware mug',
      () => JSON.stringify(heard),
    );
    await holdAt(player, 2);
    await until(
      () => heard.at(-1)?.words === 'In this scene: Stoneware mug, Brass lamp',
      () => JSON.stringify(heard),
    );
    const before = heard.length;
    await holdAt(player, 4);
    await rest(1500);
    deepEqual(heard.slice(before), [], 'said again');
  });

  it('is not said while a card is open', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 0.2);
    const { heard } = await listen(player);
    await player.openProduct('mug');
    await card(player);
    const before = heard.length;
    player.currentTime = 4;
    await rest(1500);
    deepEqual(heard.slice(before), [], 'said over the card');
  });
});
