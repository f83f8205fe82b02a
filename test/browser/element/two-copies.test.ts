import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { manifestOf } from '../support/manifest.js';

type PageWindow = Window & typeof globalThis & { warnings: string[]; failures: string[] };

const module = (src: string) => `<script type="module" src="${src}"></script>`;
const OWN = module('/dist/shoppable-video.js');
const OTHER = module('/dist-other/shoppable-video.js');

/** A page of its own: a tag is defined once and for all in each. */
async function open(scripts: string, parts = ''): Promise<PageWindow> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 800px; height: 800px; border: 0';
  frame.srcdoc = `<!doctype html><body>
    <script>
      warnings = []; failures = [];
      console.warn = (...words) => warnings.push(words.join(' '));
      addEventListener('error', ({ message }) => failures.push(message));
      addEventListener('unhandledrejection', ({ reason }) => failures.push(String(reason)));
    </script>
    <shoppable-video id="film" muted style="display: block; width: 640px">
      <script type="application/json">${JSON.stringify(manifestOf())}</script>
    </shoppable-video>
    ${parts}${scripts}`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame.contentWindow as PageWindow;
}

async function playsOnce(page: PageWindow): Promise<void> {
  const player = page.document.querySelector<ShoppableVideo>('shoppable-video')!;
  await page.customElements.whenDefined('shoppable-video');
  await until(() => inside(player, '[part=play]'), 'the player is drawn');
  await player.play();
  await until(() => player.currentTime > 0.2, 'the film plays');
  await until(() => inside(player, '.hotspot'), 'its hotspots are there');
  equal(player.shadowRoot!.querySelectorAll('video').length, 1, 'videos');
  deepEqual(page.failures, [], 'errors');
}

const PARTS = '<shoppable-shelf for="film"></shoppable-shelf><shoppable-cart for="film"></shoppable-cart>';
const shown = (page: PageWindow, selector: string) =>
  until(() => inside(page.document.querySelector('shoppable-shelf')!, selector), `${selector} of the shelf`);

describe('two copies of the script on a page', () => {
  afterEach(() => document.body.replaceChildren());

  it('the same script twice', async () => {
    const page = await open(OWN + OWN);
    await playsOnce(page);
    deepEqual(page.warnings, []);
  });

  for (const [name, scripts] of Object.entries({
    'the same script from two addresses': OWN + module('/dist/shoppable-video.js?v=2'),
    'two versions': OWN + OTHER,
    'two versions, the other one first': OTHER + OWN,
    'the classic script of one and the module of another': `<script src="/dist/shoppable-video.classic.js"></script>${OTHER}`,
  })) {
    it(name, async () => {
      const page = await open(scripts);
      await playsOnce(page);
      await until(() => page.warnings.length, 'a warning');
      equal(page.warnings.length, 1, 'warnings');
      ok(page.warnings[0]!.includes('load one script only'), page.warnings[0]);
    });
  }

  it('the loader, the classic script and the module of one version', async () => {
    const page = await open(
      `${module('/dist/loader.js')}<script src="/dist/shoppable-video.classic.js"></script>${OWN}${module('/dist/shelf.js')}`,
      '<shoppable-shelf for="film"></shoppable-shelf>',
    );
    await playsOnce(page);
    await shown(page, '[part=shelf__item]');
    deepEqual(page.warnings, []);
  });

  it('the loader of one version and the module of another', async () => {
    const page = await open(module('/dist/loader.js') + OTHER);
    await playsOnce(page);
    ok(page.warnings.length <= 1, page.warnings.join());
  });

  it('two versions of the player, the shelf and the cart', async () => {
    const all = (folder: string) => ['shelf', 'cart'].map((name) => module(`${folder}/${name}.js`)).join('');
    const page = await open(all('/dist') + all('/dist-other'), PARTS);
    await playsOnce(page);
    await shown(page, '[part=shelf__item]');
    await until(() => page.warnings.some((line) => line.includes('defined already')), 'a warning');
    equal(page.warnings.filter((line) => line.includes('defined already')).length, 1, 'warnings');
  });

  it('the shelf of another version works with this player', async () => {
    const page = await open(OWN + module('/dist-other/shelf.js'), PARTS);
    await playsOnce(page);
    const button = await shown(page, '[part=shelf__product]');
    button.click();
    await until(() => inside(page.document.querySelector('shoppable-video')!, 'dialog.card[open]'), 'the card is open');
    equal(page.warnings.length, 1, 'warnings');
  });

  it('a tag that is somebody else’s stays theirs, and is told of once', async () => {
    const theirs = `<script>customElements.define('shoppable-video', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).textContent = 'theirs'; } })</script>`;
    const page = await open(`${theirs}${OWN}${module('/dist/shelf.js')}`, PARTS);
    await until(() => page.warnings.length, 'a warning');
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(page.document.querySelector('shoppable-video')!.shadowRoot!.textContent, 'theirs', 'the element');
    equal(page.warnings.length, 1, page.warnings.join('\n'));
    deepEqual(page.failures, [], 'errors');
  });
});
