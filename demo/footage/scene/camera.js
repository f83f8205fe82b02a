// The camera's way: a few resting places, joined by one smooth curve without cuts.
import * as THREE from 'three';

export const FPS = 25;
export const FRAMES = 750;
const FOV = 28;

// t: seconds; at: the point looked at; span: width of the picture there, in metres;
// turn: seen from the right (+) or left (-), tilt: seen from above, both in radians.
export const path = [
  { t: 0.0, at: [-0.04, 0.93, 0.3], span: 3.72, turn: 0.1, tilt: 0.085 },
  { t: 3.0, at: [-0.1, 0.93, 0.3], span: 3.6, turn: 0.08, tilt: 0.088 },
  { t: 8.6, at: [-0.76, 0.945, 0.24], span: 1.38, turn: -0.02, tilt: 0.15 },
  { t: 10.8, at: [-0.7, 0.935, 0.24], span: 1.3, turn: 0.02, tilt: 0.16 },
  { t: 14.0, at: [-0.39, 0.89, 0.26], span: 0.86, turn: 0.08, tilt: 0.21 },
  { t: 16.0, at: [-0.34, 0.89, 0.26], span: 0.84, turn: 0.1, tilt: 0.22 },
  { t: 22.4, at: [0.62, 0.79, 0.5], span: 2.3, turn: -0.06, tilt: 0.13 },
  { t: 25.2, at: [0.7, 0.79, 0.5], span: 2.24, turn: -0.09, tilt: 0.125 },
  { t: 30.0, at: [0.02, 0.92, 0.33], span: 3.55, turn: 0.0, tilt: 0.088 },
];

const values = path.map((k) => [...k.at, Math.log(k.span), k.turn, k.tilt]);

// Cubic through the places; slopes by Fritsch and Carlson, so that it never swings past one.
const slopes = values.map((v, i) => v.map((_, c) => {
  if (i === 0 || i === path.length - 1) {
    const [a, b] = i === 0 ? [0, 1] : [i - 1, i];
    return ((values[b][c] - values[a][c]) / (path[b].t - path[a].t)) * 0.5;
  }
  const h0 = path[i].t - path[i - 1].t;
  const h1 = path[i + 1].t - path[i].t;
  const d0 = (values[i][c] - values[i - 1][c]) / h0;
  const d1 = (values[i + 1][c] - values[i][c]) / h1;
  if (d0 * d1 <= 0) return 0;
  const w1 = 2 * h1 + h0;
  const w2 = h1 + 2 * h0;
  return (w1 + w2) / (w1 / d0 + w2 / d1);
}));

function valueAt(t) {
  let i = 0;
  while (i < path.length - 2 && t >= path[i + 1].t) i++;
  const h = path[i + 1].t - path[i].t;
  const s = Math.min(1, (t - path[i].t) / h);
  const s2 = s * s;
  const s3 = s2 * s;
  return values[i].map((a, c) => (2 * s3 - 3 * s2 + 1) * a + (s3 - 2 * s2 + s) * h * slopes[i][c] + (3 * s2 - 2 * s3) * values[i + 1][c] + (s3 - s2) * h * slopes[i + 1][c]);
}

// Averaged over more than a second: rounds off the changes of pace at the places.
function smoothAt(t) {
  const n = 16;
  const sum = new Array(6).fill(0);
  let total = 0;
  for (let i = -n; i <= n; i++) {
    const w = 1 + Math.cos((i / (n + 1)) * Math.PI);
    const v = valueAt(Math.min(path.at(-1).t, Math.max(0, t + (i / n) * 0.9)));
    v.forEach((x, c) => { sum[c] += x * w; });
    total += w;
  }
  return sum.map((x) => x / total);
}

export function makeCamera() {
  return new THREE.PerspectiveCamera(FOV, 16 / 9, 0.05, 30);
}

function stand(camera, t) {
  const [x, y, z, logSpan, turn, tilt] = smoothAt(t);
  const distance = Math.exp(logSpan) / (2 * Math.tan((FOV * Math.PI) / 360) * (16 / 9));
  camera.position.set(x + distance * Math.sin(turn) * Math.cos(tilt), y + distance * Math.sin(tilt), z + distance * Math.cos(turn) * Math.cos(tilt));
  camera.lookAt(x, y, z);
  camera.updateMatrixWorld(true);
}

// The times in `path` are only a plan. Hotspots are easy to follow when nothing crosses the picture quickly,
// so time is stretched where a product would move fast and shortened where the camera nearly rests.
const STEP = 0.05;
const LENGTH = FRAMES / FPS;
const REST = 0.045; // widths per second: slower than this is not worth waiting for
let clock = null; // frame -> time on the path

export function pace(camera, centres) {
  const n = Math.round(path.at(-1).t / STEP);
  const before = centres.map(() => null);
  const v = new THREE.Vector3();
  const speed = [];
  for (let i = 0; i <= n; i++) {
    stand(camera, i * STEP);
    let fastest = 0;
    centres.forEach((c, k) => {
      v.copy(c).project(camera);
      const now = Math.abs(v.x) < 1.06 && Math.abs(v.y) < 1.1 ? [v.x / 2, (v.y / 2) * (9 / 16)] : null;
      if (now && before[k]) fastest = Math.max(fastest, Math.hypot(now[0] - before[k][0], now[1] - before[k][1]) / STEP);
      before[k] = now;
    });
    speed.push(Math.max(REST, fastest));
  }
  // A running maximum, then a mean: slows down before the fast moment, not at it.
  const wide = Math.round(0.5 / STEP);
  const calm = speed.map((_, i) => Math.max(...speed.slice(Math.max(0, i - wide), i + wide + 1)));
  const soft = calm.map((_, i) => {
    const part = calm.slice(Math.max(0, i - wide), i + wide + 1);
    return part.reduce((a, b) => a + b) / part.length;
  });
  const passed = [0];
  for (let i = 0; i < n; i++) passed.push(passed[i] + (soft[i] + soft[i + 1]) / 2);
  clock = [];
  let i = 0;
  for (let f = 0; f < FRAMES; f++) {
    const want = (passed[n] * f) / (FRAMES - 1);
    while (i < n - 1 && passed[i + 1] < want) i++;
    clock.push((i + (want - passed[i]) / (passed[i + 1] - passed[i])) * STEP);
  }
  // The even pace that results, in widths per second.
  return (passed[n] * STEP) / LENGTH;
}

// When (seconds of film) the camera is at the moment `t` of the path.
export const filmTime = (t) => clock.findIndex((c) => c >= t) / FPS;

export function place(camera, frame) {
  stand(camera, clock[frame]);
}
