import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, focused, inside, next, press, tabTo, until } from '../../support/page.js';
import { manifestOf, mp4 } from '../support/manifest.js';
import { heard, holdAt, mount, play, videoOf } from '../support/players.js';

const nameOf = (element: Element | null) => element?.getAttribute('aria-label');

describe('playing', () => {
  for (const muted of ['', undefined]) {
    it(`begins with a click, ${muted === '' ? 'muted' : 'with sound'}, and is told as a <video> tells it`, async () => {
      const player = await mount(manifestOf(), { muted });
      const types = 'play playing loadedmetadata durationchange timeupdate canplay volumechange pause seeked'.split(
        ' ',
      );
      const told = new Map(types.map((type) => [type, heard(player, type as 'play')]));
      const button = inside(player, '[part=play]')!;
      await click(button);
      await until(() => player.currentTime > 0.2, 'the clock goes on');
      equal(player.paused, false, 'paused');
      equal(player.ended, false, 'ended');
      equal(videoOf(player).muted, muted === '', 'muted');
      await until(() => Math.abs(player.duration - 6) < 0.2, 'the duration of the media');
      player.muted = muted !== '';
      player.pause();
      await until(() => told.get('pause')!.length, 'pause');
      const before = player.currentTime;
      player.currentTime = 4;
      await until(() => told.get('seeked')!.length, 'seeked');
      ok(before < 3.5 && Math.abs(player.currentTime - 4) < 0.05, `From ${before} to ${player.currentTime}`);
      const silent = types.filter((type) => !told.get(type)!.length && type !== 'volumechange');
      deepEqual(silent, [], 'events that never came');
      await until(() => told.get('volumechange')!.length, 'volumechange');
      ok(!told.get('play')![0]!.bubbles, 'As on <video>, media events do not bubble.');
    });
  }

  it('begins when the manifest comes after the click', async () => {
    let answer: (manifest: Response) => void = () => {};
    const { fetch } = window;
    window.fetch = (input, init) =>
      String(input).endsWith('/late.json') ? new Promise((resolve) => (answer = resolve)) : fetch(input, init);
    try {
      const player = await mount('/late.json');
      await click(inside(player, '[part=play]')!);
      await until(() => inside(player, 'video') && inside(player, '[part=play].busy'), 'it waits, and shows it');
      answer(Response.json(manifestOf({ media: { sources: [mp4] } })));
      await until(() => player.currentTime > 0.2, 'it plays');
    } finally {
      window.fetch = fetch;
    }
  });

  it('keeps the promise of play(), and refuses it where there is nothing to play', async () => {
    const player = await mount(manifestOf());
    equal(await player.play(), undefined, 'result');
    equal(player.paused, false, 'paused');
    const broken = await mount(manifestOf({ media: { sources: [{ src: '/x.foo', type: 'video/x-foo' }] } }));
    const error = await broken.play().then(
      () => undefined,
      (reason) => reason,
    );
    equal(error?.code, 'media-unsupported', 'reason');
    const loose = document.createElement('shoppable-video');
    equal(await loose.play().catch(({ name }) => name), 'AbortError', 'outside of a document');
  });

  it('keeps the sound that is set before there is a video', async () => {
    const player = await mount(manifestOf(), { muted: undefined });
    player.muted = true;
    player.volume = 0.4;
    deepEqual([player.muted, player.volume], [true, 0.4], 'before');
    const video = await play(player);
    deepEqual([video.muted, Math.round(video.volume * 10)], [true, 4], 'on the video');
    player.volume = 0.5;
    player.muted = false;
    await until(() => !player.state.get().muted && player.state.get().volume === 0.5, 'what the controls know');
    deepEqual([video.muted, video.volume], [false, 0.5], 'on the video');
    deepEqual([player.muted, player.volume], [false, 0.5], 'after');
  });

  it('keeps the pace and the position that are set before there is a video', async () => {
    const player = await mount(manifestOf());
    player.playbackRate = 1.5;
    player.currentTime = 2;
    deepEqual([player.playbackRate, player.currentTime], [1.5, 2], 'before');
    const video = await play(player);
    await until(() => video.currentTime > 2, 'plays from there');
    equal(video.playbackRate, 1.5, 'on the video');
    const changed = next(player, 'ratechange');
    player.playbackRate = 1;
    await changed;
    deepEqual([video.playbackRate, player.playbackRate], [1, 1], 'after');
  });

  it('begins at the second asked for', async () => {
    const player = await mount(manifestOf(), { start: '4.2' });
    const video = await play(player);
    ok(video.currentTime >= 4, `Plays at ${video.currentTime}.`);
  });

  it('ends, and plays again from the beginning', async () => {
    const player = await mount(manifestOf());
    const video = await play(player);
    await until(() => video.buffered.end(0) > 5.9, 'all is there');
    const ended = next(player, 'ended');
    player.currentTime = 5.5;
    await ended;
    ok(player.ended && player.currentTime > 5.8, `Ended at ${player.currentTime}.`);
    const again = await until(() => inside(player, '[aria-label="Play again"]'), 'the button to play again');
    again.click();
    await until(() => !player.ended && player.currentTime > 0 && player.currentTime < 4, 'plays from the beginning');
  });

  it('gives the focus of the play button to the control that plays and pauses', async () => {
    const player = await mount(manifestOf());
    await tabTo((element) => element.matches('[part=play]'), 'the play button');
    await press('Enter');
    await until(() => player.currentTime > 0, 'the film plays');
    await until(() => nameOf(focused()) === 'Pause', 'the focus is on the control that pauses', 3000);
    await press('Enter');
    await until(() => player.paused, 'it pauses');
    equal(nameOf(focused()), 'Play', 'control with the focus');
  });

  it('has controls that are buttons and sliders with names', async () => {
    const player = await mount(manifestOf());
    await play(player);
    const controls = [...inside(player, '.controls')!.querySelectorAll<HTMLElement>('button, input, a, [tabindex]')];
    deepEqual(
      controls.map((control) => [control.localName, nameOf(control) ?? control.textContent!.trim()]),
      [
        ['input', 'Seek'],
        ['button', 'Pause'],
        ['button', 'Products in this scene: 1'],
        ['button', 'Unmute'],
        ['input', 'Volume'],
        ['button', 'Settings'],
        ['button', 'Full screen'],
      ],
      'controls',
    );
    for (const control of controls) ok(control.tabIndex === 0, `${nameOf(control)} can be reached by Tab.`);
  });

  it('seeks with the slider and the keyboard', async () => {
    const player = await mount(manifestOf());
    await play(player);
    await holdAt(player, 1);
    const slider = inside<HTMLInputElement>(player, '.seek input')!;
    slider.focus();
    await press('End');
    await until(() => player.currentTime > 5.5, 'the end');
    await press('Home');
    await until(() => player.currentTime === 0, 'the beginning');
    await press('ArrowRight');
    const time = await until(() => player.currentTime, 'a step on');
    ok(time > 0 && time <= 6, `at ${time}`);
    await until(() => slider.getAttribute('aria-valuetext')!.includes(' of 0:06'), 'its value in words');
    equal(player.paused, true, 'paused');
  });

  it('shows and hides the controls at a tap, which does not pause', async () => {
    const player = await mount(manifestOf());
    await play(player);
    const layers = inside(player, '.layers')!;
    const picture = inside(player, '.touch')!;
    const tap = () => {
      const touch = { bubbles: true, composed: true, pointerType: 'touch', pointerId: 7 };
      picture.dispatchEvent(new PointerEvent('pointerdown', touch));
      picture.dispatchEvent(new PointerEvent('pointerup', touch));
      picture.dispatchEvent(new PointerEvent('click', touch));
    };
    ok(!layers.classList.contains('idle'), 'The controls are there at first.');
    tap();
    ok(layers.classList.contains('idle'), 'A tap takes them away.');
    tap();
    ok(!layers.classList.contains('idle'), 'A tap brings them back.');
    equal(player.paused, false, 'paused');
  });

  it('plays and pauses at a click of a mouse on the picture', async () => {
    const player = await mount(manifestOf({ hotspots: [] }));
    await play(player);
    await click(player);
    await until(() => player.paused, 'it pauses');
    await click(player);
    await until(() => !player.paused, 'it plays');
  });
});
