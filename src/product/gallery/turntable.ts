/**
 * Which still of a thing is seen. Drawn across its whole width, a thing turns once round; other pictures are leafed
 * through, one at a time.
 */
const SWIPE = 0.15;

const around = (index: number, count: number) => ((index % count) + count) % count;
const within = (index: number, count: number) => Math.min(count - 1, Math.max(0, index));

/** @param dx how far it was drawn to the right since `from` was seen, CSS pixels */
export function turnedTo(from: number, count: number, dx: number, width: number): number {
  return around(from + Math.round((dx / (width || 1)) * count), count);
}

/** @param dx how far it was drawn in the direction of reading */
export function leafedTo(from: number, count: number, dx: number, width: number): number {
  return within(Math.abs(dx) > width * SWIPE ? from - Math.sign(dx) : from, count);
}

/**
 * Where a key leads, as on any slider; undefined for every other key.
 * @param turns whether the last is followed by the first
 */
export function keyedTo(key: string, from: number, count: number, turns: boolean, rtl: boolean): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const mirror = rtl && !turns ? -1 : 1;
  const step = { ArrowRight: mirror, ArrowLeft: -mirror, ArrowUp: 1, ArrowDown: -1 }[key];
  return step && (turns ? around : within)(from + step, count);
}
