import { html, svg } from 'lit';
import { namePlaces, type QuadrantPoint } from './quadrant.js';
import { percent } from './scale.js';

interface QuadrantWords {
  readonly label: string;
  readonly corners: Readonly<Record<'feature-next' | 'reshoot' | 'keep', string>>;
  readonly undetermined: string;
  readonly up: string;
  readonly right: string;
  readonly nameOf: (product: unknown) => string;
  readonly tell: (point: QuadrantPoint) => string;
}

/** Where a name does not lie over that of a neighbour: beside its dot, towards the middle. */
const anchor = ({ x }: QuadrantPoint) => (x > 0.5 ? 'end' : 'start');

/** Products by how much they are clicked and how long stock lasts, each with its interval; those of which nothing is sure are hollow. */
export function quadrantView(points: readonly QuadrantPoint[], words: QuadrantWords) {
  const { corners } = words;
  const places = namePlaces(points);
  return html`<div class="quadrant" dir="ltr" role="img" aria-label=${`${words.label}: ${points.map(words.tell).join('; ')}`}>
    <span class="quadrant__up" aria-hidden="true">${words.up}</span>
    <svg aria-hidden="true">
      <rect class="field" width="100%" height="100%" rx="6" />
      <rect class="unsure" x="40%" width="20%" height="100%" /><rect class="unsure" y="40%" width="100%" height="20%" />
      <line class="axis" x1="50%" x2="50%" y1="0" y2="100%" /><line class="axis" x1="0" x2="100%" y1="50%" y2="50%" />
      <text class="corner" x="98.5%" y="22" text-anchor="end">${corners['feature-next']}</text>
      <text class="corner" x="1.5%" y="22">${corners.keep}</text>
      <text class="corner" x="98.5%" y="98%" text-anchor="end">${corners.reshoot}</text>
      <text class="corner" x="51%" y="98%">${words.undetermined}</text>
      ${points.map((point) => {
        const { x, y, low, high, label, row } = point;
        const sure = label !== 'undetermined';
        const [cx, cy] = [percent(x), percent(1 - y)];
        return svg`<g class=${sure ? 'point' : 'point unsure-point'}><title>${words.tell(point)}</title>
          <line class="whisker" x1=${cx} x2=${cx} y1=${percent(1 - low)} y2=${percent(1 - high)} />
          <circle class=${sure ? 'dot' : 'dot hollow'} cx=${cx} cy=${cy} r="6" />
          <text x=${cx} y=${percent(1 - places.get(point)!)} dx=${anchor(point) === 'end' ? -12 : 12} dy="4" text-anchor=${anchor(point)}>${words.nameOf(row.product)}</text></g>`;
      })}
    </svg>
    <span class="quadrant__right" aria-hidden="true">${words.right}</span>
  </div>`;
}
