// The sweater on a tailor's form: the same net, sewn together at its sides and sleeves, falls on the form's shoulders.
import { group, mesh } from './geometry.js';
import { distance } from './form.js';
import { collar, drape, knitted, net, wool, yarns } from './sweater.js';

const SHOULDERS = 1.352;

// Over the form, front and back already hanging; the collar lies around the neck, lower in front, and stays there.
const lay = ({ x, y }, rng) => [
  x * 0.92 + (rng() - 0.5) * 0.003,
  SHOULDERS - Math.abs(y) * 0.9 - Math.max(0, Math.abs(x) - 0.07) * 0.4 + 0.004 * Math.sin(x * 40 + y * 7) * Math.min(1, Math.abs(y) / 0.1),
  -y * 0.4 - Math.sign(y) * Math.min(Math.abs(y), 0.07) * 0.75 + (rng() - 0.5) * 0.003,
];
const isCollar = ({ x, y }) => Math.hypot(x / 0.1, (y + 0.012) / 0.072) < 1;

// Front and back meet at the sides of the body and along the sleeves.
function seamsOf({ points, at }) {
  const rows = new Map();
  for (const { i, j } of points) rows.set(i, Math.max(rows.get(i) ?? 0, j));
  const widest = Math.max(...points.filter(({ j }) => j > 14).map(({ i }) => i));
  const seams = [];
  points.forEach(({ i, j }, k) => {
    if (j <= 0) return;
    const atSide = Math.abs(i) === widest && j > 12;
    const alongSleeve = Math.abs(i) > widest && j === rows.get(i);
    const other = at.get(`${i},${-j}`);
    if ((atSide || alongSleeve) && other !== undefined) seams.push([k, other, 0.012, 0.9]);
  });
  return seams;
}

export function wornSweater(m, yarn = yarns.ecru) {
  const flat = net();
  const { outer, thick } = knitted(flat, drape(flat, { lay, solid: distance, seams: seamsOf(flat), held: isCollar, seed: 7 }));
  const material = wool(yarn);
  return group(mesh(thick, material), collar(flat, outer, material));
}
