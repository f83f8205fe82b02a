import { sendMouse } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, focused, inside, press, until } from '../../support/page.js';
import { MEDIA, manifestOf, mp4, mug } from '../support/manifest.js';
import { card, mount } from '../support/players.js';

const still = (role: 'angle' | 'closeup' | 'scale', n: number) => ({
  role,
  src: `${MEDIA}/poster.png?${role}${n}`,
  alt: `${role} ${n}`,
});
const broken = (role: 'angle' | 'lighting') => ({ role, src: `${MEDIA}/none-${role}.png`, alt: 'none' });
const cup = {
  ...mug,
  media: [
    ...[0, 1, 2, 3].map((n) => still('angle', n)),
    still('closeup', 0),
    still('scale', 0),
    broken('lighting'),
    { role: 'lifestyle' as const, src: mp4.src, type: 'video/mp4', alt: 'A mug is filled' },
  ],
  dimensions: [
    { name: 'Height', value: 9.5, unit: 'cm', from: { x: 0.2, y: 0.1 }, to: { x: 0.2, y: 0.9 } },
    { name: 'Volume', value: 320, unit: 'ml' },
  ],
};

async function open(product: object = cup, attributes: Record<string, string> = {}) {
  const player = await mount(manifestOf({ products: [product as typeof cup], hotspots: [] }), attributes);
  await player.openProduct('mug');
  const dialog = await card(player);
  const shown = () => dialog.querySelector<HTMLElement>('.shown')!;
  const tab = (role: string) => dialog.querySelector<HTMLElement>(`[role=tab][data-role=${role}]`);
  const seen = () => dialog.querySelector<HTMLImageElement>('.shown img.seen');
  return { player, dialog, shown, tab, seen };
}

async function drag(element: Element, dx: number, dy = 0) {
  const { x, y, width, height } = element.getBoundingClientRect();
  const [left, top] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await sendMouse({ type: 'move', position: [left, top] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [left + Math.round(dx / 2), top + Math.round(dy / 2)] });
  await sendMouse({ type: 'move', position: [left + Math.round(dx), top + Math.round(dy)] });
  await sendMouse({ type: 'up' });
}

