// A cloth that runs over the floor and up behind the product, without an edge.
import * as THREE from 'three';
import { mesh, smoothNormals } from './geometry.js';

export function backdrop(m, size) {
  const rows = [];
  // Small faces near the product, for the contact shadow that is baked into them.
  for (let i = 36; i > 0; i--) rows.push([-2.5 * (i / 36) ** 2, 0]);
  for (let i = 0; i <= 30; i++) rows.push([0.7 * (i / 30) ** 1.6, 0]);
  for (let i = 1; i <= 18; i++) rows.push([0.7 + Math.sin((i / 18) * Math.PI / 2) * 0.8, 0.8 - Math.cos((i / 18) * Math.PI / 2) * 0.8]);
  for (let i = 1; i <= 12; i++) rows.push([1.5, 0.8 + (i / 12) * 3]);
  const columns = 200;
  const g = new THREE.PlaneGeometry(1, 1, columns, rows.length - 1);
  const p = g.attributes.position;
  for (let i = 0; i < p.count; i++) {
    const [z, y] = rows[Math.floor(i / (columns + 1))];
    const x = p.getX(i) * 2;
    p.setXYZ(i, Math.sign(x) * Math.abs(x) ** 1.5 * 3.5 * size, y * size, -z * size);
  }
  // The rows run away from the camera, which turns the faces down; the soft light needs the side that is seen.
  g.index.array.reverse();
  smoothNormals(g);
  const cloth = mesh(g, m.backdrop);
  cloth.castShadow = false;
  return cloth;
}
