// The room itself and what is not for sale in it: wall, floor, rug, sideboard, pictures, plant, books.
import * as THREE from 'three';
import { roundedBox, lathe, tube, plane, mesh, group, bend, smoothNormals } from './geometry.js';
import { drawn } from './textures.js';
import { random } from './noise.js';
import { baked } from './bake.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';

export const TABLE = 0.79; // height of the sideboard's top

export function shell(m) {
  const wall = mesh(plane(6, 3.2, 0.03), m.wall, [0, 1.6, 0]);
  const floor = mesh(plane(6, 3.6, 0.03), m.floor, [0, 0, 1.8], [-Math.PI / 2, 0, 0]);
  wall.castShadow = floor.castShadow = false;
  const skirting = mesh(roundedBox(6, 0.09, 0.016, 0.004, 0.03), m.trim, [0, 0.045, 0.008]);
  return group(wall, floor, skirting);
}

export function rug(m) {
  const g = roundedBox(2.2, 0.012, 1.5, 0.005, 0.025);
  const r = mesh(g, m.rug, [0.86, 0.006, 1.0], [0, -0.06, 0]);
  r.castShadow = false;
  return r;
}

export function sideboard(m) {
  const g = group();
  const w = 1.78;
  const d = 0.44;
  g.add(mesh(roundedBox(w, 0.028, d, 0.006, 0.013), m.walnut, [0, TABLE - 0.014, 0]));
  g.add(mesh(roundedBox(w, 0.026, d - 0.01, 0.005, 0.03), m.walnut, [0, 0.223, 0]));
  for (const x of [-1, 1]) g.add(mesh(roundedBox(0.026, TABLE - 0.25, d - 0.01, 0.005, 0.03), m.walnut, [x * (w / 2 - 0.013), (TABLE + 0.21) / 2 - 0.015, 0]));
  g.add(mesh(roundedBox(w - 0.04, TABLE - 0.25, 0.01, 0.002, 0.04), m.walnut, [0, 0.51, -d / 2 + 0.02]));
  // Three doors; the left and right ones with slats.
  const dw = (w - 0.052) / 3;
  for (let i = 0; i < 3; i++) {
    const x = (i - 1) * dw;
    if (i === 1) {
      for (let k = 0; k < 3; k++) {
        const y = 0.332 + k * 0.176;
        g.add(mesh(roundedBox(dw - 0.008, 0.168, 0.02, 0.004, 0.03), m.walnut, [x, y, d / 2 - 0.02]));
        g.add(mesh(lathe([[0, 0], [0.005, 0], [0.005, 0.012], [0.012, 0.016, 0.002], [0.012, 0.022, 0.003], [0, 0.023]], { segments: 24 }), m.brass, [x, y, d / 2 - 0.01], [Math.PI / 2, 0, 0]));
      }
    } else {
      g.add(mesh(roundedBox(dw - 0.008, 0.52, 0.012, 0.003, 0.03), m.walnut, [x, 0.508, d / 2 - 0.03]));
      const n = 21;
      for (let k = 0; k < n; k++) g.add(mesh(roundedBox(0.0165, 0.52, 0.016, 0.004, 0.03), m.walnut, [x - dw / 2 + 0.018 + (k * (dw - 0.036)) / (n - 1), 0.508, d / 2 - 0.018]));
      const hx = x + (i === 0 ? 1 : -1) * (dw / 2 - 0.016);
      g.add(mesh(lathe([[0, 0], [0.005, 0.001, 0.002], [0.005, 0.119, 0.002], [0, 0.12]], { segments: 16 }), m.brass, [hx, 0.5, d / 2 + 0.006]));
    }
  }
  for (const x of [-1, 1]) for (const z of [-1, 1]) g.add(mesh(lathe([[0, 0], [0.012, 0, 0.002], [0.021, 0.212], [0, 0.212]], { segments: 32 }), m.walnut, [x * (w / 2 - 0.14), 0, z * (d / 2 - 0.08)], [z * 0.1, 0, -x * 0.12]));
  return g;
}

