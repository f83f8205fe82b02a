import { sendMouse } from '@web/test-runner-commands';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, inside, next, until } from '../../support/page.js';
import { hls, manifestOf, missing, mug } from '../support/manifest.js';
import { failing, holding } from '../support/network.js';
import { hearWarnings, mountPart, one } from '../support/parts.js';
import { card, errorOf, heard, holdAt, hotspotOf, mount, play } from '../support/players.js';
import { film, pictureOf, stillsOf } from '../support/stills.js';

const unknown = { src: '/clip.foo', type: 'video/mp4; codecs="none.1"' };

const retry = (player: Element) => until(() => inside(player, '.problem button'), 'the way to try again');

describe('a film that fails', () => {
  for (const [what, sources, code] of [
    ['of which no source is there', [missing, { src: '/none.mp4', type: 'video/mp4' }], 'media-network'],
    ['that this browser cannot play', [unknown], 'media-unsupported'],
  ] as const) {
    it(`${what} is shopped in pictures, below a message`, async function () {
      this.timeout(40_000);
      const player = await mount(film({ sources: [...sources] }));
      const errors = heard(player, 'shoppable-error');
      await click(inside(player, '[part=play]')!);
      await errorOf(errors, code);
      await stillsOf(player);
      const [box, message] = [player, inside(player, '.problem')!].map((element) => element.getBoundingClientRect());
      ok(message!.height < 64 && message!.width < box!.width - 20, 'The message leaves the picture free.');
      ok(!inside(player, '.stills .note'), 'and is the only one.');
      await pictureOf(player);
      await click(await hotspotOf(player, 'mug'));
      await card(player);
      player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
      const changed = next(player, 'shoppable-cart-changed');
      await click(inside(player, '[part=add-to-cart]')!);
      equal((await changed).lines[0]!.productId, 'mug', 'in the cart');
      equal(errors.length, 1, 'errors');
    });
  }

  it('keeps the way to try again in its place while a pointer is on it', async function () {
    this.timeout(40_000);
    const network = holding(/storyboard\.vtt/);
    try {
      const player = await mount(film({ sources: [missing] }));
      const errors = heard(player, 'shoppable-error');
      player.play().catch(() => {});
      await errorOf(errors, 'media-network');
      const button = await retry(player);
      const { x, top, width, height } = button.getBoundingClientRect();
      const move = (dy: number) =>
        sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(top + height / 2 + dy)] });
      await move(0);
      await until(() => button.matches(':hover'), 'the pointer is on it');
      network.restore();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      equal(button.getBoundingClientRect().top, top, 'top');
      await move(100);
      await stillsOf(player);
      ok(button.getBoundingClientRect().top < top, 'It gives way to the pictures.');
    } finally {
      network.restore();
    }
  });

  it('plays from the moment that is shown, when trying again works', async function () {
    this.timeout(40_000);
    const network = failing(/list\.m3u8/);
    try {
      const player = await mount(film({ sources: [hls] }), { engine: 'hls' });
      const errors = heard(player, 'shoppable-error');
      player.play().catch(() => {});
      await stillsOf(player);
      await click(await retry(player));
      await until(() => errors.length === 2, 'in vain');
      await until(() => inside(player, '.problem') && inside(player, '.stills .step'), 'pictures and message again');
      player.currentTime = 4.4;
      await until(() => player.state.get().time === 4.5, 'the fifth still');
      network.restore();
      await click(await retry(player));
      await until(() => !player.paused && player.currentTime > 4.6, 'it plays from there');
      ok(!inside(player, '.stills') && !inside(player, '.problem'), 'Pictures and message are gone.');
      equal(player.state.get().engine, 'hls', 'engine');
    } finally {
      network.restore();
    }
  });

  it('while it plays goes on in pictures where it was, and tells no time as watched', async function () {
    this.timeout(40_000);
    const player = await mount(film({ sources: [hls] }), { engine: 'hls', consent: 'granted' });
    const records = heard(player, 'shoppable-beacon');
    await play(player);
    await holdAt(player, 4.4);
    const watched = () => records.filter(({ record }) => record.type === 'playback').length;
    await player.flush();
    const before = watched();
    const { ShoppableError } = await import('/dist/chunks/errors.js' as string);
    player.state.set({ error: new ShoppableError('media-network') });
    await stillsOf(player);
    equal(player.currentTime, 4.5, 'time');
    for (const time of [0.5, 1.5, 2.5, 5.5]) player.currentTime = time;
    await hotspotOf(player, 'lamp');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await player.flush();
    equal(watched(), before, 'ranges that were watched');
  });

  it('and has no pictures shows its products below the message', async function () {
    this.timeout(40_000);
    const warnings = hearWarnings();
    try {
      for (const storyboard of [undefined, '/not-there.vtt', '/test/browser/support/storyboard-broken.vtt']) {
        const player = await mount(film({ sources: [unknown], storyboard }));
        player.play().catch(() => {});
        await stillsOf(player);
        ok(!inside(player, '.stills canvas'), 'There is no picture.');
        equal(player.shadowRoot!.querySelectorAll('.goods button').length, 2, 'products');
        ok(inside(player, '.problem p')!.textContent, 'There is a message.');
        await click(inside(player, '.goods [data-product-id=mug]')!);
        await card(player);
        player.remove();
      }
      equal(
        warnings.lines.filter((line) => /storyboard.* \/?\S*not-there\.(vtt|jpg)/.test(line)).length,
        2,
        'warnings',
      );
    } finally {
      warnings.restore();
    }
  });

  it('leaves the shelf as it is', async () => {
    const player = await mount(film({ sources: [unknown] }), { id: 'film' });
    const shelf = await mountPart('shoppable-shelf', { for: 'film' });
    player.play().catch(() => {});
    await stillsOf(player);
    (await one(shelf, '.product[data-product-id=lamp]')).click();
    await card(player);
  });

  it('because its manifest cannot be trusted sells nothing', async () => {
    const player = await mount(manifestOf({ version: 2 as 1, products: [mug] }));
    player.play().catch(() => {});
    await until(() => inside(player, '.problem'), 'the message');
    await new Promise((resolve) => setTimeout(resolve, 500));
    deepEqual([...player.shadowRoot!.querySelectorAll('.stills, .hotspot')], [], 'anything else');
  });
});
