import { positionAt } from '../../../timeline/path.js';
import type { Film, Rule } from '../finding.js';
import { bends, type Layout, LEAST_TARGET, PHONE_WIDTH, TARGET, type Target } from '../targets.js';

/** How much of a target lies on the picture where that is least, in CSS pixels. */
function leastSeen({ hotspot, path }: Target, { width, height }: Layout): number {
  const seen = (at: number, size: number) => Math.min(at + TARGET / 2, size) - Math.max(at - TARGET / 2, 0);
  const places = bends(path, hotspot.start, hotspot.end).map((t) => positionAt(path, t));
  return Math.min(...places.map(({ x, y }) => Math.min(seen(x, width), seen(y, height))));
}

/** The longer side of the smallest box that it is given, in CSS pixels; undefined without a box. */
function leastBox({ keyframes }: Target['hotspot'], { width, height }: Layout): number | undefined {
  const boxes = keyframes.flatMap(({ w, h }) => (w && h ? [Math.max(w * width, h * height)] : []));
  return boxes.length ? Math.min(...boxes) : undefined;
}

function* cut({ places, layouts }: Film) {
  for (const layout of layouts)
    for (const target of layout.targets) {
      // Sums of fractions fall short of a whole number by a hair.
      const px = Math.floor(leastSeen(target, layout) + 0.01);
      if (px >= TARGET) continue;
      yield {
        path: `${places.hotspot(target.hotspot)}.${target.frames}`,
        message: `comes so near to the picture’s edge that ${px} px of its ${TARGET} px are left to hit at ${PHONE_WIDTH} px width`,
        severity: px < LEAST_TARGET ? ('error' as const) : ('warning' as const),
      };
    }
}

export const smallTarget: Rule = {
  code: 'small-target',
  severity: 'warning',
  finds:
    'Less than 44 px of a hotspot to hit on a picture 360 px wide, because the edge cuts it; an error below 24 px. A note where its box is smaller than that, so that its control reaches beyond the product.',
  cure: 'Move the centre into the picture, or show it while the product is nearer.',
  *check(film) {
    yield* cut(film);
    const [layout] = film.layouts;
    for (const { hotspot } of layout?.targets ?? []) {
      const px = leastBox(hotspot, layout!);
      if (px !== undefined && px < TARGET)
        yield {
          path: `${film.places.hotspot(hotspot)}.keyframes`,
          message: `has a box of ${Math.round(px)} px at ${PHONE_WIDTH} px width, and the player makes its control ${TARGET} px`,
          severity: 'note',
        };
    }
  },
};
