import { render } from 'lit';
import type { ShoppableHost } from '../../host/host.js';
import type { PlayerState } from '../../host/state.js';
import { enStills } from '../../i18n/en-stills.js';
import { fill } from '../../i18n/format.js';
import { formatTime } from '../../i18n/time.js';
import type { Film } from '../../player/film.js';
import type { Still } from '../../player/storyboard.js';
import { adoptInto } from '../../shared/adopt.js';
import type { PlaybackOptions } from '../playback.js';
import { tellExposures } from './exposure.js';
import { productList } from './product-list.js';
import { createReel } from './reel.js';
import { standIn, tellSeek } from './stand-in.js';
import { listenToSteps } from './steer.js';
import { stillsStyles } from './stills-styles.js';
import { stillsView } from './view.js';

/** The state that is drawn; a change of anything else draws nothing. */
const SHOWN: (keyof PlayerState)[] = ['open', 'refreshed', 'language'];

/** Those that have pictures. */
const mounted = new WeakSet<HTMLVideoElement>();

/** What would move from under a pointer waits for it to go, and no longer than who wants to press takes. */
const HOLD_MS = 2_000;
const LOOK_MS = 100;

/** Whoever steps quickly hears only where the steps ended. */
const QUIET_MS = 700;

/**
 * Puts pictures of the film in its place, with the same hotspots: where the shopper's browser asks to save data, until
 * the shopper plays the film all the same, and whenever the film has failed, until it plays. Where there are none, what
 * the film sells is listed over its poster. Resolves when one of these is there, or the manifest was refused.
 */
export async function mountStills(
  { element, video, layers, state, startAt, signal }: PlaybackOptions,
  host: ShoppableHost,
): Promise<void> {
  if (mounted.has(video)) return;
  mounted.add(video);
  const manifest = await host.manifest().catch(() => undefined);
  if (!manifest || signal.aborted) return;
  const { readTrack, parseStoryboard, readFilm, inWords } = await import('../controls/scrubber/scrubber.js');
  const { media, hotspots } = manifest;
  /** In the language of now. */
  const text = () => host.strings.stills ?? enStills;
  const root = element.shadowRoot!;
  const poster = root.querySelector('slot[name=poster]')!;
  const view = document.createElement('div');
  view.className = 'stills';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('part', 'stills__picture');

  const stills = media.storyboard ? await readTrack('storyboard', media.storyboard, parseStoryboard, signal) : [];
  const duration = state.get().duration || manifest.duration || stills.at(-1)?.end || Number.NaN;
  const reel = createReel(stills, hotspots, canvas, changed);
  let film: Film = { chapters: [], segments: [] };
  let said = '';
  let saying = 0;
  let moved = false;
  /** Runs while the pictures speak for the film. */
  let turn: AbortController | undefined;
  let giveBack = () => {};

  const draw = () => {
    const { error, open } = state.get();
    canvas.setAttribute('aria-label', name());
    for (const [name, is] of Object.entries({ listed: !reel.still, moved, covered: Boolean(open) }))
      view.classList.toggle(name, is);
    poster.classList.toggle('kept', !reel.still);
    render(
      stillsView({
        text: text(),
        said,
        picture: reel.still ? canvas : productList(host, manifest, text().products),
        note: turn && !error ? why() : undefined,
        ways: turn && reel.ways(),
        play: () => host.request({ type: 'play' }),
        step,
      }),
      view,
    );
  };
  const why = () => (reel.still ? text().saving : text().savingList);
  const name = () => fill(text().picture, { place: inWords(formatTime(reel.time), reel.time, film, host) });
  const say = (...sentences: string[]) => {
    clearTimeout(saying);
    saying = window.setTimeout(() => {
      // The slider tells its own value.
      const isTold = !reel.still || root.activeElement?.matches('.seek input');
      said = [...sentences, ...(isTold ? [] : [name()])].join(' ');
      draw();
    }, QUIET_MS);
  };

  function changed(before: Still | undefined): void {
    if (!turn || signal.aborted) return;
    const { width, height } = reel.still ?? {};
    if (before?.width !== width || before?.height !== height) video.dispatchEvent(new Event('resize'));
    tellSeek(video);
    draw();
    say();
    // A hotspot stays as long as it has the focus, and on another picture it would lie beside what it means.
    const { hotspotId } = (root.activeElement as HTMLElement | null)?.dataset ?? {};
    if (hotspotId && !state.get().scene.some(({ id }) => id === hotspotId)) focusIn('.step.on');
  }
  const focusIn = (selector: string) => view.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  const seek = (wanted: number) => {
    if (Number.isFinite(wanted)) void reel.seek(Math.min(Math.max(0, wanted), duration || 0));
  };
  const step = (by: 1 | -1, every = false) => {
    moved = reel.step(by, every) || moved;
    draw();
  };

  /** The pictures take the film's place. */
  const take = () => {
    if (turn) return draw();
    turn = new AbortController();
    const wasPressed = root.activeElement?.matches('.start');
    video.style.visibility = 'hidden';
    if (!view.isConnected) video.after(view);
    giveBack = standIn(video, {
      duration,
      seek,
      time: () => reel.time,
      size: () => reel.still ?? { width: 0, height: 0 },
      play() {
        const failed = state.get().error;
        release();
        if (failed) host.request({ type: 'retry' });
        const played = video.play();
        // Without a press the browser may refuse; then nothing has changed.
        played.catch(({ name }) => name === 'NotAllowedError' && take());
        return played;
      },
    });
    state.set({ engine: 'stills' });
    listenToSteps(host, layers, step, turn.signal);
    tellExposures(host, layers, turn.signal);
    draw();
    say(...(state.get().error ? [] : [why()]));
    // What was pressed is gone, and to press once more is no wish for the film.
    if (wasPressed) focusIn('.step.on, .goods button');
  };
  /** The film is asked for. Its last picture stays until it is there. */
  const release = () => {
    if (!turn) return;
    turn.abort();
    turn = undefined;
    clearTimeout(saying);
    said = '';
    const hadFocus = view.contains(root.activeElement);
    giveBack();
    element.currentTime = reel.time;
    draw();
    if (hadFocus) layers.querySelector<HTMLElement>('[part=play-pause]')?.focus();
    video.addEventListener('loadeddata', () => turn || leave(), { once: true, signal });
  };
  const leave = () => {
    view.remove();
    poster.classList.remove('kept');
    video.style.visibility = '';
  };

  await reel.seek(state.get().time || startAt);
  // The button to try again goes to the edge with what comes now: not from under a pointer that is about to press it.
  for (let ms = 0; ms < HOLD_MS && root.querySelector('.problem button:hover'); ms += LOOK_MS)
    await new Promise((ends) => setTimeout(ends, LOOK_MS));
  if (signal.aborted) return;
  adoptInto(root, stillsStyles);
  signal.addEventListener(
    'abort',
    () => {
      turn?.abort();
      clearTimeout(saying);
      leave();
    },
    { once: true },
  );
  state.subscribe((now, before) => {
    if (now.error) take();
    else if (before.error) release();
    else if (turn && SHOWN.some((key) => now[key] !== before[key])) draw();
  }, signal);
  // It may have been tried again, and play, by now.
  if (state.get().error || !state.get().engine) take();
  void readFilm(manifest, host).then((read) => {
    film = read;
    if (turn) draw();
  });
}