function art(width, height, draw) {
  const material = new THREE.MeshStandardMaterial({ map: drawn(width, height, draw), roughness: 0.85 });
  material.userData.albedo = new THREE.Color(0xcdb798);
  return baked(material);
}

function framed(m, w, h, material) {
  const g = group();
  const b = 0.022;
  g.add(mesh(roundedBox(w, b, 0.026, 0.003, 0.02), m.oak, [0, h / 2 - b / 2, 0.013]));
  g.add(mesh(roundedBox(w, b, 0.026, 0.003, 0.02), m.oak, [0, -h / 2 + b / 2, 0.013]));
  g.add(mesh(roundedBox(b, h - 2 * b, 0.026, 0.003, 0.02), m.oak, [w / 2 - b / 2, 0, 0.013]));
  g.add(mesh(roundedBox(b, h - 2 * b, 0.026, 0.003, 0.02), m.oak, [-w / 2 + b / 2, 0, 0.013]));
  const sheet = new THREE.PlaneGeometry(w - 2 * b, h - 2 * b, 24, 32);
  g.add(mesh(sheet, material, [0, 0, 0.012]));
  return g;
}

export function pictures(m) {
  const paper = (c, w, h) => {
    c.fillStyle = '#efe7d8';
    c.fillRect(0, 0, w, h);
    const rng = random(4);
    for (let i = 0; i < 9000; i++) {
      c.fillStyle = `rgba(120,100,70,${rng() * 0.05})`;
      c.fillRect(rng() * w, rng() * h, 2 + rng() * 6, 1);
    }
  };
  const arches = art(700, 960, (c, w, h) => {
    paper(c, w, h);
    const arch = (x, y, r, foot, colour) => {
      c.fillStyle = colour;
      c.beginPath();
      c.arc(x, y, r, Math.PI, 0);
      c.lineTo(x + r, foot);
      c.lineTo(x - r, foot);
      c.fill();
    };
    arch(w * 0.5, 420, 230, 800, '#b5603a');
    arch(w * 0.5, 440, 172, 800, '#e2bd8d');
    arch(w * 0.5, 462, 116, 800, '#5c6b52');
    arch(w * 0.5, 486, 60, 800, '#efe7d8');
    c.fillStyle = '#d59a4e';
    c.beginPath();
    c.arc(w * 0.69, 196, 62, 0, 7);
    c.fill();
  });
  const stones = art(560, 700, (c, w, h) => {
    paper(c, w, h);
    const stone = (x, y, rx, ry, t, colour) => {
      c.fillStyle = colour;
      c.beginPath();
      c.ellipse(x, y, rx, ry, t, 0, 7);
      c.fill();
    };
    stone(w * 0.5, 505, 170, 78, 0.05, '#44564a');
    stone(w * 0.47, 378, 122, 64, -0.08, '#b8673f');
    stone(w * 0.52, 275, 84, 52, 0.12, '#d8b684');
    stone(w * 0.49, 194, 50, 36, -0.1, '#6d4a33');
  });
  const g = group();
  const a = framed(m, 0.5, 0.68, arches);
  a.position.set(-0.98, 1.68, 0);
  const b = framed(m, 0.4, 0.5, stones);
  b.position.set(-0.42, 1.62, 0);
  g.add(a, b);
  return g;
}

