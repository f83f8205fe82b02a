import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { create, define, holdAt, hotspotOf, mount, play } from '../support/players.js';

const film = () =>
  manifestOf({ products: [mug, lamp], hotspots: [still('mug', 0.5, 0.4), still('lamp', 0.5, 0.6)], title: 'Layouts' });

const controlsOf = (player: ShoppableVideo) =>
  [...player.shadowRoot!.querySelectorAll<HTMLElement>('.controls button, .controls input')].filter(
    (control) => control.getClientRects().length && control.offsetWidth > 1,
  );

/** Every control wholly on the picture, large enough, none over another. */
function fits(player: ShoppableVideo): void {
  const stage = inside(player, '.stage')!.getBoundingClientRect();
  const boxes = controlsOf(player).map((control) => ({
    name: control.getAttribute('aria-label') ?? control.className,
    isRange: control.matches('input'),
    ...control.getBoundingClientRect().toJSON(),
  }));
  ok(boxes.length >= 4, `${boxes.length} controls`);
  for (const box of boxes) {
    ok(box.left >= stage.left - 1 && box.right <= stage.right + 1, `${box.name} is within the width`);
    ok(box.top >= stage.top - 1 && box.bottom <= stage.bottom + 1, `${box.name} is within the height`);
    if (!box.isRange) ok(box.width >= 44 && box.height >= 44, `${box.name} is ${box.width} by ${box.height}`);
  }
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      ok(apart || a.isRange || b.isRange, `${a.name} and ${b.name} lie over each other`);
    }
  }
}

describe('the player in every box', () => {
  for (const [what, style] of [
    ['200 px', 'width:200px'],
    ['240 px', 'width:240px'],
    ['280 px', 'width:280px'],
    ['320 px', 'width:320px'],
    ['a phone, portrait', 'width:360px;height:640px;aspect-ratio:auto'],
    ['square', 'width:400px;height:400px'],
    ['a tablet', 'width:768px'],
    ['a wide desk', 'width:1440px'],
    ['4K', 'width:3840px'],
    ['a low strip', 'width:800px;height:160px;aspect-ratio:auto'],
  ] as const) {
    it(`shows its controls whole in ${what}`, async () => {
      const player = await mount(film(), { style });
      await play(player);
      await holdAt(player, 1);
      await hotspotOf(player, 'mug');
      await until(() => player.state.get().box.width > 0, 'it is measured');
      fits(player);
    });
  }

  it('takes its place in a grid, each cell a player of its own shape', async () => {
    await define();
    const grid = document.createElement('div');
    grid.style.cssText =
      'display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px;width:960px;align-items:start';
    const players = ['16 / 9', '9 / 16', '1'].map((ratio) => create({ style: `aspect-ratio:${ratio}` }));
    for (const player of players) player.manifest = film() as never;
    grid.append(...players);
    document.body.append(grid);
    for (const [i, ratio] of [16 / 9, 9 / 16, 1].entries()) {
      const { width, height } = await until(() => {
        const box = inside(players[i]!, '.stage')?.getBoundingClientRect();
        return box?.width ? box : undefined;
      }, 'it is drawn');
      ok(Math.abs(width / height - ratio) < 0.02 && Math.abs(width - 314.7) < 2, `${width} by ${height}`);
    }
    await play(players[1]!);
    await holdAt(players[1]!, 1);
    fits(players[1]!);
    grid.remove();
  });

  it('plays in a modal dialog of the page, and shows its card over it', async () => {
    await define();
    const dialog = document.createElement('dialog');
    dialog.style.width = '700px';
    const player = create({ style: 'width:100%' });
    player.manifest = film() as never;
    dialog.append(player);
    document.body.append(dialog);
    dialog.showModal();
    await play(player);
    await player.openProduct('mug');
    const card = await until(() => inside(player, 'dialog.card[open]'), 'the card is open');
    const { x, y, width, height } = card.getBoundingClientRect();
    equal(player.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2)?.closest('dialog'), card);
    dialog.remove();
  });

  it('moves nothing in the page: neither as it is defined, nor as it plays, nor as a card opens', async () => {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shift += entry.value;
    });
    observer.observe({ type: 'layout-shift', buffered: false });
    const below = Object.assign(document.createElement('p'), { textContent: 'Below the player.' });
    const player = create({ style: 'display:block;width:100%;aspect-ratio:16/9' });
    player.manifest = film() as never;
    document.body.append(player, below);
    await define();
    await play(player);
    await holdAt(player, 1);
    await player.openProduct('mug');
    await until(() => inside(player, 'dialog.card[open]'), 'the card is open');
    await new Promise((resolve) => setTimeout(resolve, 600));
    observer.disconnect();
    below.remove();
    equal(shift, 0);
  });
});
