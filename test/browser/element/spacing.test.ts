import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { createFakeAdapter, lineOf } from '../../unit/cart/fake-adapter.js';
import { openPage } from '../support/frames.js';
import { lamp, manifestOf, mp4, mug, still } from '../support/manifest.js';

/** The spacing of WCAG 2.2, 1.4.12, which a reader's own style sheet may set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;

const shirt = {
  ...mug,
  name: 'Stoneware mug with a handle',
  brand: 'Skagen',
  description: 'Thrown by hand, glazed twice.',
  rating: { value: 4.6, count: 158 },
  options: [{ name: 'Size', values: ['Small', 'Medium', 'Large'] }],
  variants: [
    { id: 's', options: ['Small'], stock: 2 },
    { id: 'm', options: ['Medium'] },
    { id: 'l', options: ['Large'], availability: 'out-of-stock' as const },
  ],
  facts: [{ name: 'Material', value: 'Stoneware' }],
};
const tracks = [{ kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' }];
const film = () =>
  manifestOf({
    media: { sources: [mp4], tracks },
    products: [shirt, lamp],
    hotspots: [still('mug'), still('lamp', 0.6)],
  });

type Part = Element & { updateComplete?: Promise<unknown> };

/** A page of its own with player, shelf and cart, in a window of a size. */
async function page(width: number, height: number) {
  const { adapter } = createFakeAdapter([lineOf('mug', 2), lineOf('lamp', 1)]);
  const { player, view } = await openPage(
    `<style>body { margin: 0 }</style><shoppable-video id="film" muted>
      <script type="application/json">${JSON.stringify(film())}</script></shoppable-video>
      <shoppable-shelf for="film"></shoppable-shelf>
      <script type="module" src="/dist/shelf.js"></script><script type="module" src="/dist/cart.js"></script>`,
  );
  const frame = view.frameElement as HTMLIFrameElement;
  Object.assign(frame, { width: `${width}`, height: `${height}` });
  frame.style.border = '0';
  player.cartAdapter = { ...adapter, checkout: () => {} };
  player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
  await until(() => inside(player, '.start'), 'the poster');
  const shelf = view.document.querySelector('shoppable-shelf');
  const cart = view.document.body.appendChild(view.document.createElement('shoppable-cart'));
  cart.setAttribute('for', 'film');
  await until(() => inside(shelf!, '.product'), 'the shelf');
  // A cart is asked for when it is near.
  cart.scrollIntoView();
  await until(() => inside(cart, '[part=cart__line]'), 'the cart');
  view.scrollTo(0, 0);
  player.scrollIntoView();
  return { player, view, shelf: shelf!, cart };
}

async function space(view: Window & typeof globalThis, parts: Part[]): Promise<void> {
  for (const part of parts) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(SPACING);
    part.shadowRoot!.adoptedStyleSheets.push(sheet);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** What is left of a box within what scrolls around it. */
function inView({ left, right, top, bottom }: DOMRect, element: Element, root: Element): DOMRect {
  for (let around: Element | null = element; around && root.contains(around); around = around.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
    const box = around.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return new DOMRect(left, top, right - left, Math.max(0, bottom - top));
}

/** Words that can be seen, each with where they are. */
function wordsIn(root: Element) {
  const found: { text: string; element: Element; boxes: DOMRect[]; seen: DOMRect[] }[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE && node.textContent!.trim()) {
      const element = node.parentElement!;
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr, .label, .preview')) return;
      const range = node.ownerDocument!.createRange();
      range.selectNodeContents(node);
      found.push({ text: node.textContent!.trim(), element, boxes: [...range.getClientRects()], seen: [] });
    }
    node.childNodes.forEach(walk);
  };
  walk(root);
  for (const word of found) word.seen = word.boxes.map((box) => inView(box, word.element, root));
  return found;
}

/** What is cut off by a box that does not scroll, and what lies over other words. */
function unreadable(root: Element): string[] {
  const words = wordsIn(root);
  const faults: string[] = [];
  for (const { text, element, boxes } of words) {
    for (let around: Element | null = element; around && root.contains(around); around = around.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(around);
      if (/inline$|contents/.test(display)) continue;
      const { left, right, top, bottom } = around.getBoundingClientRect();
      const cut = boxes.some(
        (box) =>
          (/hidden|clip/.test(overflowX) && (box.left < left - 2 || box.right > right + 2)) ||
          (/hidden|clip/.test(overflowY) && (box.top < top - box.height / 4 || box.bottom > bottom + box.height / 4)),
      );
      if (cut) faults.push(`“${text}” is cut off by ${around.className || around.localName}`);
      // What is scrolled into view is whole.
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) break;
    }
    if (element.closest('button, a') && boxes.length) {
      const control = element.closest('button, a')!.getBoundingClientRect();
      if (boxes.some((box) => box.right > control.right + 2 || box.left < control.left - 2))
        faults.push(`“${text}” sticks out of its button`);
    }
  }
  for (const [i, one] of words.entries()) {
    for (const other of words.slice(i + 1)) {
      const over = one.seen.some((a) =>
        other.seen.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
            // Boxes of lines are higher than their letters.
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 3,
        ),
      );
      if (over) faults.push(`“${one.text}” and “${other.text}” lie over each other`);
    }
  }
  return [...new Set(faults)];
}