export function shelf(m) {
  const g = group();
  g.add(mesh(roundedBox(0.82, 0.026, 0.2, 0.005, 0.02), m.oak, [0, 0, 0.1]));
  for (const x of [-0.3, 0.3]) g.add(mesh(roundedBox(0.018, 0.11, 0.15, 0.004, 0.02), m.brass, [x, -0.066, 0.077]));
  const rng = random(12);
  let x = -0.36;
  [m.bookB, m.paper, m.bookA, m.bookC, m.paper, m.bookB, m.bookA].forEach((material, i) => {
    const t = 0.02 + rng() * 0.02;
    const h = 0.19 + rng() * 0.06;
    g.add(book(m, material, t, h, 0.14, [x + t / 2, 0.013 + h / 2, 0.09], [0, 0, i === 6 ? -0.14 : 0]));
    x += t + 0.002 + (i === 5 ? 0.015 : 0);
  });
  g.add(mesh(lathe([[0, 0], [0.035, 0, 0.004], [0.058, 0.05, 0.04], [0.05, 0.1, 0.03], [0.02, 0.13, 0.02], [0.018, 0.165], [0.024, 0.172, 0.002], [0.02, 0.17], [0.014, 0.13], [0, 0.1]]), m.stone, [0.06, 0.013, 0.1]));
  const pot = group(mesh(lathe([[0, 0], [0.045, 0, 0.004], [0.058, 0.09, 0.004], [0.053, 0.09, 0.002], [0.05, 0.07], [0, 0.07]]), m.clay), trailing(m));
  pot.position.set(0.28, 0.013, 0.1);
  g.add(pot);
  g.position.set(0.98, 1.6, 0);
  return g;
}

function book(m, cover, t, h, d, at, turn) {
  const g = group(mesh(roundedBox(t, h, d, 0.003, 0.03), cover), mesh(roundedBox(Math.max(0.006, t - 0.006), h - 0.008, d, 0.001, 0.03), m.paper, [0, 0.0045, 0.0015 - 0.004]));
  g.position.set(...at);
  g.rotation.set(...turn);
  return g;
}

export function bookPile(m) {
  const g = group();
  let y = 0;
  [[0.2, 0.026, 0.145, m.bookB, 0.1], [0.185, 0.02, 0.135, m.paper, -0.12], [0.17, 0.024, 0.125, m.bookC, 0.2]].forEach(([w, t, d, material, turn]) => {
    g.add(mesh(roundedBox(w, t, d, 0.003, 0.02), material, [0, y + t / 2, 0], [0, turn, 0]));
    y += t;
  });
  return g;
}

// A leaf lies along +x, folded a little along its rib.
function leafShape(length, width, droop, fold = 0.25) {
  const g = new THREE.PlaneGeometry(1, 1, 14, 6);
  const p = g.attributes.position;
  for (let i = 0; i < p.count; i++) {
    const t = p.getX(i) + 0.5;
    const s = p.getY(i) * 2;
    const half = width * 0.5 * Math.pow(Math.sin(Math.PI * Math.pow(t, 0.8)), 0.75) * (1 - 0.1 * t);
    p.setXYZ(i, t * length, Math.abs(s) * half * fold - droop * length * t * t + 0.02 * length * Math.sin(t * 9 + s), -s * half);
  }
  smoothNormals(g);
  return g;
}

export function rubberPlant(m) {
  const rng = random(21);
  const leaves = [];
  const g = group();
  for (let k = 0; k < 3; k++) {
    const lean = [0.2 * Math.cos(k * 2.1 + 0.6), 1, 0.2 * Math.sin(k * 2.1 + 0.6)];
    const tall = 0.82 + 0.24 * rng();
    const point = (t) => [lean[0] * t * t * tall * 1.3, 0.3 + t * tall, lean[2] * t * t * tall * 1.3];
    g.add(mesh(tube([point(0), point(0.3), point(0.6), point(1)], 0.008, { segments: 30, radial: 8 }), m.stem));
    const n = 11;
    for (let i = 0; i < n; i++) {
      const t = 0.2 + (0.8 * i) / (n - 1);
      const size = 0.2 + 0.1 * rng() - 0.06 * t;
      const leaf = leafShape(size, size * 0.5, 0.28 + 0.3 * rng());
      leaf.translate(0.025, 0, 0);
      leaf.rotateZ(0.25 + t * 0.75 + (rng() - 0.5) * 0.3);
      leaf.rotateY(i * 2.4 + k + rng() * 0.5);
      leaf.translate(...point(t));
      leaves.push(leaf);
    }
  }
  g.add(mesh(mergeGeometries(leaves), m.leaf));
  g.add(mesh(lathe([[0, 0], [0.13, 0, 0.01], [0.17, 0.29, 0.02], [0.172, 0.31, 0.006], [0.158, 0.31, 0.004], [0.152, 0.27], [0, 0.27]]), m.clay));
  g.add(mesh(new THREE.CircleGeometry(0.154, 32), m.soil, [0, 0.275, 0], [-Math.PI / 2, 0, 0]));
  return g;
}

