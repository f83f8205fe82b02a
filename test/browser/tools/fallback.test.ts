import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { manifestOf, mp4 } from '../support/manifest.js';
import { define, play } from '../support/players.js';

const FALLBACK = '/dist/fallback.js';
const MANIFEST_URL = '/test/browser/support/manifest.json';

async function markup(): Promise<string> {
  const { renderFallback } = await import(FALLBACK);
  const manifest = manifestOf({ poster: '/test/support/media/poster.png', media: { sources: [mp4] } });
  const attributes = { muted: true };
  return renderFallback(manifest, { manifestUrl: MANIFEST_URL, pageUrl: location.href, attributes });
}

const frames = (count: number) =>
  new Promise<void>((resolve) => {
    const next = (left: number): void => void requestAnimationFrame(() => (left ? next(left - 1) : resolve()));
    next(count);
  });

describe('the fallback', () => {
  it('is seen where no script runs: the poster, and under it every link, in its place in the page', async () => {
    const frame = document.createElement('iframe');
    // no `allow-scripts`: scripting is off in it, and this page may still look
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.width = '640';
    frame.srcdoc = `<!doctype html><body>${await markup()}<p>after</p>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const inner = frame.contentDocument!;
    ok(!inner.defaultView!.matchMedia('(scripting)').matches, 'scripting is off');
    const list = inner.querySelector<HTMLElement>('.shoppable-fallback')!;
    const style = inner.defaultView!.getComputedStyle(list);
    deepEqual([style.visibility, style.position], ['visible', 'static'], 'visibility, position');
    const poster = inner.querySelector('img')!.getBoundingClientRect();
    ok(Math.abs(poster.width / poster.height - 16 / 9) < 0.01, `${poster.width} × ${poster.height}`);
    const links = [...inner.querySelectorAll('a')];
    equal(links.length, 3, 'the film and two products');
    let bottom = poster.bottom;
    for (const link of links) {
      const box = link.getBoundingClientRect();
      ok(box.top >= bottom - 1 && box.height >= 24, `${link.textContent} stands below what is before it`);
      bottom = box.bottom;
    }
    ok(inner.querySelector('p:last-child')!.getBoundingClientRect().top >= bottom, 'the page goes on below');
    frame.remove();
  });

  it('is taken over: nothing is moved, nothing flashes, and the list is not read twice', async () => {
    const holder = document.createElement('div');
    holder.style.width = '640px';
    holder.innerHTML = await markup();
    const after = document.createElement('p');
    document.body.append(holder, after);
    const player = holder.querySelector('shoppable-video')!;
    const list = player.querySelector<HTMLElement>('.shoppable-fallback')!;
    const poster = player.querySelector('img')!;
    await poster.decode();
    const read = () => {
      const { width, height, top } = poster.getBoundingClientRect();
      return [player.offsetWidth, player.offsetHeight, after.offsetTop, width, height, top].map(Math.round);
    };
    const before = read();
    ok(player.offsetWidth === 640 && player.offsetHeight === 360, `${player.offsetWidth} × ${player.offsetHeight}`);
    const seen: string[] = [];
    let looking = true;
    void (async () => {
      while (looking) {
        if (list.checkVisibility({ visibilityProperty: true })) seen.push('the list');
        if (!poster.checkVisibility()) seen.push('no poster');
        if (JSON.stringify(read()) !== JSON.stringify(before)) seen.push(`moved to ${read()}`);
        await frames(0);
      }
    })();
    await frames(3);
    await define();
    await until(() => inside(player, '[aria-label="Play video: By address"]'), 'the title of the manifest');
    await frames(3);
    looking = false;
    deepEqual(seen, [], 'seen in any frame');
    deepEqual(read(), before, 'boxes');
    equal(list.offsetParent, null, 'the list is drawn nowhere');
    await play(player);
    holder.remove();
    after.remove();
  });

  it('comes up over the poster when no player comes, and moves nothing', async () => {
    const holder = document.createElement('div');
    holder.style.width = '640px';
    // a tag that nobody defines stands for a script that never comes
    holder.innerHTML = (await markup()).replaceAll('shoppable-video', 'shoppable-lost');
    document.body.append(holder);
    const list = holder.querySelector<HTMLElement>('.shoppable-fallback')!;
    await frames(2);
    equal(getComputedStyle(list).visibility, 'hidden', 'at first');
    const height = holder.offsetHeight;
    const [animation] = list.getAnimations();
    equal(animation!.effect!.getTiming().delay, 10_000, 'delay');
    animation!.currentTime = 10_001;
    equal(getComputedStyle(list).visibility, 'visible', 'after ten seconds');
    equal(holder.offsetHeight, height, 'height');
    ok(
      list.querySelector('a')!.getBoundingClientRect().bottom <= holder.getBoundingClientRect().bottom,
      'within the box',
    );
    holder.remove();
  });
});
