import type { Still } from '../../player/storyboard.js';
import type { Hotspot } from '../../schema/manifest.js';

/** A moment of the film that there is a picture of, seconds. */
export interface Stop {
  readonly time: number;
  readonly still: Still;
}

/** Where a shopper can go in a film of pictures. */
export interface Stops {
  readonly all: readonly Stop[];
  /** The stop for a time of the film: of the two around it the one that shows more of what is sold there, or is nearer. */
  at(time: number): Stop | undefined;
  /**
   * The next stop, or the one before.
   * @param every also where nothing is sold; otherwise such stops are passed over as long as others follow
   */
  from(stop: Stop, by: 1 | -1, every?: boolean): Stop | undefined;
}

/** A hotspot is over at its end: so long before it is still there. */
const JUST_BEFORE_S = 0.001;

/**
 * Every still is a stop, at the moment that it shows. What is in the film between two stills only has one too, with the
 * nearer picture, or it could not be bought.
 */
export function stopsOf(stills: readonly Still[], hotspots: readonly Hotspot[]): Stops {
  const activeAt = (time: number) => hotspots.filter(({ start, end }) => start <= time && time < end);
  const inOrder = (stops: Stop[]) => stops.sort((a, b) => a.time - b.time);
  let all = inOrder(stills.map((still) => ({ time: still.moment, still })));

  const around = (time: number) => {
    const i = all.findLastIndex((stop) => stop.time <= time);
    return [all[i], all[i + 1]].filter((stop) => stop !== undefined);
  };
  const nearest = (stops: readonly Stop[], time: number) =>
    stops.reduce<Stop | undefined>(
      (best, stop) => (best && Math.abs(best.time - time) <= Math.abs(stop.time - time) ? best : stop),
      undefined,
    );

  const shown = new Set(all.flatMap(({ time }) => activeAt(time)));
  const between: Stop[] = [];
  for (const hotspot of hotspots) {
    const near = !shown.has(hotspot) && nearest(around(hotspot.start), hotspot.start);
    if (!near) continue;
    const time = Math.max(hotspot.start, Math.min(near.time, hotspot.end - JUST_BEFORE_S));
    between.push({ time, still: near.still });
    for (const other of activeAt(time)) shown.add(other);
  }
  all = inOrder([...all, ...between]);

  const sells = ({ time }: Stop) => activeAt(time).length > 0;
  return {
    all,
    at(time) {
      const wanted = activeAt(time);
      const share = (stop: Stop) => {
        const there = activeAt(stop.time);
        return wanted.filter((hotspot) => there.includes(hotspot)).length;
      };
      const near = around(time);
      const most = Math.max(...near.map(share));
      return nearest(
        near.filter((stop) => share(stop) === most),
        time,
      );
    },
    from(stop, by, every = false) {
      const index = all.indexOf(stop);
      const ahead = by > 0 ? all.slice(index + 1) : all.slice(0, Math.max(0, index)).reverse();
      return (every ? undefined : ahead.find(sells)) ?? ahead[0];
    },
  };
}
