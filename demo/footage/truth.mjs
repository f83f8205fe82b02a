// The ground truth as the page measured it, and the hotspots that follow from it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FASTEST = 0.15; // of the picture's width per second
const EXACT = 0.0015; // of the picture's width: how far a straight line between keyframes may be off

// Speed of every centre in sight, between neighbouring frames, in picture widths per second.
function fastest({ fps, products }) {
  let best = { speed: 0 };
  for (const [id, boxes] of Object.entries(products)) {
    for (let n = 1; n < boxes.length; n++) {
      if (!boxes[n] || !boxes[n - 1]) continue;
      const speed = Math.hypot(boxes[n][0] - boxes[n - 1][0], (boxes[n][1] - boxes[n - 1][1]) * 9 / 16) * fps;
      if (speed > best.speed) best = { speed, id, seconds: n / fps };
    }
  }
  return best;
}

const comfortable = (b, smallest = 0.05) => b && b[0] > 0.06 && b[0] < 0.94 && b[1] > 0.08 && b[1] < 0.86 && b[2] >= smallest;

const between = (a, b, n) => {
  const k = (n - a.n) / (b.n - a.n);
  return a.box.map((v, i) => v + (b.box[i] - v) * k);
};

// How far box b is from box a, in picture widths. The size may be coarser than the place.
const off = (a, b) => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]) * 9 / 16, Math.abs(a[2] - b[2]) / 3, Math.abs(a[3] - b[3]) * 9 / 16 / 3);

// Ramer, Douglas and Peucker, in time.
function simplify(points) {
  if (points.length < 3) return points;
  const a = points[0];
  const b = points.at(-1);
  let worst = 0;
  let at = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const d = off(points[i].box, between(a, b, points[i].n));
    if (d > worst) [worst, at] = [d, i];
  }
  // A little less than allowed: rounding takes the rest.
  if (worst < EXACT * 0.9) return [a, b];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

const round = (v, digits) => Number(v.toFixed(digits));

export function hotspotsOf({ fps, products }) {
  const list = [];
  let error = 0;
  for (const [product, boxes] of Object.entries(products)) {
    let count = 0;
    for (let from = 0; from < boxes.length; from++) {
      if (!comfortable(boxes[from])) continue;
      let to = from;
      // Once it runs it may become a little smaller, or it would blink at the limit.
      while (to + 1 < boxes.length && comfortable(boxes[to + 1], 0.046)) to++;
      if ((to - from) / fps >= 1.5) {
        const points = [];
        for (let n = from; n <= to; n++) points.push({ n, box: boxes[n] });
        const kept = simplify(points).map((p) => ({ n: p.n, box: p.box.map((v) => round(v, 4)) }));
        for (let k = 1; k < kept.length; k++) {
          for (let n = kept[k - 1].n; n <= kept[k].n; n++) {
            const p = between(kept[k - 1], kept[k], n);
            error = Math.max(error, Math.abs(p[0] - boxes[n][0]), Math.abs(p[1] - boxes[n][1]) * 9 / 16);
          }
        }
        list.push({
          id: `${product}-${++count}`, product, start: round(from / fps, 2), end: round(to / fps, 2),
          keyframes: kept.map(({ n, box: [x, y, w, h] }) => ({ t: round(n / fps, 2), x, y, w, h })),
        });
      }
      from = to;
    }
  }
  list.sort((a, b) => a.start - b.start || a.id.localeCompare(b.id));
  return { list, error };
}

// Two centres close together make two markers that cover each other.
function closest({ fps, frames, products }) {
  const near = new Map();
  const ids = Object.keys(products);
  for (let n = 0; n < frames; n++) for (let i = 0; i < ids.length; i++) for (let j = i + 1; j < ids.length; j++) {
    const a = products[ids[i]][n];
    const b = products[ids[j]][n];
    if (!comfortable(a) || !comfortable(b)) continue;
    const d = Math.hypot(a[0] - b[0], (a[1] - b[1]) * 9 / 16);
    const key = `${ids[i]} and ${ids[j]}`;
    if (d < 0.06 && !(near.get(key)?.d < d)) near.set(key, { d, seconds: n / fps });
  }
  return near;
}

export async function saveTruth(truth, out) {
  const best = fastest(truth);
  console.log(`fastest centre: ${best.id} at ${best.seconds} s, ${best.speed.toFixed(4)} widths per second`);
  const { list, error } = hotspotsOf(truth);
  console.log(`${list.length} hotspots, ${list.reduce((s, h) => s + h.keyframes.length, 0)} keyframes, largest error ${(error * 100).toFixed(3)} % of the width`);
  for (const h of list) console.log(`  ${h.id.padEnd(16)} ${h.start.toFixed(2)} - ${h.end.toFixed(2)} s, ${h.keyframes.length} keyframes`);
  for (const [key, v] of closest(truth)) console.log(`  close together: ${key}, ${(v.d * 100).toFixed(1)} % at ${v.seconds} s`);
  if (best.speed > FASTEST) throw new Error(`The camera is too fast: ${best.id} moves ${best.speed.toFixed(3)} widths per second (at most ${FASTEST}).`);
  if (error > EXACT) throw new Error(`The hotspots are off by ${error} of the width.`);
  for (const id of Object.keys(truth.products)) {
    if (!list.some((h) => h.product === id && h.end - h.start >= 3)) throw new Error(`${id} has no hotspot of 3 s.`);
  }
  await writeFile(join(out, 'truth.json'), JSON.stringify(truth));
  await writeFile(join(out, 'hotspots.json'), `[\n${list.map((h) => `  ${JSON.stringify(h)}`).join(',\n')}\n]\n`);
}
