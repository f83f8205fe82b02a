import type { ShoppableHost } from '../../../host/host.js';
import { enScrubber } from '../../../i18n/en-scrubber.js';
import { formatTime } from '../../../i18n/time.js';
import { type Film, readFilm } from '../../../player/film.js';
import { readTrack } from '../../../player/read-track.js';
import { parseStoryboard, type Still } from '../../../player/storyboard.js';
import { begunBy } from '../../../player/webvtt.js';
import { adoptInto } from '../../../shared/adopt.js';
import { INSET_PX } from './inset.js';
import { listenToJumps } from './keys.js';
import { type Marker, markerNear, markersOf } from './markers.js';
import { createMarks } from './marks.js';
import { chapterAt, inWords } from './moment.js';
import { offerOf } from './offer.js';
import { createPlayhead } from './playhead.js';
import { listenToPointer } from './pointer.js';
import { createPreview } from './preview.js';
import { scrubberStyles } from './scrubber-styles.js';
import { stopsOf } from './stops.js';

export { readFilm } from '../../../player/film.js';
// The pictures that stand in for a film are those of the preview, and are sought on this bar: they come with it.
export { readTrack } from '../../../player/read-track.js';
export { parseStoryboard } from '../../../player/storyboard.js';
export { inWords } from './moment.js';

/** What a preview that a key has brought is shown for, while the film plays on. */
const KEY_PREVIEW_MS = 2000;

/**
 * Makes the seek bar tell what it leads to: chapters, segments and products as marks, a preview, places to jump to.
 * The slider stays the one control and is what seeks; all of this is beside it, and hidden from a screen reader, which
 * hears it in the slider's own value.
 * @param wake brings the controls back, or keeps them
 * @param changed told when there are other words for the slider's value
 * @returns what the slider's value is in words, given its time in words
 */
export function mountScrubber(seek: HTMLElement, host: ShoppableHost, wake: () => void, changed: () => void) {
  const { state, signal } = host;
  const input = seek.querySelector('input')!;
  let film: Film = { chapters: [], segments: [] };
  let markers: readonly Marker[] = [];
  let stills: Still[] | undefined;
  /** The time that the preview is of, and when a key has brought it. */
  let looking: number | undefined;
  let keyAt = 0;

  adoptInto(seek.getRootNode() as ShadowRoot, scrubberStyles);
  // Not the seek bar's, but it can wait for the same idle moment.
  void import('../later.js').then(
    ({ mountLater }) => signal.aborted || mountLater(seek.closest<HTMLElement>('.layers')!, host),
    () => {}, // without a connection the list of the scene says the same, and the controls do what media keys would
  );
  const marks = createMarks(seek);
  const reach = seek.appendChild(document.createElement('div'));
  reach.className = 'reach';
  const preview = createPreview(seek);
  createPlayhead(seek, state, signal);
  for (const part of seek.children) if (part !== input) part.setAttribute('aria-hidden', 'true');

  const duration = () => (state.get().duration < Infinity ? state.get().duration : 0);
  const width = () => seek.clientWidth - 2 * INSET_PX;

  const drawMarks = () => {
    reach.hidden = !duration();
    markers = markersOf(state.get().manifest?.hotspots ?? [], duration(), width());
    if (duration() && width() > 0) marks.draw(film, markers, duration(), width());
  };
  const timeAt = (clientX: number) => {
    const share = (clientX - seek.getBoundingClientRect().left - INSET_PX) / width();
    return Math.min(1, Math.max(0, share)) * duration();
  };
  const near = (time: number) => markerNear(markers, time, duration(), width());

  /** The chapters are the language's own, where the film has them. */
  const read = async () => {
    const { locale } = host;
    const manifest = await host.manifest().catch(() => undefined);
    const found = manifest && (await readFilm(manifest, host));
    if (!found || signal.aborted || host.locale !== locale) return;
    film = found;
    drawMarks();
    changed();
    if (looking !== undefined) look(looking);
  };
  const need = () => {
    const storyboard = state.get().manifest?.media.storyboard;
    if (stills || !storyboard) return;
    stills = [];
    void readTrack('storyboard', storyboard, parseStoryboard, signal).then((read) => {
      stills = read;
      if (looking !== undefined) look(looking);
    });
  };
  const look = (time: number) => {
    need();
    if (!duration() || signal.aborted) return;
    looking = time;
    const marker = near(time);
    marks.lift(marker);
    const glimpse = {
      time: formatTime(time),
      // The end belongs to what ends there.
      chapter: chapterAt(film, Math.min(time, duration() - 0.05), { ...enScrubber, ...host.strings }),
      ...offerOf(marker, host),
      // A gap, or a film that is a frame longer: the picture before is nearer to the truth than none.
      still: begunBy(stills ?? [], time),
    };
    preview.show(glimpse, INSET_PX + (time / duration()) * width());
  };
  const leave = () => {
    looking = undefined;
    keyAt = 0;
    preview.hide();
    marks.lift();
  };
  // The slider's own events, so that whoever listens to it needs to know nothing of this.
  const seekTo = (time: number) => {
    input.value = String(time);
    input.dispatchEvent(new Event('input'));
  };
  const settle = () => {
    input.dispatchEvent(new Event('change'));
    wake();
  };
  const lookByKey = (time: number) => {
    keyAt = performance.now();
    look(time);
  };

  listenToPointer(
    reach,
    {
      need,
      look: (clientX) => look(timeAt(clientX)),
      seek(clientX, isTap) {
        const time = timeAt(clientX);
        seekTo((isTap ? near(time)?.time : undefined) ?? time);
      },
      focus: () => input.focus({ preventScroll: true }),
      settle,
      leave,
    },
    signal,
  );
  listenToJumps(input, host, {
    stops: () => stopsOf([...film.chapters.map(({ start }) => start), ...markers.map(({ time }) => time)]),
    jump(time) {
      seekTo(time);
      settle();
      lookByKey(time);
    },
    leave,
  });
  input.addEventListener('input', ({ isTrusted }) => isTrusted && lookByKey(Number(input.value)), { signal });
  input.addEventListener('focus', need, { signal });
  input.addEventListener('blur', () => keyAt && leave(), { signal });

  state.subscribe((now, before) => {
    if (now.duration !== before.duration || now.manifest !== before.manifest) drawMarks();
    if (now.language !== before.language) void read();
    if (now.pip !== before.pip) observe();
    if (keyAt && !now.paused && performance.now() - keyAt > KEY_PREVIEW_MS) leave();
  }, signal);
  let resized: ResizeObserver | undefined;
  /** Each window observes its own document alone. */
  const observe = () => {
    resized?.disconnect();
    resized = new seek.ownerDocument.defaultView!.ResizeObserver(drawMarks);
    resized.observe(seek);
  };
  observe();
  signal.addEventListener('abort', () => resized!.disconnect(), { once: true });
  void read();
  if (seek.matches(':hover') || seek.contains((seek.getRootNode() as ShadowRoot).activeElement)) need();

  return (place: string, time: number) => inWords(place, time, film, host);
}
