// The sweater laid flat, arms down: so that it can be measured. Origin: middle of the body, on the floor.
import * as THREE from 'three';
import { group, mesh } from './geometry.js';
import { fbm } from './noise.js';
import { collar, FRONT, HALF, knitted, net, SLEEVE, wool, yarns } from './sweater.js';

const BEND = 1.38; // how far the sleeves are turned down
const OVER = 0.22; // along how much of the sleeve
const MIDDLE = 0.083; // of the folded sleeve's width
const SLOPE = 0.13; // of the shoulders

// Where a point of the pattern lies on the floor; `down` is its way from the shoulder to the hem.
function laid(x, y) {
  const side = Math.sign(x) || 1;
  let across = Math.abs(x);
  let down = Math.abs(y);
  const along = across - HALF;
  const slope = SLOPE * Math.max(0, Math.min(across, HALF) - 0.09);
  if (along > 0) {
    const radius = OVER / BEND;
    const turn = Math.min(1, along / OVER) * BEND;
    const rest = Math.max(0, along - OVER);
    const off = MIDDLE - down;
    across = HALF + radius * Math.sin(turn) + rest * Math.cos(turn) + off * Math.sin(turn);
    down = MIDDLE + radius * (1 - Math.cos(turn)) + rest * Math.sin(turn) - off * Math.cos(turn);
  }
  return [side * across, down + slope];
}

// 0 at the edge of the garment, 1 well inside: there is air between front and back.
function inside(x, y) {
  const along = Math.abs(x) - HALF;
  const down = Math.abs(y);
  if (along > 0) {
    const half = MIDDLE * (1 - (0.45 * along) / SLEEVE);
    return 1 - Math.min(1, Math.abs(down - half) / half) ** 3;
  }
  const edge = Math.min(1, down / 0.08, down < 0.165 ? 1 : (HALF - Math.abs(x)) / 0.06 + 0.02);
  return 1 - (1 - Math.max(0, edge)) ** 2;
}

export function flatSweater(m, yarn = yarns.ecru) {
  const flat = net();
  const p = new Float32Array(flat.points.length * 3);
  flat.points.forEach(({ x, y }, k) => {
    const [across, down] = laid(x, y);
    const full = inside(x, y);
    const fold = fbm(across + 0.5, down + 0.5, 5, 7, 3, 61) - 0.5;
    const height = y <= 0 ? 0.019 + full * (0.014 + 0.016 * fold) : 0.017 - full * 0.009;
    p.set([across, height, down - FRONT / 2], k * 3);
  });
  const { outer, thick } = knitted(flat, p);
  const material = wool(yarn);
  const g = group(mesh(thick, material), collar(flat, outer, material));
  g.userData.body = new THREE.Box3(new THREE.Vector3(-HALF, 0, -FRONT / 2), new THREE.Vector3(HALF, 0.04, FRONT / 2));
  return g;
}
