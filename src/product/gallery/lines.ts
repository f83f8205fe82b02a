import { html, svg } from 'lit';
import { formatMeasure } from '../../i18n/measure.js';
import type { Product } from '../../schema/manifest.js';

/** Half the length of the stroke that ends a line, in hundredths of the picture's height. */
const TICK = 2.5;

/**
 * The sizes drawn on the picture that shows them, as on a plan. For the eye only: the card lists them as text.
 * @param ratio of the picture, width to height
 */
export function dimensionLines(dimensions: Product['dimensions'], ratio: number, locale: string) {
  const drawn = dimensions.flatMap(({ from, to, value, unit }) =>
    from && to ? [{ from, to, label: formatMeasure(value, unit, locale) }] : [],
  );
  return html`<div class="lines" part="gallery__lines" aria-hidden="true" .style=${`--_ratio:${ratio}`}>
    <svg viewBox="0 0 ${100 * ratio} 100">${drawn.map(({ from, to }) => {
      const [x1, y1, x2, y2] = [from.x * 100 * ratio, from.y * 100, to.x * 100 * ratio, to.y * 100];
      const length = Math.hypot(x2 - x1, y2 - y1) || 1;
      const [across, down] = [((y1 - y2) / length) * TICK, ((x2 - x1) / length) * TICK];
      const end = (x: number, y: number) => `M${x - across} ${y - down}L${x + across} ${y + down}`;
      const path = `M${x1} ${y1}L${x2} ${y2}${end(x1, y1)}${end(x2, y2)}`;
      return svg`<path class="halo" d=${path} /><path d=${path} />`;
    })}</svg>
    ${drawn.map(
      ({ from, to, label }) =>
        html`<b .style=${`left:${(from.x + to.x) * 50}%;top:${(from.y + to.y) * 50}%`}>${label}</b>`,
    )}</div>`;
}
