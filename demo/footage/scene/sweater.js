// A cable-knit sweater over the back of the armchair. The cloth is really draped:
// a net of points falls on the chair's cushions and comes to rest there.
import * as THREE from 'three';
import { mesh, group, smoothNormals } from './geometry.js';
import { painted, ramp } from './textures.js';
import { fbm, random } from './noise.js';
import { cushions } from './armchair.js';
import { baked } from './bake.js';

const STEP = 0.0135;
export const HALF = 0.26; // half of the body's width
export const SLEEVE = 0.5;
export const FRONT = 0.6;
const BACK = 0.5;
const NECK = { x: 0.088, y: 0.06, at: -0.012 };
const CLING = 0.7;
const CLOTH = 0.011; // kept free between the net and the cushions

// Flat pattern, metres: body between y = -FRONT (front hem) and BACK (back hem), shoulders at y = 0,
// sleeves to both sides, tapering to the cuffs.
export function net() {
  const points = [];
  const at = new Map();
  const columns = Math.round((HALF + SLEEVE) / STEP);
  for (let i = -columns; i <= columns; i++) {
    for (let j = -Math.round(FRONT / STEP); j <= Math.round(BACK / STEP); j++) {
      let x = i * STEP;
      let y = j * STEP;
      const out = Math.max(0, Math.abs(x) - HALF) / SLEEVE;
      if (out > 0) {
        if (Math.abs(y) > 0.165) continue;
        y *= 1 - 0.45 * out;
      } else if (Math.hypot(x / NECK.x, (y - NECK.at) / NECK.y) < 0.96) continue;
      else {
        // Pull the rim of the neck hole onto a clean ellipse.
        const d = Math.hypot(x / NECK.x, (y - NECK.at) / NECK.y);
        if (d < 1.14) {
          x /= d;
          y = NECK.at + (y - NECK.at) / d;
        }
      }
      at.set(`${i},${j}`, points.length);
      points.push({ i, j, x, y });
    }
  }
  return { points, at };
}

// Signed distance to the cushions, in the chair's frame.
function distance(x, y, z) {
  let best = 1;
  for (const c of cushions) {
    const px = x - c.at[0];
    let py = y - c.at[1];
    let pz = z - c.at[2];
    if (c.turn) {
      const s = Math.sin(-c.turn);
      const k = Math.cos(-c.turn);
      [py, pz] = [py * k - pz * s, py * s + pz * k];
    }
    const puff = c.puff * 0.8;
    const qx = Math.abs(px) - c.size[0] / 2 + c.r - puff;
    const qy = Math.abs(py) - c.size[1] / 2 + c.r - puff;
    const qz = Math.abs(pz) - c.size[2] / 2 + c.r - puff;
    const d = Math.hypot(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0)) + Math.min(Math.max(qx, qy, qz), 0) - c.r;
    if (d < best) best = d;
  }
  return best;
}

const TURN = 0.11;

// Laid over the chair's back like a tent, a little askew and pushed together, so that it falls into folds.
function overTheBack(q, rng) {
  const x = (q.x * Math.cos(TURN) - q.y * Math.sin(TURN)) * 0.95 - 0.01;
  const y = q.x * Math.sin(TURN) + q.y * Math.cos(TURN) - 0.05;
  return [
    x + (rng() - 0.5) * 0.003,
    0.97 - Math.abs(y) * 0.75 - Math.max(0, Math.abs(x) - 0.3) * 0.5 + 0.012 * Math.sin(x * 55 + y * 9) + (rng() - 0.5) * 0.003,
    -0.35 - y * 0.62 + (rng() - 0.5) * 0.003,
  ];
}

