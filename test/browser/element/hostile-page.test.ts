import { equal, ok } from '../../support/assert.js';
import { click, focused, inside, until } from '../../support/page.js';
import { manifestOf, mug, still } from '../support/manifest.js';
import { card, create, define, heard, holdAt, hotspotOf, mount, play } from '../support/players.js';

/** A style sheet of the page, for one test. */
function pageSays(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  sheets.push(style);
}
const sheets: HTMLStyleElement[] = [];
afterEach(() => {
  for (const sheet of sheets.splice(0)) sheet.remove();
});

const film = () => manifestOf({ products: [mug], hotspots: [still('mug', 0.5, 0.4)] });

/** The whole way from the poster to the open card, by mouse. */
async function buys(player: Awaited<ReturnType<typeof mount>>): Promise<HTMLElement> {
  // Under some of these sheets the page's scripts are text above it.
  inside(player, '.start')!.scrollIntoView({ block: 'center' });
  await click(inside(player, '.start')!);
  await until(() => player.currentTime > 0 && player.state.get().manifest, 'it plays');
  await holdAt(player, 1);
  await click(await hotspotOf(player, 'mug'));
  return card(player);
}

describe('a page that is hard on its elements', () => {
  for (const css of [
    '* { all: unset }',
    '* { all: revert !important }',
    'button, dialog, svg, video { display: none !important }',
    '* { box-sizing: content-box; padding: 9px; border: 3px solid; line-height: 4; letter-spacing: 1em }',
    '* { position: static; transform: none; animation: none; transition: none; font-size: 40px }',
  ]) {
    it(`plays and sells under ${css}`, async () => {
      pageSays(css);
      const player = await mount(film(), { style: undefined, poster: '/demo/media/coffee/poster.jpg' });
      const { width, height } = inside(player, '.stage')!.getBoundingClientRect();
      // WebKit counts the host's padding as height; the picture is fitted into whatever there is.
      ok(width > 200 && Math.abs(width / height - 16 / 9) < 0.1, `the picture is ${width} by ${height}`);
      const open = await buys(player);
      const stage = inside(player, '.stage')!.getBoundingClientRect();
      for (const part of [inside(player, '.play')!, await hotspotOf(player, 'mug')]) {
        const box = part.getBoundingClientRect();
        ok(box.width >= 44 && box.left >= stage.left && box.right <= stage.right, `${part.className} lies on it`);
      }
      ok(open.getBoundingClientRect().width > 100, 'the card is seen');
    });
  }

  it('waits in a box without size, and plays when there is room', async () => {
    const errors: unknown[] = [];
    const hear = (event: ErrorEvent) => void errors.push(event.message);
    window.addEventListener('error', hear);
    const player = await mount(film(), { style: 'display:block;width:0;height:0;aspect-ratio:auto' });
    await play(player);
    await holdAt(player, 1);
    player.setAttribute('style', 'width:640px;height:360px');
    const hotspot = await hotspotOf(player, 'mug');
    const box = player.getBoundingClientRect();
    await until(
      () => Math.abs(hotspot.getBoundingClientRect().x + 22 - box.x - 320) < 1,
      'the hotspot is in its place',
    );
    window.removeEventListener('error', hear);
    equal(errors.join(), '');
  });

  it('lets a page that keeps the focus to itself have it', async () => {
    await define();
    const trap = Object.assign(document.createElement('button'), { textContent: 'mine' });
    document.body.append(trap);
    let taken = 0;
    const take = (event: FocusEvent) => {
      if (event.target === trap) return;
      taken += 1;
      trap.focus();
    };
    const player = await mount(film());
    document.addEventListener('focusin', take);
    const closed = heard(player, 'shoppable-product-closed');
    await play(player);
    await player.openProduct('mug');
    await card(player);
    equal(focused(), trap);
    ok(taken < 5, `the two did not fight: ${taken} times`);
    await player.closeProduct();
    await until(() => closed.length, 'the card is closed');
    document.removeEventListener('focusin', take);
    trap.remove();
  });

  it('is drawn where the page made it before the script came', async () => {
    pageSays('* { all: unset }');
    const player = create({ style: undefined });
    player.innerHTML = `<img slot="poster" alt="" src="/demo/media/coffee/poster.jpg">`;
    document.body.append(player);
    await define();
    const poster = player.firstElementChild as HTMLImageElement;
    await until(() => poster.complete && poster.getBoundingClientRect().height > 100, 'the poster is seen');
    equal(getComputedStyle(poster).objectFit, 'contain');
  });
});
