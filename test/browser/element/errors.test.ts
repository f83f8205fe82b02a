import { equal, ok } from '../../support/assert.js';
import { click, inside, next, until } from '../../support/page.js';
import { HLS_TYPE, manifestOf, missing } from '../support/manifest.js';
import { answering } from '../support/network.js';
import { errorOf, heard, mount, mountHearing, play } from '../support/players.js';

const problem = (player: Element) => until(() => inside(player, '.problem'), 'the message');
const ADDRESS = '/test/browser/support/manifest.json';

describe('what a shopper reads when it fails', () => {
  it('offline at the manifest: a message, and a button that works once the connection is back', async () => {
    const network = answering(/manifest\.json/, () => undefined);
    try {
      const { player, errors } = await mountHearing(ADDRESS);
      await problem(player);
      equal(inside(player, '.problem p')!.textContent, 'This video is not available right now.', 'message');
      ok(
        errors.every(({ error }) => error.code === 'manifest-unreachable'),
        'code',
      );
      await click(inside(player, '.problem button')!);
      await errorOf(errors, 'manifest-unreachable');
      const retry = await until(() => inside(player, '.problem button'), 'the button again');
      network.restore();
      await click(retry);
      await until(() => player.currentTime > 0, 'it plays');
      ok(!inside(player, '.problem'), 'no message');
    } finally {
      network.restore();
    }
  });

  it('a page of HTML instead of a manifest', async () => {
    const network = answering(/html\.json/, () => new Response('<!doctype html><title>Not found</title>'));
    const { player, errors } = await mountHearing('/html.json');
    const error = await errorOf(errors, 'manifest-not-json');
    ok(error.message.includes('HTML error page'), error.message);
    await problem(player);
    network.restore();
  });

  for (const [what, manifest, path] of [
    ['another version', manifestOf({ version: 2 as 1 }), 'version'],
    ['an empty manifest', {}, 'version'],
    ['no source', manifestOf({ media: { sources: [] } }), 'media.sources'],
  ] as const) {
    it(`${what}: an error that names every place, when it is played`, async () => {
      const player = await mount(manifest);
      const errors = heard(player, 'shoppable-error');
      player.play().catch(() => {});
      await problem(player);
      const error = await until(() => errors[0]?.error, 'the error');
      ok(/manifest-invalid|media-unsupported/.test(error.code), error.code);
      const invalid = await errorOf(errors, 'manifest-invalid');
      ok(invalid.message.includes(path), invalid.message);
      equal(player.paused, true, 'paused');
    });
  }

  it('no source that this browser knows', async () => {
    const player = await mount(manifestOf({ media: { sources: [{ src: '/x.foo', type: 'video/x-foo' }] } }));
    const errors = heard(player, 'shoppable-error');
    await click(inside(player, '[part=play]')!);
    await problem(player);
    ok(inside(player, '.problem p')!.textContent!.includes('can’t play this video'), 'message');
    await errorOf(errors, 'media-unsupported');
  });

  it('no source that is there', async function () {
    this.timeout(40_000);
    const player = await mount(manifestOf({ media: { sources: [missing, { src: '/none.mp4', type: 'video/mp4' }] } }));
    const errors = heard(player, 'shoppable-error');
    await click(inside(player, '[part=play]')!);
    await problem(player);
    await errorOf(errors, 'media-network');
    equal(errors.length, 1, 'errors');
  });

  it('no manifest at all', async () => {
    const { player, errors } = await mountHearing(undefined);
    await errorOf(errors, 'manifest-missing');
    await problem(player);
  });

  it('a manifest that comes after it was missed', async () => {
    const { player, errors } = await mountHearing(undefined);
    await errorOf(errors, 'manifest-missing');
    await problem(player);
    player.manifest = manifestOf();
    await player.play();
    ok(!inside(player, '.problem'), 'no message');
    await until(() => player.state.get().manifest?.id === 'film', 'the manifest');
  });

  it('a start that the browser refuses: the play button again, and no message', async () => {
    const { play: real } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
    try {
      const { player, errors } = await mountHearing(manifestOf(), { autoplay: '' });
      await errorOf(errors, 'autoplay-refused');
      HTMLMediaElement.prototype.play = real;
      ok(!inside(player, '.problem'), 'no message');
      equal(player.paused, true, 'paused');
      const button = await until(() => inside(player, '[aria-label="Play"], [part=play]:not(.busy)'), 'a play button');
      await click(button);
      await until(() => player.currentTime > 0.2, 'it plays');
    } finally {
      HTMLMediaElement.prototype.play = real;
    }
  });

  it('takes a new manifest after a failure', async () => {
    const player = await mount({});
    const errors = heard(player, 'shoppable-error');
    player.play().catch(() => {});
    await problem(player);
    await until(() => errors.length, 'the error');
    const loaded = next(player, 'shoppable-manifest-loaded');
    player.manifest = manifestOf({
      id: 'second',
      media: { sources: [{ src: '/test/support/media/hls/high/list.m3u8', type: HLS_TYPE }] },
    });
    await player.updateComplete;
    await until(() => !inside(player, '.problem'), 'no message');
    await play(player);
    equal((await loaded).manifest.id, 'second', 'manifest');
  });
});
