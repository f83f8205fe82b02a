// Shapes. All are finely divided, because the soft light is baked into their vertices (bake.js),
// and all carry uv in metres, so that one texture scale fits every object.
import * as THREE from 'three';

// A box with rounded edges and small faces everywhere.
export function roundedBox(w, h, d, r = 0.01, cell = 0.02) {
  const size = [w, h, d];
  const lines = size.map((s) => {
    const flat = Math.max(1, Math.min(240, Math.round((s - 2 * r) / cell)));
    const list = [];
    const round = r > 0.025 ? 5 : 2; // a large rounding needs more faces to look round
    for (let i = 0; i < round; i++) list.push(-s / 2 + r * (1 - Math.cos((i / round) * Math.PI * 0.5)));
    for (let i = 0; i <= flat; i++) list.push(-s / 2 + r + ((s - 2 * r) * i) / flat);
    for (let i = round - 1; i >= 0; i--) list.push(s / 2 - r * (1 - Math.cos((i / round) * Math.PI * 0.5)));
    return list;
  });
  const g = new THREE.BoxGeometry(1, 1, 1, ...lines.map((l) => l.length - 1));
  const p = g.attributes.position;
  const n = g.attributes.normal;
  const uv = g.attributes.uv;
  const v = [0, 0, 0];
  for (let i = 0; i < p.count; i++) {
    const face = [n.getX(i), n.getY(i), n.getZ(i)].findIndex((c) => Math.abs(c) > 0.5);
    for (let a = 0; a < 3; a++) {
      const k = Math.round((p.getComponent(i, a) + 0.5) * (lines[a].length - 1));
      v[a] = lines[a][k];
    }
    const inner = v.map((c, a) => Math.min(size[a] / 2 - r, Math.max(-size[a] / 2 + r, c)));
    let dir = v.map((c, a) => c - inner[a]);
    const l = Math.hypot(...dir) || 1;
    dir = dir.map((c) => c / l);
    const q = inner.map((c, a) => c + dir[a] * r);
    p.setXYZ(i, ...q);
    n.setXYZ(i, ...dir);
    if (face === 0) uv.setXY(i, q[2], q[1]);
    else if (face === 1) uv.setXY(i, q[0], q[2]);
    else uv.setXY(i, q[0], q[1]);
  }
  return g;
}

// A profile for lathe(): points [radius, y, rounding]; corners are rounded, long runs are divided.
function profile(points, cell) {
  const out = [];
  const add = (x, y) => {
    const last = out[out.length - 1];
    if (!last) return out.push(new THREE.Vector2(x, y));
    const length = Math.hypot(x - last.x, y - last.y);
    if (length < 1e-6) return 0;
    const steps = Math.max(1, Math.round(length / cell));
    const from = last.clone();
    for (let i = 1; i <= steps; i++) out.push(new THREE.Vector2(from.x + ((x - from.x) * i) / steps, from.y + ((y - from.y) * i) / steps));
    return 0;
  };
  points.forEach(([x, y, r = 0], i) => {
    const a = points[i - 1];
    const b = points[i + 1];
    if (!a || !b || !r) return add(x, y);
    const la = Math.hypot(a[0] - x, a[1] - y);
    const lb = Math.hypot(b[0] - x, b[1] - y);
    const ra = Math.min(r, la * 0.5) / la;
    const rb = Math.min(r, lb * 0.5) / lb;
    const p = [x + (a[0] - x) * ra, y + (a[1] - y) * ra];
    const q = [x + (b[0] - x) * rb, y + (b[1] - y) * rb];
    for (let k = 0; k <= 6; k++) {
      const t = k / 6;
      add((1 - t) ** 2 * p[0] + 2 * t * (1 - t) * x + t * t * q[0], (1 - t) ** 2 * p[1] + 2 * t * (1 - t) * y + t * t * q[1]);
    }
    return 0;
  });
  return out;
}

export function lathe(points, { segments = 64, cell = 0.012 } = {}) {
  const outline = profile(points, cell);
  const g = new THREE.LatheGeometry(outline, segments);
  const lengths = [0];
  for (let i = 1; i < outline.length; i++) lengths.push(lengths[i - 1] + outline[i].distanceTo(outline[i - 1]));
  const widest = Math.max(...outline.map((p) => p.x));
  // uv in metres at the widest girth.
  const around = 2 * Math.PI * widest;
  const uv = g.attributes.uv;
  for (let i = 0; i < uv.count; i++) {
    const row = i % outline.length;
    uv.setXY(i, uv.getX(i) * around, lengths[row]);
  }
  return g;
}

export function tube(points, radius, { segments = 64, radial = 14, closed = false } = {}) {
  const curve = new THREE.CatmullRomCurve3(points.map((p) => new THREE.Vector3(...p)), closed, 'centripetal');
  const g = new THREE.TubeGeometry(curve, segments, radius, radial, closed);
  const length = curve.getLength();
  const uv = g.attributes.uv;
  for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) * length, uv.getY(i) * 2 * Math.PI * radius);
  return g;
}

export function plane(w, h, cell) {
  const g = new THREE.PlaneGeometry(w, h, Math.round(w / cell), Math.round(h / cell));
  const p = g.attributes.position;
  for (let i = 0; i < p.count; i++) g.attributes.uv.setXY(i, p.getX(i), p.getY(i));
  return g;
}

// Moves every vertex with f(vector) and makes the normals fit again.
export function bend(g, f) {
  const p = g.attributes.position;
  const v = new THREE.Vector3();
  for (let i = 0; i < p.count; i++) {
    f(v.fromBufferAttribute(p, i), i);
    p.setXYZ(i, v.x, v.y, v.z);
  }
  smoothNormals(g);
  return g;
}

// computeVertexNormals() leaves a crease where uv seams split a vertex; this joins equal positions.
export function smoothNormals(g) {
  g.computeVertexNormals();
  const p = g.attributes.position;
  const n = g.attributes.normal;
  const sums = new Map();
  const keys = [];
  for (let i = 0; i < p.count; i++) {
    const key = `${Math.round(p.getX(i) * 2e4)},${Math.round(p.getY(i) * 2e4)},${Math.round(p.getZ(i) * 2e4)}`;
    keys.push(key);
    const s = sums.get(key) ?? new THREE.Vector3();
    s.x += n.getX(i);
    s.y += n.getY(i);
    s.z += n.getZ(i);
    sums.set(key, s);
  }
  for (const s of sums.values()) s.normalize();
  for (let i = 0; i < p.count; i++) {
    const s = sums.get(keys[i]);
    n.setXYZ(i, s.x, s.y, s.z);
  }
}

export function mesh(geometry, material, position = [0, 0, 0], rotation = [0, 0, 0]) {
  const m = new THREE.Mesh(geometry, material);
  m.position.set(...position);
  m.rotation.set(...rotation);
  m.castShadow = m.receiveShadow = true;
  return m;
}

export function group(...children) {
  const g = new THREE.Group();
  if (children.length) g.add(...children);
  return g;
}
