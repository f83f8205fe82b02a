import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, press, until } from '../../support/page.js';
import { hls, manifestOf } from '../support/manifest.js';
import { holdAt, mount, play } from '../support/players.js';

const near = (player: ShoppableVideo, seconds: number) =>
  until(() => Math.abs(player.state.get().time - seconds) < 0.1, `the film is at ${seconds} s`);

describe('the keyboard', () => {
  let player: ShoppableVideo;
  beforeEach(async () => {
    const tracks = [{ kind: 'captions' as const, src: '/test/support/media/lines.vtt', lang: 'en', label: 'English' }];
    player = await mount(manifestOf({ media: { sources: [hls], tracks } }), { muted: undefined });
    player.muted = true;
    await play(player);
    await holdAt(player, 1);
    inside(player, '[part=play-pause]')!.focus();
  });

  it('plays and pauses with K and the space bar', async () => {
    await press('k');
    await until(() => !player.paused, 'K plays');
    await press('k');
    await until(() => player.paused, 'K pauses');
    await press(' ');
    await until(() => !player.paused, 'the space bar plays');
    await press(' ');
    await until(() => player.paused, 'the space bar pauses');
  });

  it('seeks with arrows, J, L, Home, End and the digits', async () => {
    await press('5');
    await near(player, 3);
    await press('0');
    await near(player, 0);
    await press('9');
    await near(player, 5.4);
    await press('ArrowLeft');
    await near(player, 0.4);
    await press('ArrowRight');
    await near(player, 5.4);
    await press('j');
    await near(player, 0.4);
    await press('l');
    await near(player, 5.4);
    await press('Home');
    await near(player, 0);
    await press('End');
    await until(() => player.currentTime > 5.8, 'the end');
  });

  it('sets the sound with M and the arrows', async () => {
    await press('m');
    await until(() => !player.muted, 'M gives sound');
    await press('ArrowDown');
    await until(() => Math.abs(player.volume - 0.9) < 0.01, 'less of it');
    await press('ArrowDown');
    await until(() => Math.abs(player.volume - 0.8) < 0.01, 'still less');
    await press('ArrowUp');
    await until(() => Math.abs(player.volume - 0.9) < 0.01, 'more of it');
    await press('m');
    await until(() => player.muted, 'M takes it');
  });

  it('shows captions with C, drawn above the controls', async () => {
    await press('c');
    const lines = await until(() => inside(player, '.captions')!.textContent!.trim(), 'a caption');
    equal(lines, 'The first line.', 'caption');
    equal(inside(player, '[part=captions-toggle]')!.getAttribute('aria-pressed'), 'true', 'pressed');
    await holdAt(player, 4);
    await until(() => inside(player, '.captions')!.textContent!.includes('<b>second</b>'), 'the second one, as text');
    ok(!inside(player, '.captions b'), 'no markup of a caption');
    await press('c');
    await until(() => !inside(player, '.captions')!.textContent!.trim(), 'no caption');
  });

  it('asks for full screen with F', async () => {
    const asked: boolean[] = [];
    player.requestFullscreen = async () => void asked.push(true);
    await press('f');
    await until(() => asked.length, 'full screen');
    deepEqual(asked, [true], 'asked');
  });

  it('leaves a key with a modifier, and one typed into a field of the page, alone', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    let left = false;
    player.addEventListener('keydown', (event) => (left = !event.defaultPrevented));
    const key = new KeyboardEvent('keydown', {
      key: 'm',
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    inside(player, '[part=play-pause]')!.dispatchEvent(key);
    ok(left && player.muted, 'Ctrl+M is the page’s.');
    field.focus();
    await press('k');
    equal(field.value, 'k', 'field');
    equal(player.paused, true, 'paused');
    field.remove();
  });
});
