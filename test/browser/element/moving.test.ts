import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { hls, manifestOf, mp4 } from '../support/manifest.js';
import { heard, hotspotOf, mount, play, videoOf } from '../support/players.js';

type Movable = HTMLElement & { moveBefore?(node: Node, child: Node | null): void };

const place = () => document.body.appendChild(document.createElement('section')) as Movable;

/** What a framework does that builds its page anew around an element that it keeps. */
const MOVES: Record<string, ((player: Element, to: Movable) => void) | undefined> = {
  append: (player, to) => to.append(player),
  'insertBefore, twice in a task': (player, to) => {
    document.body.insertBefore(player, to);
    to.insertBefore(player, null);
  },
  'remove and append in a task': (player, to) => {
    player.remove();
    to.append(player);
  },
  // not in every engine yet
  moveBefore: 'moveBefore' in Element.prototype ? (player, to) => to.moveBefore!(player, null) : undefined,
};

describe('a player that is moved', () => {
  let to: Movable;
  beforeEach(() => {
    to = place();
  });
  afterEach(() => to.remove());

  for (const [source, engine] of [
    [hls, 'hls'],
    [mp4, 'auto'],
  ] as const) {
    for (const [name, move] of Object.entries(MOVES)) {
      it(`plays on: ${name}, ${source.type}`, async function () {
        if (!move) return this.skip();
        const player = await mount(manifestOf({ media: { sources: [source] } }), { engine });
        const video = await play(player);
        const hotspot = await hotspotOf(player, 'mug');
        // WebKitGTK 2.50 never goes on with a bare <video> either that is moved within its first frames
        await until(() => video.currentTime > 0.5, 'it has played for a while');
        const pauses = heard(player, 'pause');
        const begins = heard(player, 'loadstart');
        move(player, to);
        const { currentTime } = video;
        await new Promise((resolve) => setTimeout(resolve, 500));
        equal(player.parentElement, to, 'its place');
        await until(() => video.currentTime > currentTime + 0.4, 'it plays on');
        equal(video.paused, false, 'paused');
        ok(videoOf(player) === video && (await hotspotOf(player, 'mug')) === hotspot, 'All of it is the same.');
        deepEqual([pauses.length, begins.length], [0, 0], 'pauses and loads');
      });
    }
  }

  it('stays paused when it was', async () => {
    const player = await mount(manifestOf());
    await play(player);
    player.pause();
    await until(() => player.paused, 'it is paused');
    to.append(player);
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(player.paused, true, 'paused');
  });
});

describe('a player that is mounted twice, as by React in StrictMode', () => {
  it('is one player, and tells everything once', async () => {
    const records: string[] = [];
    const player = await mount(manifestOf(), { consent: 'granted' }, (created) => {
      created.addEventListener('shoppable-beacon', ({ record }) => records.push(record.type));
      document.body.append(created);
      created.remove();
    });
    const ready = heard(player, 'shoppable-ready');
    const loaded = heard(player, 'shoppable-manifest-loaded');
    player.remove();
    document.body.append(player);
    await play(player);
    await hotspotOf(player, 'mug');
    await until(() => records.includes('player_opportunity') && ready.length, 'it has been seen');
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(player.shadowRoot!.querySelectorAll('video').length, 1, 'videos');
    equal(inside(player, '.layers')!.querySelectorAll('.controls').length, 1, 'controls');
    deepEqual([ready.length, loaded.length], [1, 1], 'ready, manifest loaded');
    for (const type of ['player_opportunity', 'view_start'])
      equal(records.filter((each) => each === type).length, 1, type);
  });
});