async function opened(player: ShoppableVideo): Promise<Element> {
  await player.openProduct('mug');
  const dialog = await until(() => inside(player, 'dialog.card[open]'), 'the card');
  await until(() => dialog.getAnimations().every(({ playState }) => playState === 'finished'), 'it stands still');
  return dialog;
}

describe('with the spacing of a reader’s own', () => {
  for (const width of [360, 1280]) {
    it(`every word is whole and by itself, ${width} pixels wide`, async () => {
      const { player, view, shelf, cart } = await page(width, 900);
      await space(view as never, [player, shelf, cart]);
      deepEqual(unreadable(inside(player, '.stage')!), [], 'poster');
      deepEqual(unreadable(inside(shelf, '.shelf')!), [], 'shelf');
      deepEqual(unreadable(inside(cart, '.panel')!), [], 'cart');
      await player.play();
      await until(() => player.state.get().scene.length === 2, 'it plays');
      player.pause();
      inside(player, '[part=captions-toggle]')!.click();
      await until(() => inside(player, '.captions')!.textContent!.trim(), 'a caption');
      deepEqual(unreadable(inside(player, '.layers')!), [], 'controls and captions');
      inside(player, '[part=scene-toggle]')!.click();
      const list = await until(() => inside(player, '.scene'), 'the list');
      deepEqual(unreadable(list), [], 'list of the scene');
      inside(player, '[part=scene-toggle]')!.click();
      deepEqual(unreadable(await opened(player)), [], 'card');
      inside(player, '[part=add-to-cart]')!.click();
      await until(() => inside(player, '[part=card__outcome]')!.textContent!.includes('Added'), 'the outcome');
      deepEqual(unreadable(inside(player, 'dialog.card')!), [], 'card with its outcome');
    });
  }

  it('and at 400 % everything can be reached, and nothing scrolls in two directions', async () => {
    const { player, view, shelf, cart } = await page(320, 256);
    await space(view as never, [player, shelf, cart]);
    const { documentElement } = view.document;
    const reach = (root: Element, what: string) => {
      const controls = [...root.querySelectorAll<HTMLElement>('button, a[href], input')].filter(
        (control) => control.checkVisibility({ visibilityProperty: true }) && control.offsetWidth > 1,
      );
      ok(controls.length, `${what} has controls.`);
      for (const control of controls) {
        if (control.closest('.hotspots') || (control as HTMLButtonElement).disabled) continue;
        control.focus({ preventScroll: true });
        control.scrollIntoView({ block: 'center', inline: 'nearest' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const name = control.getAttribute('aria-label') ?? control.textContent!.trim();
        const isIn = left >= -1 && right <= 321 && top < 256 - 20 && bottom > 20;
        ok(isIn, `${what}: ${name} is from ${left}, ${top} to ${right}, ${bottom}`);
        const [x, y] = [(left + right) / 2, Math.min(250, Math.max(6, (top + bottom) / 2))];
        const hit = (control.getRootNode() as ShadowRoot).elementFromPoint(x, y);
        const isOwn = hit && (control.contains(hit) || hit.contains(control) || control.matches('input'));
        ok(isOwn, `${what}: ${name} is under ${hit?.className || hit?.localName}`);
      }
      const wide = [root, ...root.querySelectorAll<HTMLElement>('*')].filter(
        (box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1,
      );
      deepEqual(
        wide.map(({ className }) => className).filter((name) => !/^(items|roles)/.test(name)),
        [],
        `${what}: scrolls sideways`,
      );
    };
    ok(documentElement.scrollWidth <= 320, `The page is ${documentElement.scrollWidth} wide.`);
    reach(inside(player, '.stage')!, 'poster');
    reach(inside(shelf, '.shelf')!, 'shelf');
    reach(inside(cart, '.panel')!, 'cart');
    await player.play();
    await until(() => player.state.get().scene.length === 2, 'it plays');
    player.pause();
    reach(inside(player, '.controls')!, 'controls');
    inside(player, '[part=scene-toggle]')!.click();
    reach(await until(() => inside(player, '.scene'), 'the list'), 'list of the scene');
    inside(player, '[part=scene-toggle]')!.click();
    reach(await opened(player), 'card');
    ok(documentElement.scrollWidth <= 320, `The page is ${documentElement.scrollWidth} wide.`);
  });
});
