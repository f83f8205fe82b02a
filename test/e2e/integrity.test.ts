import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import { equal, ok } from '../support/assert.js';
import { COFFEE, inside, next, until } from '../support/page.js';

/** The first letter of a hash, and another one. */
const forge = (head: string, before: string) => {
  const at = head.indexOf('sha384-', head.indexOf(before)) + 'sha384-'.length;
  ok(head.includes(before) && at > before.length, `${before} has a hash`);
  return `${head.slice(0, at)}${head[at] === 'A' ? 'B' : 'A'}${head.slice(at + 1)}`;
};

/** A page of its own, with what a release gives for its head. */
async function open(head: string): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 800px; height: 600px; border: 0';
  frame.srcdoc = `<!doctype html>${head}
    <shoppable-video manifest="${COFFEE}/manifest.json" muted style="display: block; width: 640px"></shoppable-video>`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame.contentWindow as Window & typeof globalThis;
}

describe('the files of a release, with their hashes', () => {
  let head: string;
  before(async () => {
    head = await (await fetch('/cdn/snippet.html')).text();
  });
  afterEach(() => document.body.replaceChildren());

  it('are what the browser was told they are, and the film plays', async () => {
    const page = await open(head);
    const player = page.document.querySelector<ShoppableVideo>('shoppable-video')!;
    await page.customElements.whenDefined('shoppable-video');
    await until(() => inside(player, '[part=play]'), 'the player is drawn');
    await player.play();
    await until(() => player.currentTime > 0.5, 'the film plays');
    await player.openProduct('mug');
  });

  it('a script that is another one is refused', async () => {
    const page = await open(forge(head, '<script type="module"'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    ok(!page.customElements.get('shoppable-video'), 'The tag is not defined.');
  });

  it('so is what it loads later', async () => {
    const page = await open(forge(head, '/chunks/playback.js'));
    const player = page.document.querySelector<ShoppableVideo>('shoppable-video')!;
    await page.customElements.whenDefined('shoppable-video');
    const told = next(player, 'shoppable-error');
    (await until(() => inside(player, '[part=play]'), 'the player is drawn')).click();
    equal((await told).error.code, 'chunk-failed', 'error');
  });
});
