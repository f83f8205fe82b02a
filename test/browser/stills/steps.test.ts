import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, focused, inside, press, until } from '../../support/page.js';
import { pointAt } from '../support/bar.js';
import { hotspotOf, mount } from '../support/players.js';
import { difference, film, pictureOf, saveData, stillsOf } from '../support/stills.js';

const { axe } = globalThis as unknown as { axe: { run(target: Element): Promise<AxeResults> } };

const slider = (player: ShoppableVideo) => inside<HTMLInputElement>(player, '.seek input')!;

/** A finger, or the mouse, is drawn over the picture. */
function draw(player: ShoppableVideo, from: number, to: number) {
  const touch = inside(player, '.touch')!;
  const { left, top } = touch.getBoundingClientRect();
  for (const [type, x] of [
    ['pointerdown', from],
    ['pointerup', to],
  ] as const)
    touch.dispatchEvent(
      new PointerEvent(type, {
        pointerType: 'touch',
        pointerId: 9,
        isPrimary: true,
        bubbles: true,
        composed: true,
        clientX: left + x,
        clientY: top + 150,
      }),
    );
}

describe('pictures of a film', () => {
  const setting: { restore(): void }[] = [];
  let player: ShoppableVideo;
  beforeEach(async () => {
    setting.push(saveData());
    player = await mount(film());
    await player.play();
    await stillsOf(player);
  });
  afterEach(() => {
    for (const one of setting.splice(0)) one.restore();
  });

  const at = (seconds: number) =>
    until(
      () => player.currentTime === seconds && player.state.get().time === seconds,
      () => `${seconds} s; it is ${player.currentTime}`,
    );

  it('are stepped through by their buttons, past those without products', async () => {
    const [back, on] = [inside(player, '.step.back')!, inside(player, '.step.on')!];
    equal(back.getAttribute('aria-disabled'), 'true', 'nothing before the first');
    for (const seconds of [1.5, 2.5, 5.5]) {
      await click(on);
      await at(seconds);
    }
    equal(on.getAttribute('aria-disabled'), 'true', 'nothing behind the last');
    await click(on);
    await at(5.5);
    await click(back);
    await at(2.5);
    const picture = await pictureOf(player);
    await until(async () => (await difference(picture, 640, 0)) < 0.03, 'the third still');
  });

  it('are stepped through by arrow keys and swipes', async () => {
    inside(player, '.step.on')!.focus();
    await press('ArrowRight');
    await at(1.5);
    await press('l');
    await at(2.5);
    await press('ArrowLeft');
    await at(1.5);
    draw(player, 400, 300);
    await at(2.5);
    draw(player, 300, 400);
    await at(1.5);
    draw(player, 300, 320);
    await at(1.5);
  });

  it('are all to be come to by the slider, with the mouse and with keys', async () => {
    await until(() => inside(player, '.seek .reach'), 'the marks');
    for (const [time, seconds] of [
      [3.3, 3.5],
      [4.2, 4.5],
      [0.9, 0.5],
    ] as const) {
      await pointAt(player, time, 0, 'click');
      await at(seconds);
    }
    slider(player).focus();
    for (const seconds of [1.5, 2.5, 3.5, 4.5, 5.5]) {
      await press('ArrowRight');
      await at(seconds);
      equal(Number(slider(player).value), seconds, 'value');
    }
    equal(slider(player).getAttribute('aria-valuetext'), '0:05 of 0:06, Brass lamp', 'words');
    await press('PageDown');
    await at(2.5);
    await press('PageUp');
    await at(5.5);
    await press('Home');
    await at(0.5);
    await press('End');
    await at(5.5);
  });

  it('are not left for the film by a click on them', async () => {
    await click(inside(player, '.captions')!);
    const { left, top } = player.getBoundingClientRect();
    const touch = player.shadowRoot!.elementFromPoint(left + 320, top + 200)!;
    ok(touch.matches('.touch'), touch.className);
    await click(touch);
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal(player.state.get().engine, 'stills', 'engine');
  });

  it('are told to a screen reader where the steps end, and not on the way', async () => {
    const heard: string[] = [];
    const status = inside(player, '.stills [role=status]')!;
    await until(() => status.textContent!.includes('0:00'), 'the first');
    equal(
      status.textContent,
      'Pictures only, to save your data. Picture from the video, 0:00, Stoneware mug',
      'words at first',
    );
    new MutationObserver(() => heard.push(status.textContent!)).observe(status, { characterData: true, subtree: true });
    for (let i = 0; i < 3; i += 1) inside(player, '.step.on')!.click();
    await until(() => heard.length, 'words');
    await new Promise((resolve) => setTimeout(resolve, 900));
    deepEqual(heard, ['Picture from the video, 0:05, Brass lamp'], 'words');
  });

  it('take the focus from a hotspot that they do not show', async () => {
    (await hotspotOf(player, 'mug')).focus();
    await press('ArrowRight');
    await at(1.5);
    ok(focused()!.matches('.hotspot'), 'The mug is still there.');
    await press('ArrowRight');
    await press('ArrowRight');
    await at(5.5);
    ok(focused()!.matches('.step.on'), focused()!.className);
    await until(() => !inside(player, '.hotspot[data-product-id=mug]'), 'the mug is gone');
  });

  it('leave the arrows to an open card', async () => {
    await player.openProduct('mug');
    await until(() => inside(player, 'dialog.card[open]'), 'the card');
    await press('ArrowRight');
    await at(0.5);
    equal(getComputedStyle(inside(player, '.step.on')!).visibility, 'hidden', 'the buttons');
  });

  for (const [what, wanted, style] of [
    ['with pictures', {}, 'width:640px'],
    ['with pictures, in 320 pixels', {}, 'width:320px'],
    ['with products alone', { storyboard: undefined }, 'width:640px'],
    ['that has failed', { sources: [{ src: '/x.foo', type: 'video/x-foo' }] }, 'width:640px'],
  ] as const) {
    it(`axe finds nothing to mend: ${what}`, async () => {
      if ('sources' in wanted) setting.splice(0).forEach((one) => void one.restore());
      const other = await mount(film(wanted), { style });
      other.play().catch(() => {});
      await stillsOf(other);
      await until(() => inside(other, '.stills [role=status]')!.textContent || inside(other, '.problem'), 'words');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await until(
        () => (other.shadowRoot as ShadowRoot).getAnimations().every(({ playState }) => playState !== 'running'),
        'nothing moves',
        3000,
      ).catch(() => {});
      const { violations } = await axe.run(other);
      deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]),
        [],
        'violations',
      );
    });
  }
});
