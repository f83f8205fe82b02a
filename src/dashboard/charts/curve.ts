import { html, nothing, svg } from 'lit';
import { bandPath, linePath } from './line.js';
import { percent } from './scale.js';

export interface Curve {
  /** 0..`most`, at even distances. */
  readonly values: readonly number[];
  readonly lows?: readonly number[];
  readonly highs?: readonly number[];
  /** A thinner line that it stands before. */
  readonly other?: readonly number[];
  readonly most: number;
  readonly rows: readonly { readonly at: number; readonly words: string }[];
  readonly columns: readonly { readonly at: number; readonly words: string }[];
}

/** A line over the length of a film, with its band. Places of marks are shares of the box, 0..1 from the left and below. */
export function curve({ values, lows, highs, other, most, rows, columns }: Curve, label: string) {
  return html`<div class="curve" dir="ltr" role="img" aria-label=${label}>
    ${rows.map(({ words }) => html`<span class="curve__row">${words}</span>`)}
    <svg class="curve__box" aria-hidden="true">
      ${rows.map(({ at }) => svg`<line class="axis" x1="0" x2="100%" y1=${percent(1 - at)} y2=${percent(1 - at)} />`)}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" width="100%" height="100%">
        ${other ? svg`<path class="line thin" d=${linePath(other, most)} vector-effect="non-scaling-stroke" />` : nothing}
        <path class="area" d=${bandPath(
          values.map(() => 0),
          values,
          most,
        )} />
        ${lows && highs ? svg`<path class="band" d=${bandPath(lows, highs, most)} />` : nothing}
        <path class="line" d=${linePath(values, most)} vector-effect="non-scaling-stroke" />
      </svg>
    </svg>
    <svg class="curve__columns" aria-hidden="true">${columns.map(
      ({ at, words }) =>
        svg`<text x=${percent(at)} y="14" text-anchor=${at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle'}>${words}</text>`,
    )}</svg>
  </div>`;
}
