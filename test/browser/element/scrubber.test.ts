import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, press, until } from '../../support/page.js';
import { pointAt } from '../support/bar.js';
import { missing, still } from '../support/manifest.js';
import { mount } from '../support/players.js';
import { chapters, FILES, film, marks, near, preview, ready, slider, words } from '../support/scrubber.js';

const CHUNK = '/dist/chunks/scrubber.js';

describe('the seek bar', () => {
  it('shows a preview where the mouse is: picture, time, chapter and product', async () => {
    const player = await ready(film());
    await until(() => slider(player).getAttribute('aria-valuetext')!.includes('The corner'), 'the chapters');
    ok(!preview(player), 'There is no preview before.');
    equal(performance.getEntriesByName(new URL(`${FILES}/storyboard.vtt`, location.href).href).length, 0, 'requests');
    await pointAt(player, 3);
    const picture = await until(
      () => preview(player)?.querySelector<HTMLImageElement>('.still:not([hidden]) img:not([hidden])'),
      'a picture',
    );
    ok(picture.getBoundingClientRect().width > preview(player)!.clientWidth * 2, 'The sheet is larger than the still.');
    ok(/^0:0[23] ?Cups & mugs$/.test(words(player)!.trim()), words(player));
    await pointAt(player, 4);
    await until(() => words(player)?.includes('Brass lamp'), 'the lamp');
    ok(marks(player, 'marker')[1]!.classList.contains('near'), 'Its marker is lifted.');
    await pointAt(player, 3, -80);
    await until(() => !preview(player), 'it goes');
  });

  it('keeps the preview within the player at both ends, 320 px wide too', async () => {
    for (const width of ['320px', '640px']) {
      const player = await ready(film(), { style: `width: ${width}` });
      const box = player.getBoundingClientRect();
      for (const time of [0, 3, 6]) {
        await pointAt(player, time);
        const bubble = (await until(() => preview(player), 'a preview')).getBoundingClientRect();
        ok(bubble.left >= box.left && bubble.right <= box.right && bubble.top >= box.top, `${width} at ${time} s`);
        ok(bubble.width > 40, `${bubble.width} px wide`);
      }
      player.remove();
    }
  });

  it('seeks exactly to a product whose marker is clicked, and elsewhere to the place', async () => {
    const player = await ready(film());
    await pointAt(player, 2.03, 0, 'click');
    await near(player, 2);
    equal(player.currentTime, 2, 'time');
    await pointAt(player, 3, 0, 'click');
    await until(() => Math.abs(player.currentTime - 3) < 0.05, 'three seconds');
    equal(player.shadowRoot!.activeElement, slider(player), 'focus');
    // a marker at the very beginning is one too
    const first = await ready(film({}, { hotspots: [still('mug')] }));
    await pointAt(first, 0.04, 0, 'click');
    await near(first, 0);
    equal(first.currentTime, 0, 'time');
  });

  it('jumps with Page Up and Page Down, and says where it is', async () => {
    const player = await ready(film());
    const input = slider(player);
    await until(() => input.getAttribute('aria-valuetext')!.includes('The corner'), 'the chapters');
    input.focus();
    equal(input.getAttribute('aria-valuetext'), '0:01 of 0:06, The corner', 'words');
    for (const time of [1.5, 2, 4]) {
      await press('PageUp');
      await near(player, time);
    }
    equal(input.getAttribute('aria-valuetext'), '0:04 of 0:06, Cups & mugs, Brass lamp', 'words');
    ok(words(player)?.includes('Brass lamp'), words(player));
    await press('PageDown');
    await near(player, 2);
    await press('ArrowRight');
    await until(() => player.currentTime > 2, 'an arrow is still a step');
    ok(preview(player), 'An arrow brings the preview.');
    await press('Escape');
    ok(!preview(player), 'Escape takes it away.');
  });

  it('is as full as the film is over, and moves nothing that has no box, which would cost each frame', async () => {
    const player = await ready(film());
    await pointAt(player, 3);
    await until(() => marks(player, 'playhead').length, 'the playhead');
    player.play();
    await until(() => player.currentTime > 2, 'it plays');
    const share = inside(player, '.fill')!.getBoundingClientRect().width / inside(player, '.track')!.clientWidth;
    ok(Math.abs(share - player.currentTime / player.duration) < 0.05, `${share} of it at ${player.currentTime} s`);
    const moved = player.shadowRoot!.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target!);
    ok(moved.length >= 2, 'Bar and playhead are animations.');
    for (const target of moved) ok(target.getClientRects().length, `${target.className} has a box.`);
  });

  it('adds no tab stop, and nothing for a screen reader but the words', async () => {
    const player = await ready(film());
    await pointAt(player, 3);
    await until(() => preview(player), 'a preview');
    const added = ['reach', 'marks', 'playhead', 'preview'].flatMap((name) => marks(player, name));
    equal(added.length, 4, 'parts');
    for (const part of added) {
      equal(part.getAttribute('aria-hidden'), 'true', part.className);
      ok(!part.querySelector('button, a, [tabindex]'), part.className);
    }
  });

  it('follows a finger that drags, and seeks where another taps', async () => {
    const player = await ready(film());
    const reach = inside(player, '.reach')!;
    const bar = inside(player, '.track')!.getBoundingClientRect();
    const at = (type: string, time: number) =>
      reach.dispatchEvent(
        new PointerEvent(type, {
          pointerType: 'touch',
          pointerId: 9,
          isPrimary: true,
          bubbles: true,
          composed: true,
          clientX: bar.left + (time / 6) * bar.width,
          clientY: bar.top,
        }),
      );
    at('pointerdown', 3);
    ok(preview(player), 'A finger brings the preview.');
    equal(player.currentTime, 1, 'time as the finger comes');
    at('pointercancel', 3);
    ok(!preview(player) && player.currentTime === 1, 'A page that is scrolled seeks nothing.');
    at('pointerdown', 3);
    at('pointermove', 3.5);
    at('pointermove', 5);
    ok(words(player)?.includes('The end'), words(player));
    at('pointerup', 5);
    ok(!preview(player), 'It goes with the finger.');
    await until(() => Math.abs(player.currentTime - 5) < 0.05, 'where the finger was lifted');
    at('pointerdown', 4.05);
    at('pointerup', 4.05);
    await near(player, 4);
    ok(reach.getBoundingClientRect().height >= 24, 'It is high enough for a finger.');
  });

  it('does without a storyboard and chapters', async () => {
    const player = await ready(film({ tracks: [], storyboard: undefined }));
    await pointAt(player, 3);
    equal((await until(() => words(player), 'a preview')).trim(), '0:03', 'words');
    ok(inside(player, '.still')!.hidden, 'There is no picture.');
    await pointAt(player, 2);
    await until(() => words(player)?.includes('Stoneware mug'), 'the mug');
    equal(slider(player).getAttribute('aria-valuetext'), '0:01 of 0:06', 'words');
  });

  it('takes the segments where there are no chapters, and marks them where they are others', async () => {
    const segments = [
      { id: 'a', label: 'Welcome', start: 0, end: 3 },
      { id: 'b', label: 'Questions', start: 3, end: 6 },
    ];
    const alone = await ready(film({ tracks: [] }, { segments }));
    await until(() => slider(alone).getAttribute('aria-valuetext')!.endsWith('Welcome'), 'the segment');
    equal(marks(alone, 'segment').length, 0, 'ticks');
    alone.remove();
    const beside = await ready(film({}, { segments }));
    await until(() => marks(beside, 'segment').length === 1, 'a tick');
    ok(slider(beside).getAttribute('aria-valuetext')!.endsWith('The corner, Welcome'), 'Both are told.');
  });

  it('a storyboard or chapters that fail cost one warning each and nothing else', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...message) => warnings.push(message.map(String).join(' '));
    try {
      const nonsense = [{ ...chapters[0]!, src: `${FILES}/manifest.json` }];
      const player = await ready(film({ tracks: nonsense, storyboard: '/not-there.vtt' }));
      for (const time of [3, 4, 3]) await pointAt(player, time);
      await until(() => warnings.length >= 2, 'two warnings');
      equal((await until(() => words(player), 'a preview')).trim(), '0:03', 'words');
      await pointAt(player, 4, 0, 'click');
      await near(player, 4);
      deepEqual(
        warnings.map((line) => /(storyboard|chapters file) \S+(\.vtt|\.json)/.exec(line)?.[1]).sort(),
        ['chapters file', 'storyboard'],
        'warnings',
      );
    } finally {
      console.warn = warn;
    }
  });

  it('a storyboard without its picture costs the picture', async () => {
    const player = await ready(film({ storyboard: `${FILES}/storyboard-broken.vtt` }));
    await pointAt(player, 3);
    await until(() => preview(player) && inside(player, '.still')!.hidden, 'no picture');
    ok(words(player)?.includes('0:0'), 'The rest is there.');
  });

  it('runs in the direction of time in every language', async () => {
    const player = await ready(film(), { style: 'width: 640px', dir: 'rtl' });
    const [first, second] = marks(player, 'marker').map((mark) => mark.getBoundingClientRect().left);
    ok(first! < second!, 'The mug comes before the lamp.');
    await pointAt(player, 5.5);
    const bubble = (await until(() => preview(player), 'a preview')).getBoundingClientRect();
    ok(bubble.left > player.getBoundingClientRect().left + 320, 'The preview is on the right.');
  });

  it('a player that goes while its marks are on their way leaves no error', async () => {
    const failed: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => failed.push(event.reason);
    addEventListener('unhandledrejection', hear);
    try {
      // it never starts, so that nothing but the pointer asks for the marks
      const player = await mount(film({ sources: [missing] }));
      player.play().catch(() => {});
      const seek = await until(() => inside(player, '.seek'), 'the bar');
      seek.dispatchEvent(new PointerEvent('pointerenter'));
      player.remove();
      await import(CHUNK);
      await new Promise((resolve) => setTimeout(resolve, 100));
      deepEqual(failed.map(String), [], 'rejections');
    } finally {
      removeEventListener('unhandledrejection', hear);
    }
  });
});