// lay: where a point of the pattern begins to fall; solid: signed distance to what it falls on; seams: pairs of points
// that are sewn together, with what is between them and how firmly; held: which points stay where they begin.
export function drape({ points, at }, { lay, solid, seams = [], held = () => false, seed = 5 }) {
  const n = points.length;
  const p = new Float64Array(n * 3);
  const old = new Float64Array(n * 3);
  const rng = random(seed);
  points.forEach((q, k) => p.set(lay(q, rng), k * 3));
  old.set(p);
  const first = p.slice();
  const fixed = points.flatMap((q, k) => (held(q) ? [k] : []));

  const links = [...seams];
  const link = (a, b, stiff) => {
    const rest = Math.hypot(points[a].x - points[b].x, points[a].y - points[b].y);
    links.push([a, b, rest, stiff]);
  };
  points.forEach((q, k) => {
    for (const [di, dj, stiff] of [[1, 0, 1], [0, 1, 1], [1, 1, 0.35], [1, -1, 0.35], [2, 0, 0.14], [0, 2, 0.14], [4, 0, 0.05], [0, 4, 0.05]]) {
      const other = at.get(`${q.i + di},${q.j + dj}`);
      if (other !== undefined) link(k, other, stiff);
    }
  });

  const steps = 420;
  for (let s = 0; s < steps; s++) {
    const damping = s > steps - 120 ? 0.9 : 0.975;
    for (let i = 0; i < n * 3; i++) {
      const v = (p[i] - old[i]) * damping;
      old[i] = p[i];
      p[i] += v + (i % 3 === 1 ? -9.8 * 0.0085 * 0.0085 : 0);
    }
    for (let round = 0; round < 18; round++) {
      for (const [a, b, rest, stiff] of links) {
        const dx = p[b * 3] - p[a * 3];
        const dy = p[b * 3 + 1] - p[a * 3 + 1];
        const dz = p[b * 3 + 2] - p[a * 3 + 2];
        const d = Math.sqrt(dx * dx + dy * dy + dz * dz) || 1e-6;
        const f = (0.5 * stiff * (d - rest)) / d;
        p[a * 3] += dx * f;
        p[a * 3 + 1] += dy * f;
        p[a * 3 + 2] += dz * f;
        p[b * 3] -= dx * f;
        p[b * 3 + 1] -= dy * f;
        p[b * 3 + 2] -= dz * f;
      }
      for (const k of fixed) for (let c = 0; c < 3; c++) p[k * 3 + c] = first[k * 3 + c];
    }
    for (let k = 0; k < n; k++) {
      const x = p[k * 3];
      const y = p[k * 3 + 1];
      const z = p[k * 3 + 2];
      if (y < CLOTH) p[k * 3 + 1] = CLOTH;
      const d = solid(x, y, z);
      if (d < CLOTH) {
        const e = 1e-3;
        let gx = solid(x + e, y, z) - solid(x - e, y, z);
        let gy = solid(x, y + e, z) - solid(x, y - e, z);
        let gz = solid(x, y, z + e) - solid(x, y, z - e);
        const l = Math.hypot(gx, gy, gz) || 1;
        gx /= l;
        gy /= l;
        gz /= l;
        const push = CLOTH - d;
        p[k * 3] += gx * push;
        p[k * 3 + 1] += gy * push;
        p[k * 3 + 2] += gz * push;
        // Wool clings: most of the sliding along the cushion is taken back.
        const mx = p[k * 3] - old[k * 3];
        const my = p[k * 3 + 1] - old[k * 3 + 1];
        const mz = p[k * 3 + 2] - old[k * 3 + 2];
        const along = mx * gx + my * gy + mz * gz;
        p[k * 3] -= (mx - along * gx) * CLING;
        p[k * 3 + 1] -= (my - along * gy) * CLING;
        p[k * 3 + 2] -= (mz - along * gz) * CLING;
      }
    }
  }
  return p;
}

const smooth = (a, b, x) => {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)));
  return t * t * (3 - 2 * t);
};

// The knit, painted in the flat pattern: stocking stitch, cables down the body, ribs at the hems and cuffs.
// Dark between the stitches, light on them; the mean of all; the shine of the fibres.
export const yarns = {
  ecru: { stitch: [0x9d8a6d, 0xcdbd9f, 0xe9dec8, 0xf3ead9], mean: 0xdccfb6, sheen: 0xf2e4cc },
  spruce: { stitch: [0x13231b, 0x21392e, 0x2f4d3f, 0x416152], mean: 0x2a4337, sheen: 0x86a596 },
};

