import type HlsType from 'hls.js';
import type { PlayerState } from '../../host/state.js';
import type { Store } from '../../shared/store.js';

/** Which of hls.js's levels to play for each height, the finest first. Of several of one height it is the richest. */
export function levelsByHeight(
  levels: readonly { height: number; bitrate: number }[],
): { height: number; level: number }[] {
  const richest = new Map<number, number>();
  levels.forEach(({ height, bitrate }, level) => {
    const other = levels[richest.get(height) ?? -1];
    // Without a height there is no picture, or no way to name it.
    if (height && !(other && other.bitrate > bitrate)) richest.set(height, level);
  });
  return [...richest].map(([height, level]) => ({ height, level })).sort((a, b) => b.height - a.height);
}

/**
 * Keeps the renditions to choose from in the state, for as long as this engine plays.
 * @returns plays one of them; -1 leaves it to hls.js again
 */
export function offerQualities(
  hls: HlsType,
  events: typeof HlsType.Events,
  store: Store<PlayerState>,
  signal: AbortSignal,
): (index: number) => void {
  let offered: ReturnType<typeof levelsByHeight> = [];
  const tell = (level: number) => {
    const qualities = {
      heights: offered.map(({ height }) => height),
      chosen: offered.findIndex((one) => one.level === level),
      choose,
    };
    store.set({ qualities: offered.length > 1 ? qualities : undefined });
  };
  const offer = () => {
    offered = levelsByHeight(hls.levels);
    tell(hls.manualLevel);
  };
  const choose = (index: number) => {
    const { level } = offered[index] ?? { level: -1 };
    hls.nextLevel = level;
    tell(level);
  };
  hls.on(events.MANIFEST_PARSED, offer);
  // A rendition that cannot be loaded is given up.
  hls.on(events.LEVELS_UPDATED, offer);
  signal.addEventListener('abort', () => store.set({ qualities: undefined }), { once: true });
  return choose;
}
