import { html, nothing, svg } from 'lit';
import { percent } from './scale.js';
import { HEATS, type Lane, type StripCell, secondAt } from './strip.js';

export interface StripParts {
  readonly cells: readonly StripCell[];
  readonly lanes: readonly Lane[];
  readonly duration: number;
  /** Where the film stands, in seconds. */
  readonly second: number;
  readonly label: string;
  /** What is said of a second. */
  readonly tell: (second: number) => string;
  readonly nameOf: (product: string) => string;
  readonly seek: (second: number) => void;
}

/** How far a key goes, in seconds; undefined where it is none of a slider's. */
function step(key: string, second: number, duration: number): number | undefined {
  const to: Partial<Record<string, number>> = {
    ArrowRight: second + 1,
    ArrowUp: second + 1,
    ArrowLeft: second - 1,
    ArrowDown: second - 1,
    PageUp: second + 5,
    PageDown: second - 5,
    Home: 0,
    End: duration - 1,
  };
  const wanted = to[key];
  return wanted === undefined ? undefined : Math.min(duration - 1, Math.max(0, wanted));
}

/** The heat strip as a slider over the film, and below it when each product is there. Films run from the left in every language. */
export function stripView({ cells, lanes, duration, second, label, tell, nameOf, seek }: StripParts) {
  const press = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    seek(Math.min(duration - 0.1, secondAt(event.clientX - left, width, duration)));
  };
  const key = (event: KeyboardEvent) => {
    const to = step(event.key, Math.floor(second), Math.ceil(duration));
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    seek(to);
  };
  const now = percent(second / duration);
  return html`<div class="strip" dir="ltr">
    <div class="strip__heat" role="slider" tabindex="0" aria-label=${label} aria-valuemin="0" aria-valuemax=${Math.floor(duration)}
      aria-valuenow=${Math.floor(second)} aria-valuetext=${tell(second)} @pointerdown=${press} @pointermove=${press} @keydown=${key}>
      <svg aria-hidden="true">
        <defs><pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="few" width="2.5" height="6" /></pattern></defs>
        ${cells.map(
          ({ x, width, heat, opacity, few, from }) => svg`<g>
            <title>${tell(from)}</title>
            <rect class=${`heat h${heat}`} x=${percent(x)} width=${percent(width)} height="100%" fill-opacity=${opacity.toFixed(2)} />
            ${few ? svg`<rect x=${percent(x)} width=${percent(width)} height="100%" fill="url(#few)" />` : nothing}</g>`,
        )}
        <line class="playhead" x1=${now} x2=${now} y1="-5" y2="100%" />
      </svg>
    </div>
    <ul class="lanes">${lanes.map(
      ({ product, spans }) => html`<li><span dir="auto">${nameOf(product)}</span>
        <svg aria-hidden="true">${spans.map(
          ({ start, end }) =>
            svg`<rect class=${second >= start && second < end ? 'span on' : 'span'} x=${percent(start / duration)} width=${percent((end - start) / duration)} height="100%" rx="3" />`,
        )}<line class="playhead" x1=${now} x2=${now} y1="0" y2="100%" /></svg></li>`,
    )}</ul>
  </div>`;
}

/** What the colours mean. */
export const stripLegend = (low: string, high: string, few: string) => html`<p class="legend">
  <span>${low}</span>
  <svg class="legend__heat" aria-hidden="true">${Array.from(
    { length: HEATS + 1 },
    (_, heat) =>
      svg`<rect class=${`heat h${heat}`} x=${percent(heat / (HEATS + 1))} width=${percent(1 / (HEATS + 1))} height="100%" />`,
  )}</svg>
  <span>${high}</span>
  <svg class="legend__few" aria-hidden="true"><rect width="100%" height="100%" fill="url(#few)" /></svg>
  <span>${few}</span></p>`;
