// A tailor's form on a stand, which the sweater is tried on. Origin: floor, middle of the stand.
import * as THREE from 'three';
import { group, lathe, mesh } from './geometry.js';

// What is solid about it, as ellipsoids: middle and half axes. Shoulders, chest, waist, hips, neck.
const BODY = [
  { at: [0, 1.265, -0.005], r: [0.185, 0.07, 0.075] },
  { at: [0, 1.09, 0], r: [0.168, 0.22, 0.118] },
  { at: [0, 0.86, 0], r: [0.145, 0.24, 0.105] },
  { at: [0, 0.74, 0], r: [0.168, 0.17, 0.115] },
  { at: [0, 1.36, -0.008], r: [0.056, 0.13, 0.056] },
];

// So much smaller it is seen, that it never comes through the cloth, which is smoothed once it lies.
const SLACK = 0.01;

// Signed distance to the form; near its surface as good as true.
export function distance(x, y, z) {
  let best = 1;
  for (const { at, r } of BODY) {
    const p = [x - at[0], y - at[1], z - at[2]];
    const near = Math.hypot(p[0] / r[0], p[1] / r[1], p[2] / r[2]);
    const steep = Math.hypot(p[0] / r[0] ** 2, p[1] / r[1] ** 2, p[2] / r[2] ** 2);
    best = Math.min(best, steep ? (near * (near - 1)) / steep : -Math.min(...r));
  }
  return best;
}

export function form(m) {
  const g = group();
  for (const { at, r } of BODY) {
    const part = new THREE.SphereGeometry(1, 64, 48);
    part.scale(...r.map((half) => half - SLACK));
    g.add(mesh(part, m.linen, at));
  }
  g.add(mesh(lathe([[0, 1.475], [0.05, 1.475, 0.004], [0.052, 1.487, 0.006], [0.014, 1.496, 0.004], [0.012, 1.515, 0.006], [0, 1.521]], { segments: 64 }), m.walnut));
  g.add(mesh(lathe([[0, 0.02], [0.014, 0.02], [0.014, 0.62], [0, 0.62]], { segments: 32 }), m.brass));
  g.add(mesh(lathe([[0, 0], [0.17, 0, 0.004], [0.17, 0.016, 0.006], [0.03, 0.03, 0.01], [0, 0.03]], { segments: 96 }), m.walnut));
  return g;
}
