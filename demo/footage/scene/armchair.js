// A boucle armchair on oak legs. Origin: floor, middle of the seat; it looks along +z.
// `cushions` are also the solid shapes on which the sweater is draped (sweater.js).
import { roundedBox, bend, lathe, mesh, group } from './geometry.js';

const LEAN = -0.2;

export const cushions = [
  { size: [0.64, 0.17, 0.66], at: [0, 0.375, 0.02], turn: 0, r: 0.06, puff: 0.018 },
  { size: [0.66, 0.12, 0.66], at: [0, 0.255, 0], turn: 0, r: 0.035, puff: 0 },
  { size: [0.66, 0.56, 0.17], at: [0, 0.63, -0.285], turn: LEAN, r: 0.075, puff: 0.02 },
  { size: [0.13, 0.38, 0.7], at: [-0.385, 0.39, 0.01], turn: 0, r: 0.06, puff: 0.006 },
  { size: [0.13, 0.38, 0.7], at: [0.385, 0.39, 0.01], turn: 0, r: 0.06, puff: 0.006 },
];

// Stuffed: fuller in the middle of each face.
function stuff(size, puff) {
  return (v) => {
    const k = [v.x / size[0], v.y / size[1], v.z / size[2]].map((c) => Math.cos(Math.min(0.5, Math.abs(c)) * Math.PI));
    v.x += Math.sign(v.x) * puff * k[1] * k[2] * Math.min(1, Math.abs(v.x) / (size[0] * 0.4));
    v.y += Math.sign(v.y) * puff * k[0] * k[2] * Math.min(1, Math.abs(v.y) / (size[1] * 0.4));
    v.z += Math.sign(v.z) * puff * k[0] * k[1] * Math.min(1, Math.abs(v.z) / (size[2] * 0.4));
  };
}

export function armchair(m, cover = m.rust) {
  const g = group();
  g.name = 'armchair';
  for (const c of cushions) {
    const geometry = roundedBox(...c.size, c.r, 0.022);
    if (c.puff) bend(geometry, stuff(c.size, c.puff));
    g.add(mesh(geometry, cover, c.at, [c.turn, 0, 0]));
  }
  g.children[0].name = 'seat';
  // Closes the back below the cushion, where seat and frame meet.
  g.add(mesh(roundedBox(0.652, 0.26, 0.075, 0.03, 0.022), cover, [0, 0.32, -0.308]));
  for (const x of [-1, 1]) for (const z of [-1, 1]) {
    g.add(mesh(lathe([[0, 0], [0.013, 0, 0.002], [0.024, 0.2], [0, 0.2]], { segments: 32 }), m.oak, [x * 0.33, 0, z * 0.27], [z * 0.16, 0, -x * 0.16]));
  }
  return g;
}