function knit(yarn, detail, part) {
  const w = 2 * (HALF + SLEEVE);
  const h = FRONT + BACK;
  const stitches = (along, across) => {
    const column = 0.0115;
    const row = 0.0095;
    const s = ((across / column) % 1 + 1) % 1;
    const a = Math.abs(s - 0.5) * 2;
    const t = (((along / row + a * 0.75) % 1) + 1) % 1;
    return Math.sqrt(Math.max(0, 1 - (2 * t - 1) ** 2)) * Math.pow(Math.max(0, 1 - (2 * a - 1) ** 2), 0.35);
  };
  const rib = (along, across) => 0.75 * (0.5 + 0.5 * Math.cos((across / 0.017) * Math.PI * 2)) * 2 + 0.4 * stitches(along, across);
  return painted({
    width: 2048, height: 1480, metres: [w, h], relief: 2.4, detail, part,
    paint: (u, v) => {
      const x = (u - 0.5) * w;
      const y = v * h - FRONT;
      let height;
      if (Math.abs(x) > HALF + 0.01) {
        const cuff = smooth(SLEEVE - 0.075, SLEEVE - 0.065, Math.abs(x) - HALF);
        const scale = 1 - 0.45 * (Math.abs(x) - HALF) / SLEEVE;
        height = (1 - cuff) * stitches(x, y / scale) + cuff * rib(x, y / scale);
      } else {
        const hem = Math.max(smooth(-FRONT + 0.075, -FRONT + 0.065, y), smooth(BACK - 0.075, BACK - 0.065, y));
        let body = stitches(y, x);
        for (const centre of [-0.165, 0, 0.165]) {
          const dx = x - centre;
          if (Math.abs(dx) > 0.047) continue;
          // Two strands that twist around each other, in a ditch of purl stitches.
          const phase = (y / 0.115) * Math.PI * 2;
          const r = 0.021;
          let rope = -0.6;
          for (const side of [0, Math.PI]) {
            const d = dx - 0.0165 * Math.sin(phase + side);
            const front = Math.cos(phase + side);
            if (Math.abs(d) < r) rope = Math.max(rope, 2.6 * Math.sqrt(1 - (d / r) ** 2) + 0.7 * front);
          }
          body = rope > -0.5 ? rope + 0.55 * stitches(y + dx * 0.6, dx * 1.25) : -0.6 + 0.5 * stitches(y, x);
        }
        height = (1 - hem) * body + hem * rib(y, x);
      }
      const fuzz = fbm(u, v, 260, 190, 2, 3) - 0.5;
      const shade = Math.min(1, Math.max(0, 0.42 + height * 0.28 + fuzz * 0.25));
      return { c: ramp(yarn.stitch, shade), h: height * 1.35 + fuzz * 0.5 };
    },
  });
}

// The part of the pattern that a picture from near shows: the middle cable, below the collar.
const NEAR = [0.36, 0.2, 0.28, 0.26];

let draped = null; // it takes a while, and lies the same in every colour

export function sweater(m, yarn = yarns.ecru) {
  draped ??= (() => {
    const flat = net();
    return { flat, p: drape(flat, { lay: overTheBack, solid: distance }) };
  })();
  const { flat, p } = draped;
  const { outer, thick } = knitted(flat, p);
  const material = wool(yarn, m.detail.knit, m.detail.knit && NEAR);
  const g = group(mesh(thick, material), collar(flat, outer, material));
  g.name = 'sweater';
  return g;
}

// The net with its points at p becomes cloth: the net itself, and the same with body.
export function knitted({ points, at }, p) {
  const outer = new THREE.BufferGeometry();
  const uv = new Float32Array(points.length * 2);
  points.forEach((q, k) => {
    uv[k * 2] = q.x + HALF + SLEEVE;
    uv[k * 2 + 1] = q.y + FRONT;
  });
  const faces = [];
  const cell = (a, b) => at.get(`${a},${b}`);
  for (const q of points) {
    const a = cell(q.i, q.j);
    const b = cell(q.i + 1, q.j);
    const c = cell(q.i + 1, q.j + 1);
    const d = cell(q.i, q.j + 1);
    if (b === undefined || c === undefined || d === undefined) continue;
    faces.push(a, c, b, a, d, c);
  }
  outer.setAttribute('position', new THREE.BufferAttribute(new Float32Array(p), 3));
  outer.setAttribute('uv', new THREE.BufferAttribute(uv, 2));
  outer.setIndex(faces);
  relax(outer, 2);
  return { outer, thick: shell(outer, faces) };
}

