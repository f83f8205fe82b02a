import { deepEqual, equal, ok } from '../../support/assert.js';
import { until } from '../../support/page.js';
import { manifestOf, mp4 } from '../support/manifest.js';
import { mount, play, videoOf } from '../support/players.js';

const { mediaSession } = navigator;
/** What the browser would call when a media key is pressed; no key of a test reaches it. */
const handlers = new Map<string, MediaSessionActionHandler>();
let position: MediaPositionState | undefined;

if (mediaSession) {
  const setHandler = mediaSession.setActionHandler.bind(mediaSession);
  mediaSession.setActionHandler = (action, handler) => {
    setHandler(action, handler);
    if (handler) handlers.set(action, handler);
    else handlers.delete(action);
  };
  const setPosition = mediaSession.setPositionState?.bind(mediaSession);
  mediaSession.setPositionState = (state) => {
    setPosition?.(state);
    position = state;
  };
}

const tracks = [
  { kind: 'chapters' as const, src: '/test/browser/support/chapters.vtt', lang: 'en', label: 'Chapters' },
];
const film = (title: string, chapters = tracks) =>
  manifestOf({ title, poster: '/test/support/media/poster.png', media: { sources: [mp4], tracks: chapters } });
const key = (action: MediaSessionAction, details: object = {}) =>
  handlers.get(action)!({ action, ...details } as MediaSessionActionDetails);
const title = () => mediaSession.metadata?.title;

(mediaSession ? describe : describe.skip)('the media session', () => {
  it('has the film’s name, its page and its poster, and where it is', async () => {
    const player = await mount(film('Coffee corner'));
    await play(player);
    await until(() => title() === 'Coffee corner', 'the name');
    equal(mediaSession.metadata!.artist, location.hostname, 'whose it is');
    ok(mediaSession.metadata!.artwork[0]!.src.endsWith('/test/support/media/poster.png'), 'Its poster.');
    await until(() => position?.duration, 'its place');
    ok(Math.abs(position!.duration! - 6) < 0.2 && position!.playbackRate === 1, JSON.stringify(position));
    player.playbackRate = 1.5;
    await until(() => position?.playbackRate === 1.5, 'its speed');
  });

  it('does what the media keys say', async () => {
    const player = await mount(film('Keys'));
    await play(player);
    await until(() => handlers.has('nexttrack') && title() === 'Keys', 'the chapters have been read');
    key('pause');
    await until(() => player.paused && mediaSession.playbackState === 'paused', 'pause');
    const at = (seconds: number) => until(() => Math.abs(player.state.get().time - seconds) < 0.05, `${seconds} s`);
    key('seekto', { seekTime: 2 });
    await at(2);
    key('seekforward', { seekOffset: 1 });
    await at(3);
    key('seekbackward', { seekOffset: 2 });
    await at(1);
    key('nexttrack');
    await at(1.5);
    key('nexttrack');
    await at(4.5);
    key('previoustrack');
    await at(0);
    key('play');
    await until(() => !player.paused && mediaSession.playbackState === 'playing', 'play');
  });

  it('has no keys for chapters where there are none', async () => {
    const player = await mount(film('No chapters', []));
    await play(player);
    await until(() => title() === 'No chapters', 'the name');
    ok(
      handlers.has('play') && !handlers.has('nexttrack') && !handlers.has('previoustrack'),
      [...handlers.keys()].join(),
    );
  });

  it('is the one’s that played last, until it ends or goes', async () => {
    const first = await mount(film('First'));
    const second = await mount(film('Second'));
    await play(first);
    await until(() => title() === 'First', 'the first');
    await play(second);
    await until(() => title() === 'Second', 'the second');
    first.pause();
    first.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    equal(title(), 'Second', 'still the second');
    ok(handlers.has('play'), 'It has its keys.');
    videoOf(second).currentTime = 5.8;
    await until(() => second.ended && !mediaSession.metadata, 'it has ended');
    deepEqual([...handlers.keys()], [], 'keys');
    await second.play();
    await until(() => title() === 'Second', 'it plays again');
    second.remove();
    await until(() => !mediaSession.metadata && !handlers.size, 'it has gone');
  });
});
