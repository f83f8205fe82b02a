import type { Chapter } from '../../../player/chapters.js';
import type { Film } from '../../../player/film.js';
import type { Marker } from './markers.js';

/** More gaps than this leave no bar between them. */
const GAP_EVERY_PX = 8;

/** Draws the chapters as gaps in the bar, the segments as ticks below it, the products as dots on it. */
export function createMarks(seek: HTMLElement) {
  const track = seek.querySelector<HTMLElement>('.track')!;
  const layer = seek.appendChild(document.createElement('div'));
  layer.className = 'marks';
  const dots = new Map<Marker, HTMLElement>();

  const mark = (className: string, share: number) => {
    const element = layer.appendChild(document.createElement('i'));
    element.className = className;
    element.style.left = `${share * 100}%`;
    return element;
  };

  return {
    draw({ chapters, segments }: Film, markers: readonly Marker[], durationS: number, widthPx: number) {
      const sharesOf = (parts: readonly Chapter[]) => spread(parts, durationS, GAP_EVERY_PX / widthPx);
      track.style.setProperty('-webkit-mask-image', gapsAt(sharesOf(chapters)));
      layer.replaceChildren();
      dots.clear();
      for (const share of sharesOf(segments)) mark('segment', share);
      for (const marker of markers) {
        const dot = mark(marker.products.length > 1 ? 'marker many' : 'marker', marker.time / durationS);
        dot.setAttribute('part', 'marker');
        dots.set(marker, dot);
      }
    },
    /** Lifts the marker that the pointer is at. */
    lift(near?: Marker) {
      for (const [marker, dot] of dots) dot.classList.toggle('near', marker === near);
    },
  };
}

/** Where parts begin, as shares of the film, none at its ends and none too near to the one before. */
function spread(parts: readonly Chapter[], durationS: number, leastShare: number): number[] {
  const shares: number[] = [];
  for (const { start } of parts) {
    const share = start / durationS;
    if (share - (shares.at(-1) ?? 0) >= leastShare && share < 1) shares.push(share);
  }
  return shares;
}

/** A mask that cuts the bar, what has been played of it included. */
function gapsAt(shares: readonly number[]): string {
  if (!shares.length) return 'none';
  const gap = (share: number) => {
    const [from, to] = ['- 1.5px', '+ 1.5px'].map((by) => `calc(${share * 100}% ${by})`);
    return `#000 ${from}, #0000 0 ${to}, #000 0`;
  };
  return `linear-gradient(90deg, ${shares.map(gap).join(', ')})`;
}