export function wool(yarn, detail, part) {
  const material = new THREE.MeshPhysicalMaterial({ ...knit(yarn, detail, part), roughness: 0.95, sheen: 0.45, sheenRoughness: 0.7, sheenColor: new THREE.Color(yarn.sheen), side: THREE.DoubleSide });
  material.normalScale.set(1, 1);
  material.userData.albedo = new THREE.Color(yarn.mean);
  return baked(material);
}

// Takes the jitter of the simulation out of the surface.
function relax(g, rounds) {
  const p = g.attributes.position;
  const index = g.index;
  for (let r = 0; r < rounds; r++) {
    const sum = new Float32Array(p.array);
    const weight = new Float32Array(p.count).fill(1);
    for (let i = 0; i < index.count; i += 3) for (let c = 0; c < 3; c++) {
      const a = index.getX(i + c);
      const b = index.getX(i + ((c + 1) % 3));
      for (let k = 0; k < 3; k++) {
        sum[a * 3 + k] += p.array[b * 3 + k] * 0.25;
        sum[b * 3 + k] += p.array[a * 3 + k] * 0.25;
      }
      weight[a] += 0.25;
      weight[b] += 0.25;
    }
    for (let i = 0; i < p.count; i++) for (let k = 0; k < 3; k++) p.array[i * 3 + k] = sum[i * 3 + k] / weight[i];
  }
}

// Wool has body: the net becomes an outer and an inner skin with a rounded edge between them.
function shell(g, faces) {
  smoothNormals(g);
  const n = g.attributes.position.count;
  const T = 0.006;
  const position = new Float32Array(n * 6);
  const uv = new Float32Array(n * 4);
  for (let i = 0; i < n; i++) for (let k = 0; k < 3; k++) {
    const p = g.attributes.position.array[i * 3 + k];
    const d = g.attributes.normal.array[i * 3 + k] * T;
    position[i * 3 + k] = p + d;
    position[(n + i) * 3 + k] = p - d;
  }
  uv.set(g.attributes.uv.array, 0);
  uv.set(g.attributes.uv.array, n * 2);
  const index = [...faces];
  const edges = new Map();
  for (let i = 0; i < faces.length; i += 3) {
    index.push(n + faces[i], n + faces[i + 2], n + faces[i + 1]);
    for (let c = 0; c < 3; c++) {
      const a = faces[i + c];
      const b = faces[i + ((c + 1) % 3)];
      const back = `${b},${a}`;
      if (edges.has(back)) edges.delete(back);
      else edges.set(`${a},${b}`, [a, b]);
    }
  }
  for (const [a, b] of edges.values()) index.push(a, n + a, b, b, n + a, n + b);
  const out = new THREE.BufferGeometry();
  out.setAttribute('position', new THREE.BufferAttribute(position, 3));
  out.setAttribute('uv', new THREE.BufferAttribute(uv, 2));
  out.setIndex(index);
  out.computeVertexNormals();
  return out;
}

// The ribbed ring around the neck follows the rim of the hole.
export function collar({ points }, g, material) {
  const p = g.attributes.position;
  const rim = [];
  points.forEach((q, k) => {
    const d = Math.hypot(q.x / NECK.x, (q.y - NECK.at) / NECK.y);
    if (Math.abs(d - 1) < 0.02) rim.push({ a: Math.atan2((q.y - NECK.at) / NECK.y, q.x / NECK.x), v: new THREE.Vector3().fromBufferAttribute(p, k) });
  });
  rim.sort((a, b) => a.a - b.a);
  const loop = [];
  for (let i = 0; i < rim.length; i += 2) loop.push(rim[i].v);
  const curve = new THREE.CatmullRomCurve3(loop, true);
  const ring = new THREE.TubeGeometry(curve, 140, 0.013, 14, true);
  const uv = ring.attributes.uv;
  // Use the rib of the front hem, running around.
  for (let i = 0; i < uv.count; i++) uv.setXY(i, HALF + SLEEVE - 0.25 + uv.getX(i) * 0.5, 0.01 + uv.getY(i) * 0.05);
  return mesh(ring, material);
}
