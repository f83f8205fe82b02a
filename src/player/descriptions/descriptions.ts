import type { Description, PlayerState } from '../../host/state.js';
import type { Store } from '../../shared/store.js';
import { readTrack } from '../read-track.js';
import { type Cue, cueAt, cuesOf, plainText } from '../webvtt.js';
import { createReaderRegion } from './reader-region.js';
import { createVoice } from './voice.js';

/** Says what a cue says, or with nothing falls silent. */
export interface Teller {
  tell(cue?: Cue): void;
  end(): void;
}

/**
 * Tells in words what is seen, as the film comes to it. A region that screen readers speak is the safe way: theirs are
 * the voice, the speed and the braille that a listener has chosen. Who has no screen reader may have the browser's voice
 * instead; never both, which would speak over one another.
 * @param page where the region goes
 */
export function addDescriptions(
  video: HTMLVideoElement,
  store: Store<PlayerState>,
  page: HTMLElement,
  signal: AbortSignal,
): { choose(wanted: Description): Promise<void> } {
  const tracks = store.get().manifest?.media.tracks.filter(({ kind }) => kind === 'descriptions') ?? [];
  const files = new Map<string, Promise<Cue[]>>();
  let current = new AbortController();
  signal.addEventListener('abort', () => current.abort(), { once: true });

  const read = (src: string) => {
    const cues = files.get(src) ?? readTrack('descriptions file', src, describedIn, signal);
    files.set(src, cues);
    return cues;
  };

  const follow = (cues: readonly Cue[], teller: Teller, until: AbortSignal) => {
    let told: Cue | undefined;
    const look = ({ time, paused }: PlayerState) => {
      const cue = paused ? undefined : cueAt(cues, time);
      if (cue === told) return;
      told = cue;
      teller.tell(cue);
    };
    store.subscribe(look, until);
    until.addEventListener('abort', teller.end, { once: true });
    look(store.get());
  };

  return {
    async choose({ index, aloud }) {
      current.abort();
      current = new AbortController();
      const own = current.signal;
      const track = tracks[index];
      store.set({ descriptions: { index: track ? index : -1, aloud } });
      if (!track || signal.aborted) return;
      const cues = await read(track.src);
      if (own.aborted) return;
      if (!cues.length) return store.set({ descriptions: { index: -1, aloud } });
      follow(cues, aloud ? createVoice(video, track.lang) : createReaderRegion(page, track.lang), own);
    },
  };
}

const describedIn = (file: string): Cue[] =>
  cuesOf(file).flatMap((cue) => {
    const text = plainText(cue.text);
    return text ? [{ ...cue, text }] : [];
  });
