import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { HLS_TYPE, MEDIA, manifestOf } from '../support/manifest.js';
import { heard, hotspotOf, mount, play, videoOf } from '../support/players.js';

describe('the life of a player', () => {
  it('what is taken away is over: no video, no events, nothing on the network', async () => {
    const player = await mount(manifestOf(), { engine: 'hls' });
    const video = await play(player);
    player.remove();
    await until(() => !inside(player, 'video'), 'the video is gone');
    ok(video.paused && !video.src, 'It is paused and has no source.');
    const events = heard(player, 'timeupdate');
    const volume = heard(player, 'volumechange');
    video.volume = 0.1;
    const entries = performance.getEntriesByType('resource').length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(events.length + volume.length, 0, 'events');
    equal(performance.getEntriesByType('resource').length, entries, 'requests');
    equal(player.paused, true, 'paused');
    equal(player.currentTime, 0, 'time');
    ok(!player.state.get().manifest, 'It has forgotten its manifest.');
  });

  it('what comes back begins anew', async () => {
    const player = await mount(manifestOf());
    const first = await play(player);
    player.remove();
    await until(() => !inside(player, 'video'), 'the video is gone');
    document.body.append(player);
    await until(() => inside(player, '[part=play]'), 'the play button is there again');
    const second = await play(player);
    ok(first !== second, 'It is another <video>.');
    await hotspotOf(player, 'mug');
    equal(player.shadowRoot!.querySelectorAll('video').length, 1, 'videos');
    equal(player.shadowRoot!.querySelectorAll('.controls').length, 1, 'controls');
  });

  it('comes and goes twenty times without a trace', async () => {
    const player = await mount(manifestOf());
    for (let i = 0; i < 20; i++) {
      if (!player.isConnected) document.body.append(player);
      void player.play().catch(() => {});
      if (i % 2) await new Promise((resolve) => setTimeout(resolve, 10));
      player.remove();
      await Promise.resolve();
      if (i % 3) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    document.body.append(player);
    await play(player);
    equal(player.shadowRoot!.querySelectorAll('video').length, 1, 'videos');
    equal(player.shadowRoot!.querySelectorAll('.controls').length, 1, 'controls');
  });

  it('two on a page do not know each other', async () => {
    const one = await mount(manifestOf());
    const other = await mount(manifestOf({ id: 'other', title: 'Another' }));
    await play(one);
    ok(!inside(other, 'video') && other.paused, 'The other one has not begun.');
    await play(other);
    one.pause();
    await until(() => one.paused, 'the first one is paused');
    equal(other.paused, false, 'other paused');
    one.volume = 0.3;
    equal(other.volume, 1, 'volume of the other');
    one.remove();
    const { currentTime } = other;
    await until(() => other.currentTime > currentTime + 0.2, 'the other one plays on');
  });

  it('another manifest while it plays begins afresh', async () => {
    const player = await mount(manifestOf());
    await play(player);
    await player.openProduct('mug');
    const source = { src: `${MEDIA}/hls/low/list.m3u8`, type: HLS_TYPE };
    player.manifest = manifestOf({ id: 'second', title: 'The second', media: { sources: [source] }, hotspots: [] });
    await until(
      () => inside(player, '[part=play]')?.getAttribute('aria-label') === 'Play video: The second',
      'its facade',
    );
    ok(!inside(player, 'video') && !inside(player, 'dialog') && !inside(player, '.hotspot'), 'Nothing is left.');
    await play(player);
    equal(player.state.get().manifest!.id, 'second', 'manifest');
    await until(() => videoOf(player).videoWidth === 160, 'the other picture');
  });

  it('sends nothing before consent, what was held once it is given, and nothing after it is taken back', async () => {
    const bodies: string[] = [];
    const player = await mount(manifestOf(), { beacon: '/v1/beacons' }, (created) => {
      created.beaconTransport = {
        async send(_url, body) {
          bodies.push(body);
          return { status: 204 };
        },
      };
    });
    const told = heard(player, 'shoppable-beacon');
    await play(player);
    await player.flush();
    equal(bodies.length + told.length, 0, 'before');
    player.setAttribute('consent', 'granted');
    await player.updateComplete;
    await until(() => told.length, 'what was held is told');
    await player.flush();
    ok(bodies.join().includes('"view_start"'), 'What was held is sent.');
    player.setAttribute('consent', 'denied');
    await player.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = [told.length, bodies.length];
    player.pause();
    await until(() => player.paused, 'paused');
    await player.flush();
    deepEqual([told.length, bodies.length], before, 'after');
  });
});