describe('the gallery', () => {
  it('turns a product by the mouse and by the keys, and says where it stands', async () => {
    const { shown, seen } = await open();
    equal(shown().getAttribute('role'), 'slider', 'role');
    equal(shown().getAttribute('aria-valuetext'), 'Angle 1 of 4: angle 0', 'at first');
    await drag(shown(), shown().clientWidth / 4);
    equal(shown().getAttribute('aria-valuetext'), 'Angle 2 of 4: angle 1', 'after a quarter turn');
    equal(seen()!.alt, 'angle 1', 'picture');
    shown().focus();
    await press('ArrowLeft');
    await press('ArrowLeft');
    equal(shown().getAttribute('aria-valuenow'), '4', 'round the back');
    await press('Home');
    equal(shown().getAttribute('aria-valuenow'), '1', 'home');
  });

  it('loads the other sides once the shopper is near', async () => {
    await sendMouse({ type: 'move', position: [2, 590] });
    const { shown, dialog } = await open();
    const pictures = () => dialog.querySelectorAll('.shown img').length;
    equal(pictures(), 1, 'at first');
    shown().focus();
    equal(pictures(), 4, 'near');
  });

  it('has a tab for each role, by mouse and by arrow keys, but none for what is broken', async () => {
    const { tab, dialog, seen } = await open();
    await click(tab('closeup')!);
    equal(seen()!.alt, 'closeup 0', 'picture');
    equal(tab('closeup')!.getAttribute('aria-selected'), 'true', 'selected');
    await press('ArrowRight');
    equal(focused(), tab('scale'), 'focus');
    equal(seen()!.alt, 'scale 0', 'picture');
    await press('ArrowRight');
    await until(() => !tab('lighting'), 'the broken picture is gone');
    deepEqual(
      [...dialog.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent),
      ['All sides', 'Close-up', 'Size', 'In use'],
      'tabs',
    );
  });

  it('zooms by a click where the click was, by its button, and looks around', async () => {
    const { tab, shown, seen, dialog, player } = await open();
    await click(tab('closeup')!);
    const button = () => dialog.querySelector<HTMLElement>('[part=gallery__zoom]')!;
    await until(button, 'the zoom is loaded');
    await click(shown());
    ok(seen()!.style.transform.includes('scale(2.5)'), seen()!.style.transform);
    const before = seen()!.style.transform;
    await drag(shown(), 40, 20);
    ok(seen()!.style.transform !== before, 'It was dragged.');
    await click(shown());
    equal(seen()!.style.transform, '', 'back');
    button().focus();
    await press('Enter');
    equal(button().getAttribute('aria-pressed'), 'true', 'pressed');
    const middle = seen()!.style.transform;
    await press('ArrowRight');
    ok(seen()!.style.transform !== middle, 'It was moved.');
    await press('Escape');
    equal(seen()!.style.transform, '', 'back');
    ok(inside(player, 'dialog'), 'The card is still open.');
  });

  it('draws the sizes on the picture that shows them, and lists them all', async () => {
    const { tab, dialog } = await open(cup, { locale: 'en-GB' });
    await click(tab('scale')!);
    const label = await until(() => dialog.querySelector('.lines b'), 'the line is drawn');
    equal(label.textContent, '9.5 cm', 'label');
    const picture = dialog.querySelector('.shown')!.getBoundingClientRect();
    const { top, bottom, left } = dialog.querySelector('.lines path:last-of-type')!.getBoundingClientRect();
    const marks = 8; // the line's ends stand out by as much, in a small picture and in a large one
    const beyond = bottom - top - picture.height * 0.8;
    ok(beyond > -2 && beyond <= marks, `${bottom - top} of ${picture.height} high`);
    ok(left > picture.left, 'in the picture');
    const rows = [...dialog.querySelectorAll('[part=card__dimensions] div')].map(
      (row) => `${row.children[0]!.textContent} ${row.children[1]!.textContent}`,
    );
    deepEqual(rows, ['Height 9.5 cm', 'Volume 320 ml'], 'list');
  });

  it('measures as the shopper does', async () => {
    const { dialog } = await open(cup, { locale: 'en-US' });
    const rows = [...dialog.querySelectorAll('[part=card__dimensions] dd')].map(({ textContent }) => textContent);
    deepEqual(rows, ['3.7 in', '10.8 fl oz'], 'list');
  });

  it('plays a clip without sound, and stops it', async () => {
    const { tab, dialog } = await open();
    await click(tab('lifestyle')!);
    const clip = await until(() => dialog.querySelector('video'), 'the clip is there');
    equal(clip.muted, true, 'muted');
    const button = dialog.querySelector<HTMLElement>('[part=gallery__play]')!;
    const wanted = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (wanted) button.click();
    await until(() => !clip.paused && clip.currentTime > 0, 'it plays');
    equal(button.innerText.trim(), 'Pause the clip', 'name');
    await click(button);
    await until(() => clip.paused, 'it is paused');
    equal(button.innerText.trim(), 'Play the clip', 'name');
  });

  it('is no empty box where every picture is broken', async () => {
    const { dialog } = await open({ ...mug, media: [broken('angle'), broken('lighting')] });
    const gallery = dialog.querySelector<HTMLElement>('.gallery')!;
    await until(() => gallery.hidden, 'it is gone');
    equal(gallery.offsetHeight, 0, 'height');
  });

  it("brings a variant's own pictures to the front", async () => {
    const { dialog, seen } = await open({
      ...cup,
      options: [{ name: 'Glaze', values: ['Sand', 'Ink'] }],
      variants: [
        { id: 'sand', options: ['Sand'] },
        { id: 'ink', options: ['Ink'], media: [{ ...still('closeup', 9), alt: 'ink' }] },
      ],
    });
    equal(seen()!.alt, 'angle 0', 'at first');
    dialog.querySelectorAll<HTMLElement>('.value')[1]!.click();
    equal(seen()!.alt, 'ink', 'of the variant');
  });
});