function trailing(m) {
  const rng = random(8);
  const leaves = [];
  for (let k = 0; k < 9; k++) {
    const a = k * 0.75 + rng();
    const fall = 0.06 + rng() * 0.26;
    for (let i = 0; i < 12; i++) {
      const t = i / 11;
      const r = 0.02 + 0.075 * Math.sin(Math.min(1, t * 1.7) * 1.57);
      const leaf = leafShape(0.036 + rng() * 0.012, 0.026, 0.3);
      leaf.rotateZ(-0.5 - t + rng() * 0.5);
      leaf.rotateY(rng() * 6.3);
      leaf.translate(Math.cos(a) * r, 0.1 + 0.035 * Math.sin(Math.min(1, t * 2) * 1.57) - Math.max(0, t - 0.3) * fall, Math.max(-0.06, Math.sin(a) * r));
      leaves.push(leaf);
    }
  }
  return mesh(mergeGeometries(leaves), m.leaf);
}

export function vase(m) {
  const rng = random(31);
  const g = group(mesh(lathe([[0, 0], [0.04, 0, 0.004], [0.066, 0.07, 0.05], [0.055, 0.14, 0.04], [0.022, 0.185, 0.03], [0.021, 0.215, 0.01], [0.028, 0.225, 0.002], [0.022, 0.222], [0.016, 0.19], [0, 0.15]]), m.stone));
  const leaves = [];
  for (let k = 0; k < 5; k++) {
    const a = k * 1.257 + 0.3;
    const out = 0.09 + 0.1 * rng();
    const tall = 0.24 + 0.14 * rng();
    const point = (t) => [Math.cos(a) * out * t * t, 0.2 + tall * t - 0.06 * t * t, Math.sin(a) * out * 0.6 * t * t];
    g.add(mesh(tube([point(0), point(0.35), point(0.7), point(1)], 0.0018, { segments: 24, radial: 6 }), m.stem));
    for (let i = 0; i < 11; i++) {
      const t = 0.3 + 0.7 * (i / 10);
      for (const side of [0, Math.PI]) {
        const leaf = leafShape(0.044 - 0.014 * t, 0.034 - 0.01 * t, 0.2, 0.12);
        leaf.rotateX((rng() - 0.5) * 1.4);
        leaf.rotateZ(0.4 + (rng() - 0.5) * 0.5);
        leaf.rotateY(a + 1.57 + side + (rng() - 0.5) * 0.7);
        leaf.translate(...point(t));
        leaves.push(leaf);
      }
    }
  }
  g.add(mesh(mergeGeometries(leaves), m.leafPale));
  return g;
}

export function tray(m) {
  return mesh(lathe([[0, 0.004], [0.135, 0.004], [0.14, 0, 0.002], [0.15, 0.002, 0.003], [0.156, 0.018, 0.003], [0.151, 0.018, 0.003], [0.146, 0.009, 0.003], [0, 0.008]], { segments: 96, cell: 0.008 }), m.oak);
}

export function pillow(m) {
  const g = roundedBox(0.4, 0.3, 0.12, 0.05, 0.016);
  bend(g, (v) => {
    const a = Math.cos((v.x / 0.4) * Math.PI) * Math.cos((v.y / 0.3) * Math.PI);
    v.z *= 0.28 + 0.85 * Math.sqrt(Math.max(0, a));
    v.x *= 1 + 0.05 * Math.abs(v.y) / 0.15;
    v.y *= 1 + 0.08 * Math.abs(v.x) / 0.2;
  });
  return mesh(g, m.cushion);
}
