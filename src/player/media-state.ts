import type { PlayerState } from '../host/state.js';
import type { Store } from '../shared/store.js';

type Row = [key: keyof PlayerState, read: (video: HTMLVideoElement) => unknown, events: string];

/**
 * State as rows: a piece of state, how it is read from the media, and the events after which it is read again.
 * Nothing is published before the media has said it.
 */
const ROWS: Row[] = [
  ['time', (v) => v.currentTime, 'timeupdate seeking seeked loadedmetadata ended'],
  ['duration', (v) => v.duration, 'durationchange loadedmetadata'],
  ['paused', (v) => v.paused, 'play pause emptied ended'],
  ['ended', (v) => v.ended, 'ended play seeked emptied'],
  ['waiting', (v) => !v.paused && v.readyState < 3, 'waiting playing canplay seeked pause play'],
  ['started', (v) => v.played.length > 0 || v.readyState > 1, 'loadeddata playing'],
  ['muted', (v) => v.muted, 'volumechange'],
  ['volume', (v) => v.volume, 'volumechange'],
  ['playbackRate', (v) => v.playbackRate, 'ratechange'],
];

export const MEDIA_EVENTS = [...new Set(ROWS.flatMap(([, , events]) => events.split(' ')))];

/** Keeps the store in step with a `<video>` until `signal` aborts. */
export function followMedia(video: HTMLVideoElement, store: Store<PlayerState>, signal: AbortSignal): void {
  const read = (rows: Row[]) => {
    const patch = Object.fromEntries(rows.map(([key, get]) => [key, get(video)])) as Partial<{
      -readonly [K in keyof PlayerState]: PlayerState[K];
    }>;
    // Before the media is there its duration is NaN, and the manifest's own is the better answer.
    if (Number.isNaN(patch.duration)) delete patch.duration;
    // A new source begins with `emptied`: the first frame of the old one has been seen all the same.
    if (patch.started === false) delete patch.started;
    store.set(patch);
  };
  for (const event of MEDIA_EVENTS) {
    const rows = ROWS.filter(([, , events]) => events.split(' ').includes(event));
    // While capturing, so that the page's own listener for the same event already reads the new state.
    video.addEventListener(event, () => read(rows), { signal, capture: true });
  }
  read(ROWS);
}
