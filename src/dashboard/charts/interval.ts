import { nothing, svg } from 'lit';
import { linear, percent } from './scale.js';

interface Bounded {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A bar from 0 to the figure, and its interval as a line over its end. The figures stand beside it as text. */
export function intervalBar({ value, low, high }: Bounded, [least, most]: readonly [number, number], strong = true) {
  if (value === null) return nothing;
  const place = linear(least, most);
  const [zero, end] = [place(0), place(value)];
  return svg`<svg class="bar flips" aria-hidden="true">
    <line class="axis" x1=${percent(zero)} x2=${percent(zero)} y1="0" y2="100%" />
    <rect class=${strong ? 'mass' : 'mass weak'} x=${percent(Math.min(zero, end))} width=${percent(Math.abs(end - zero))} y="25%" height="50%" rx="2" />
    ${whisker(low, high, place)}
  </svg>`;
}

/** A dot with its interval, for figures that have no meaningful 0. */
export function intervalDot(
  { value, low, high }: Bounded,
  [least, most]: readonly [number, number],
  { strong = true, zero }: { strong?: boolean; zero?: number } = {},
) {
  if (value === null) return nothing;
  const place = linear(least, most);
  return svg`<svg class="bar flips" aria-hidden="true">
    ${zero === undefined ? nothing : svg`<line class="axis" x1=${percent(place(zero))} x2=${percent(place(zero))} y1="0" y2="100%" />`}
    ${whisker(low, high, place)}
    <circle class=${strong ? 'dot' : 'dot weak'} cx=${percent(place(value))} cy="50%" r="5" />
  </svg>`;
}

function whisker(low: number | null, high: number | null, place: (value: number) => number) {
  if (low === null || high === null || low === high) return nothing;
  const [x1, x2] = [percent(place(low)), percent(place(high))];
  return svg`<line class="whisker" x1=${x1} x2=${x2} y1="50%" y2="50%" />
    <line class="whisker" x1=${x1} x2=${x1} y1="32%" y2="68%" /><line class="whisker" x1=${x2} x2=${x2} y1="32%" y2="68%" />`;
}
