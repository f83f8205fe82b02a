import type { ShoppableHost } from '../../host/host.js';
import type { Chapter } from '../chapters.js';

const STEP_S = 10;
/** So long after its start, "back" means the beginning of this chapter and not the one before. */
const SLACK_S = 3;

type Key = readonly [MediaSessionAction, MediaSessionActionHandler | null];

/** What the media keys do; those for tracks go from chapter to chapter, where there are some. */
export function keysFor({ state, request }: ShoppableHost, chapters: readonly Chapter[]): Key[] {
  const seek = (time: number) => request({ type: 'seek', time });
  const by = (sign: 1 | -1) => (details: MediaSessionActionDetails) =>
    seek(state.get().time + sign * (details.seekOffset ?? STEP_S));
  const starts = chapters.length > 1 ? chapters.map(({ start }) => start) : [];
  const jumps = (find: (time: number) => number | undefined) =>
    starts.length
      ? () => {
          const to = find(state.get().time);
          if (to !== undefined) seek(to);
        }
      : null;
  return [
    ['play', () => request({ type: 'play' })],
    ['pause', () => request({ type: 'pause' })],
    ['seekbackward', by(-1)],
    ['seekforward', by(1)],
    ['seekto', ({ seekTime }) => seekTime !== undefined && seek(seekTime)],
    ['previoustrack', jumps((time) => starts.findLast((start) => start < time - SLACK_S) ?? 0)],
    ['nexttrack', jumps((time) => starts.find((start) => start > time))],
  ];
}
