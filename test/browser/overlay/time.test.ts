import { sendMouse } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, focused, inside, next, press, tabTo, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { card, heard, holdAt, hotspotOf, hotspots, mount, play, videoOf } from '../support/players.js';

const at = (product: string, start: number, end: number, x = 0.25, more = {}) => ({
  ...still(product, x),
  start,
  end,
  keyframes: [{ t: start, x, y: 0.5 }],
  ...more,
});
const products = [mug, lamp, { ...mug, id: 'jug', name: 'Jug' }];
const shownIn = (player: Parameters<typeof hotspots>[0]) => hotspots(player).map(({ dataset }) => dataset.productId);

const nameOfFocus = () => focused()?.getAttribute('aria-label') ?? focused()?.localName;

describe('hotspots in time', () => {
  it('are there from start to end', async () => {
    const player = await mount(
      manifestOf({ products, hotspots: [at('mug', 1, 3), at('lamp', 2, 4, 0.5), at('jug', 3.5, 5, 0.75)] }),
    );
    await play(player);
    for (const [time, expected] of [
      [0.5, []],
      [1.5, ['mug']],
      [2.5, ['mug', 'lamp']],
      [3.2, ['lamp']],
      [3.8, ['lamp', 'jug']],
      [5.5, []],
      [1.5, ['mug']],
    ] as const) {
      await holdAt(player, time);
      await until(
        () => shownIn(player).join() === expected.join(),
        `${expected} at ${time} s, is ${shownIn(player)}`,
        2000,
      );
    }
  });

  it('come while it plays, without a look at each frame', async () => {
    const player = await mount(manifestOf({ hotspots: [at('mug', 0.9, 1.6)] }));
    const video = await play(player);
    const came = await until(() => (hotspots(player).length ? video.currentTime : 0), 'it comes');
    ok(came >= 0.85 && came < 1.15, `It came at ${came}.`);
    const went = await until(() => (hotspots(player).length ? 0 : video.currentTime), 'it goes');
    ok(went >= 1.55 && went < 1.9, `It went at ${went}.`);
  });

  it('are held while the mouse is on them, and go when it leaves', async () => {
    const player = await mount(manifestOf({ hotspots: [at('mug', 0, 1.5)] }));
    const video = await play(player);
    const hotspot = await hotspotOf(player, 'mug');
    const { x, y } = hotspot.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 22), Math.round(y + 22)] });
    await until(() => video.currentTime > 2, 'its end is past');
    ok(hotspot.isConnected, 'It is still there.');
    await sendMouse({ type: 'move', position: [5, 5] });
    await until(() => !hotspot.isConnected, 'it is gone', 2000);
  });

  it('are held while they have the focus, and go when it leaves', async () => {
    const player = await mount(manifestOf({ hotspots: [at('mug', 0, 1.5)] }));
    const video = await play(player);
    const hotspot = await hotspotOf(player, 'mug');
    hotspot.focus();
    await until(() => video.currentTime > 2, 'its end is past');
    ok(focused() === hotspot, `The focus is on ${nameOfFocus()}.`);
    inside(player, '[part=play-pause]')!.focus();
    await until(() => !hotspot.isConnected, 'it is gone', 2000);
  });

  it('show a label that the pointer can go to, and that Escape takes away until they are left', async () => {
    const player = await mount(manifestOf({ hotspots: [still('mug', 0.5)] }));
    await play(player);
    await holdAt(player, 1);
    const hotspot = await hotspotOf(player, 'mug');
    const label = hotspot.querySelector('.label')!;
    const isSeen = () => getComputedStyle(label).visibility === 'visible';
    const move = async (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    };
    await move(hotspot);
    await until(isSeen, 'it is seen');
    await move(label);
    ok(label.getBoundingClientRect().bottom >= hotspot.getBoundingClientRect().top, 'There is no gap on the way.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    ok(isSeen() && label.matches(':hover'), 'The pointer rests on it.');
    // What hears the key comes when the page has nothing else to do.
    await until(async () => {
      await press('Escape');
      return !isSeen();
    }, 'it is taken away');
    await move(inside(player, '[part=play-pause]')!);
    await move(hotspot);
    await until(isSeen, 'it is there again');
    await sendMouse({ type: 'move', position: [5, 5] });
  });

  it('have a name, 44 pixels and a visible focus', async () => {
    const player = await mount(
      manifestOf({ hotspots: [still('mug'), { ...still('lamp', 0.7), label: 'The lamp on the shelf' }] }),
    );
    await play(player);
    await holdAt(player, 1);
    const names = hotspots(player).map((hotspot) => hotspot.getAttribute('aria-label'));
    deepEqual(names, ['Stoneware mug', 'The lamp on the shelf'], 'names');
    const hotspot = await hotspotOf(player, 'mug');
    const { width, height } = hotspot.getBoundingClientRect();
    ok(width >= 44 && height >= 44, `${width} × ${height}`);
    await tabTo((element) => element.matches('.hotspot'), 'a hotspot');
    await press('Tab');
    equal(nameOfFocus(), 'The lamp on the shelf', 'focus');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused()!);
    ok(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, `outline ${outlineStyle} ${outlineWidth}`);
  });

  it('link to a page, and seek', async () => {
    const player = await mount(
      manifestOf({
        hotspots: [
          { ...still('mug'), action: 'link', target: '/p/mug?from=film' },
          { ...still('lamp', 0.7), action: 'seek', target: 4 },
        ],
      }),
    );
    await play(player);
    await holdAt(player, 1);
    const link = (await hotspotOf(player, 'mug')) as HTMLAnchorElement;
    equal(link.localName, 'a', 'element');
    equal(link.href, `${location.origin}/p/mug?from=film`, 'address');
    const clicked = next(player, 'shoppable-hotspot-clicked');
    await click(await hotspotOf(player, 'lamp'));
    equal((await clicked).productId, 'lamp', 'clicked');
    await until(() => Math.abs(player.currentTime - 4) < 0.05, 'it is at 4 s');
    ok(!inside(player, 'dialog'), 'no card');
  });

  it('have a twin: the list of the scene', async () => {
    const player = await mount(
      manifestOf({ products, hotspots: [at('lamp', 0.5, 6, 0.5), at('jug', 1, 6, 0.75), at('mug', 0, 3)] }),
    );
    await play(player);
    await holdAt(player, 2);
    const toggle = inside(player, '[part=scene-toggle]')!;
    equal(toggle.getAttribute('aria-expanded'), 'false', 'expanded');
    await click(toggle);
    const list = await until(() => inside(player, '.scene'), 'the list');
    equal(toggle.getAttribute('aria-expanded'), 'true', 'expanded');
    const listed = () => [...list.querySelectorAll<HTMLElement>('button')].map(({ dataset }) => dataset.productId);
    deepEqual(listed(), ['mug', 'lamp', 'jug'], 'in the order of time');
    deepEqual(shownIn(player), listed(), 'the same as on the picture');
    await holdAt(player, 4);
    await until(() => listed().join() === 'lamp,jug', 'the list follows the scene');
    const clicks = heard(player, 'shoppable-hotspot-clicked');
    const opens = heard(player, 'shoppable-open-product');
    await click(list.querySelector('button')!);
    const dialog = await card(player);
    equal(dialog.getAttribute('aria-label'), 'Brass lamp', 'card');
    deepEqual([clicks[0]!.via, opens[0]!.via], ['list', 'list'], 'via');
    equal(clicks[0]!.hotspotId, 'lamp-spot', 'hotspot');
    await press('Escape');
    await until(() => !inside(player, 'dialog'), 'the card is closed');
  });

  it('the list holds what is pointed at or has the focus, each item its product, until it is left', async () => {
    const player = await mount(
      manifestOf({ products, hotspots: [at('mug', 0, 1), at('lamp', 0.5, 6, 0.5), at('jug', 3, 6, 0.75)] }),
    );
    await play(player);
    await holdAt(player, 0.7);
    await click(inside(player, '[part=scene-toggle]')!);
    const list = await until(() => inside(player, '.scene'), 'the list');
    const listed = () => [...list.querySelectorAll<HTMLElement>('button')].map(({ dataset }) => dataset.productId);
    deepEqual(listed(), ['mug', 'lamp'], 'at first');
    const [mugItem, lampItem] = list.querySelectorAll('button');
    const { x, y, width, height } = mugItem!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await holdAt(player, 2);
    await until(() => player.state.get().scene.length === 1, 'the mug’s time is over');
    await new Promise((resolve) => setTimeout(resolve, 200));
    deepEqual(listed(), ['mug', 'lamp'], 'held by the pointer');
    mugItem!.focus();
    await sendMouse({ type: 'move', position: [5, 5] });
    await holdAt(player, 4);
    await until(() => listed().includes('jug'), 'the jug has come');
    deepEqual(listed(), ['mug', 'lamp', 'jug'], 'held by the focus');
    ok(focused() === mugItem && mugItem!.dataset.productId === 'mug', 'The focus is on the same product.');
    lampItem!.focus();
    await until(() => listed().join() === 'lamp,jug', 'the mug is gone', 2000);
    ok(focused() === lampItem, `The focus is on ${nameOfFocus()}.`);
  });

  it('the list is there again, with the focus on what was opened, when the card is closed', async () => {
    const player = await mount(manifestOf({ products, hotspots: [at('mug', 0, 6), at('lamp', 0, 6, 0.5)] }));
    await play(player);
    await holdAt(player, 1);
    await click(inside(player, '[part=scene-toggle]')!);
    const item = (await until(() => inside(player, '.scene'), 'the list')).querySelectorAll('button')[1]!;
    item.focus();
    await press('Enter');
    await card(player);
    ok(!item.checkVisibility({ visibilityProperty: true }), 'It is not under the card.');
    await press('Escape');
    await until(() => !inside(player, 'dialog'), 'the card is closed');
    ok(focused() === item && item.checkVisibility({ visibilityProperty: true }), `The focus is on ${nameOfFocus()}.`);
    await press('Escape');
    await until(() => !inside(player, '.scene'), 'the list is closed');
  });

  it('the list closes with Escape, and gives the focus back', async () => {
    const player = await mount(manifestOf());
    await play(player);
    await holdAt(player, 2);
    const toggle = inside(player, '[part=scene-toggle]')!;
    toggle.focus();
    await press('Enter');
    const item = await until(() => inside(player, '.scene button'), 'the list');
    item.focus();
    await press('Escape');
    await until(() => !inside(player, '.scene'), 'the list is closed');
    ok(focused() === toggle, `The focus is on ${nameOfFocus()}.`);
    ok(videoOf(player).paused, 'Nothing else has happened.');
  });
});
