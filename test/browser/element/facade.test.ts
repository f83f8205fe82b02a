import { setViewport } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { engineName, inside, until } from '../../support/page.js';
import { manifestOf } from '../support/manifest.js';
import { BUNDLE, create, define, mount, play } from '../support/players.js';

const loaded = (pattern: RegExp) => performance.getEntriesByType('resource').filter(({ name }) => pattern.test(name));

/** A player's box before its tag is defined, and after. */
async function boxes(style: string, slotted: boolean) {
  const player = create({ style });
  if (slotted)
    player.innerHTML = '<img slot="poster" src="/test/support/media/poster.png" width="320" height="180" alt="">';
  const after = document.createElement('p');
  document.body.append(player, after);
  const read = () => [player.offsetWidth, player.offsetHeight, after.offsetTop];
  const before = read();
  return { player, after, before, read };
}

describe('the facade', () => {
  it('takes no other room once it is defined', async () => {
    if (engineName() !== 'WebKitGTK') await setViewport({ width: 360, height: 640 });
    let shifted = 0;
    const chromium = engineName() === 'Chromium';
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifted += (entry as unknown as { value: number }).value;
    });
    if (chromium) observer.observe({ type: 'layout-shift', buffered: false });
    ok(!customElements.get('shoppable-video'), 'The tag is not defined yet.');
    const { player, after, before, read } = await boxes('display:block;aspect-ratio:16/9', true);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    player.manifest = manifestOf();
    await define();
    await until(() => inside(player, '.count'), 'the number of products');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    deepEqual(read(), before, 'width, height and what follows');
    for (const { entryType } of observer.takeRecords()) equal(entryType, 'layout-shift', 'entry');
    observer.disconnect();
    equal(shifted, 0, 'layout shift');
    after.remove();
    if (engineName() !== 'WebKitGTK') await setViewport({ width: 1000, height: 800 });
  });

  it('is a poster, a named button and the number of products, and nothing else is loaded', async () => {
    const player = await mount(manifestOf({ poster: '/test/support/media/poster.png' }));
    const button = await until(
      () => inside(player, 'button[part=play][aria-label*="Coffee corner"]'),
      'the play button with the title',
    );
    equal(button.getAttribute('aria-label'), 'Play video: Coffee corner', 'name');
    equal(inside(player, '[part=product-count]')!.textContent!.trim(), '2 products', 'number of products');
    ok(
      inside<HTMLImageElement>(player, 'img.poster')!.src.endsWith('/test/support/media/poster.png'),
      'The poster is shown.',
    );
    ok(!inside(player, 'video'), 'There is no <video>.');
    equal(player.paused, true, 'paused');
    equal(player.duration, 6, 'duration of the manifest');
    equal(loaded(/dist\/shoppable-video\.js/).length, 1, 'entry');
    deepEqual(
      loaded(/chunks\/(playback|check-manifest|card|hls)|\.m3u8|\.m4s|\.mp4/).map(({ name }) => name),
      [],
      'loaded',
    );
  });

  it('takes the manifest from an address', async () => {
    const player = await mount('/test/browser/support/manifest.json');
    await until(
      () => inside(player, '[part=play]')!.getAttribute('aria-label') === 'Play video: By address',
      'the title',
    );
    await play(player);
    const { sources } = player.state.get().manifest!.media;
    equal(sources[0]!.src, `${location.origin}/test/support/media/hls/high/list.m3u8`, 'resolved against the manifest');
  });

  it('takes the manifest from a child script', async () => {
    const player = create();
    const script = Object.assign(document.createElement('script'), { type: 'application/json' });
    script.textContent = JSON.stringify(manifestOf({ title: 'By child' }));
    player.append(script);
    document.body.append(player);
    await define();
    await until(
      () => inside(player, '[part=play]')?.getAttribute('aria-label') === 'Play video: By child',
      'the title',
    );
    await play(player);
  });

  it('tells of a second script once and goes on', async () => {
    const told: unknown[][] = [];
    const { warn } = console;
    console.warn = (...words) => void told.push(words);
    try {
      await import(`${BUNDLE}?again`);
      await import(`${BUNDLE}?and-again`);
    } finally {
      console.warn = warn;
    }
    ok(told.length >= 1 && told.every((words) => words.join(' ').includes('is defined already')), JSON.stringify(told));
    const player = await mount(manifestOf());
    await play(player);
  });
});
