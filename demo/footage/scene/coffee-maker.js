// An espresso machine: enamelled body, steel group head, walnut handles. Origin: middle of its foot.
import { roundedBox, lathe, tube, mesh, group } from './geometry.js';
import { drawn } from './textures.js';
import * as THREE from 'three';

const W = 0.29;

function gauge(m) {
  const face = drawn(256, 256, (c, w) => {
    c.fillStyle = '#f4eee0';
    c.fillRect(0, 0, w, w);
    c.translate(w / 2, w / 2);
    c.strokeStyle = '#2a2622';
    for (let i = 0; i <= 30; i++) {
      const a = Math.PI * (0.75 + (1.5 * i) / 30);
      const long = i % 5 === 0;
      c.lineWidth = long ? 5 : 2.5;
      c.strokeStyle = i > 17 && i < 23 ? '#3f6b4c' : '#2a2622';
      c.beginPath();
      c.moveTo(Math.cos(a) * 104, Math.sin(a) * 104);
      c.lineTo(Math.cos(a) * (long ? 80 : 90), Math.sin(a) * (long ? 80 : 90));
      c.stroke();
    }
    c.fillStyle = '#2a2622';
    c.font = '26px sans-serif';
    c.textAlign = 'center';
    c.fillText('bar', 0, 58);
    c.rotate(Math.PI * 1.62);
    c.fillStyle = '#a8432a';
    c.beginPath();
    c.moveTo(-18, -5);
    c.lineTo(84, 0);
    c.lineTo(-18, 5);
    c.fill();
    c.fillStyle = '#2a2622';
    c.beginPath();
    c.arc(0, 0, 11, 0, 7);
    c.fill();
  });
  const dial = mesh(new THREE.CircleGeometry(0.0245, 48), new THREE.MeshStandardMaterial({ map: face, roughness: 0.5 }), [0, 0, 0.008]);
  const ring = mesh(lathe([[0.024, 0], [0.031, 0, 0.002], [0.031, 0.012, 0.004], [0.025, 0.013, 0.002], [0.0235, 0.008]], { cell: 0.01 }), m.chrome, [0, 0, 0], [Math.PI / 2, 0, 0]);
  return group(dial, ring);
}

// Turned parts are cut from one piece of wood: the grain runs straight through, three times finer than on a board.
function turned(geometry) {
  const { position, uv } = geometry.attributes;
  for (let i = 0; i < uv.count; i++) uv.setXY(i, (position.getY(i) + position.getX(i)) * 3, (position.getZ(i) + position.getX(i) * 0.4) * 3);
  return geometry;
}

function knob(m, radius = 0.017) {
  return group(
    mesh(turned(lathe([[0, 0], [radius * 0.6, 0], [radius * 0.6, 0.012], [radius, 0.012, 0.002], [radius * 0.92, 0.036, 0.004], [0, 0.038]])), m.walnut, [0, 0, 0], [Math.PI / 2, 0, 0]),
    mesh(lathe([[radius * 0.6, 0], [radius * 1.15, 0, 0.002], [radius * 1.15, 0.006, 0.002], [radius * 0.6, 0.007]]), m.chrome, [0, 0, 0], [Math.PI / 2, 0, 0]),
  );
}

function portafilter(m) {
  const handle = mesh(
    turned(lathe([[0, 0], [0.009, 0, 0.003], [0.010, 0.02], [0.0135, 0.06, 0.02], [0.0125, 0.105, 0.02], [0.014, 0.118, 0.006], [0.006, 0.127, 0.004], [0, 0.128]])),
    m.walnut, [0, -0.006, 0.045], [Math.PI / 2 + 0.13, 0, 0],
  );
  const neck = mesh(lathe([[0, 0], [0.0065, 0], [0.0065, 0.03], [0.011, 0.033, 0.002], [0.011, 0.04, 0.002], [0, 0.041]]), m.chrome, [0, -0.001, 0.02], [Math.PI / 2 + 0.13, 0, 0]);
  const basket = mesh(lathe([[0, -0.03], [0.018, -0.03, 0.006], [0.034, -0.018, 0.01], [0.037, 0.006, 0.002], [0.037, 0.016, 0.002], [0, 0.016]]), m.chrome);
  const spouts = [-1, 1].map((s) => mesh(tube([[0, -0.028, 0], [s * 0.008, -0.036, 0.001], [s * 0.015, -0.042, 0.002], [s * 0.016, -0.056, 0.002]], 0.0052, { segments: 20 }), m.chrome));
  return group(handle, neck, basket, ...spouts);
}

// Behind: a steel plate with slots for the warm air, screws at its corners, and the maker's name above.
function back(m) {
  const g = group();
  g.add(mesh(roundedBox(0.2, 0.15, 0.004, 0.0015, 0.012), m.steel, [0, 0.178, -0.1655]));
  for (let i = 0; i < 7; i++) g.add(mesh(roundedBox(0.13, 0.0055, 0.003, 0.0012, 0.01), m.black, [0, 0.142 + i * 0.012, -0.1672]));
  for (const x of [-1, 1]) for (const y of [-1, 1]) g.add(mesh(lathe([[0, 0], [0.004, 0], [0.0034, 0.0018, 0.0006], [0, 0.0022]], { segments: 20 }), m.chrome, [x * 0.09, 0.178 + y * 0.064, -0.1675], [-Math.PI / 2, 0, 0]));
  const plate = drawn(512, 128, (c, w, h) => {
    c.fillStyle = '#d9d4cb';
    c.fillRect(0, 0, w, h);
    c.fillStyle = '#2b2926';
    c.textAlign = 'center';
    c.font = '600 52px Georgia, "DejaVu Serif", serif';
    c.fillText('OFFICINA VELO', w / 2, 82, w - 50);
  });
  g.add(mesh(new THREE.PlaneGeometry(0.088, 0.022), new THREE.MeshStandardMaterial({ map: plate, roughness: 0.35, metalness: 0.4 }), [0, 0.33, -0.1686], [0, Math.PI, 0]));
  return g;
}

export function coffeeMaker(m) {
  const g = group();
  g.name = 'coffee-maker';
  // Foot with the drip tray.
  g.add(mesh(roundedBox(W, 0.052, 0.34, 0.016, 0.015), m.enamel, [0, 0.036, 0]));
  g.add(mesh(roundedBox(W - 0.05, 0.012, 0.175, 0.005, 0.012), m.darkMetal, [0, 0.0625, 0.07]));
  for (let i = 0; i < 15; i++) g.add(mesh(roundedBox(W - 0.064, 0.004, 0.0055, 0.0018, 0.02), m.chrome, [0, 0.07, 0.07 - 0.077 + i * 0.011]));
  for (const x of [-1, 1]) for (const z of [-1, 1]) g.add(mesh(lathe([[0, 0], [0.013, 0, 0.002], [0.016, 0.012], [0, 0.012]], { segments: 24 }), m.black, [x * 0.115, 0, z * 0.135]));
  // Column and head.
  g.add(mesh(roundedBox(W - 0.012, 0.25, 0.15, 0.02, 0.014), m.enamel, [0, 0.175, -0.09]));
  g.add(mesh(roundedBox(W - 0.05, 0.172, 0.006, 0.002, 0.014), m.steel, [0, 0.147, -0.014]));
  g.add(mesh(roundedBox(W, 0.108, 0.32, 0.03, 0.014), m.enamel, [0, 0.322, -0.008]));
  g.add(mesh(roundedBox(W + 0.002, 0.007, 0.322, 0.003, 0.014), m.chrome, [0, 0.279, -0.008]));
  // Cup rail.
  const y = 0.398;
  g.add(mesh(tube([[-0.115, y, 0.11], [0.115, y, 0.11], [0.125, y, 0.1], [0.125, y, -0.12], [0.115, y, -0.13], [-0.115, y, -0.13], [-0.125, y, -0.12], [-0.125, y, 0.1]], 0.0042, { segments: 160, radial: 10, closed: true }), m.chrome));
  for (const x of [-0.122, 0, 0.122]) for (const z of [0.109, -0.129]) g.add(mesh(lathe([[0.0036, 0], [0.0036, 0.026]], { segments: 12 }), m.chrome, [x, 0.373, z]));
  // Two little cups warm on top.
  const cups = group();
  cups.userData.apart = true;
  g.add(cups);
  for (const [x, z] of [[-0.062, 0.015], [0.026, -0.02]]) {
    cups.add(mesh(lathe([[0, 0.002], [0.02, 0.002], [0.022, 0, 0.002], [0.028, 0.012, 0.012], [0.033, 0.052, 0.01], [0.0335, 0.056, 0.002], [0.031, 0.056, 0.002], [0.027, 0.02, 0.012], [0, 0.008]]), m.porcelain, [x, 0.375, z]));
    cups.add(mesh(tube([[0.03, 0.045, 0], [0.043, 0.047, 0], [0.049, 0.036, 0], [0.043, 0.022, 0], [0.028, 0.018, 0]], 0.0038, { segments: 28, radial: 10 }), m.porcelain, [x, 0.375, z], [0, 0.5, 0]));
  }
  // Group head and portafilter.
  g.add(mesh(lathe([[0, 0], [0.041, 0, 0.003], [0.041, 0.02, 0.004], [0.047, 0.024, 0.003], [0.047, 0.052, 0.003], [0, 0.052]]), m.chrome, [0, 0.228, 0.07]));
  const pf = portafilter(m);
  pf.position.set(0, 0.218, 0.07);
  pf.rotation.y = 0.16;
  pf.userData.apart = true; // no part of the depth that the shop states
  g.add(pf);
  // Front of the head: gauge, knobs, a lever switch.
  const dial = gauge(m);
  dial.position.set(0, 0.328, 0.152);
  g.add(dial);
  for (const x of [-0.093, 0.093]) {
    const k = knob(m);
    k.position.set(x, 0.328, 0.151);
    g.add(k);
  }
  g.add(back(m));
  // Steam wand.
  const wand = group(
    mesh(tube([[0, 0, 0], [0, -0.012, 0.02], [0.004, -0.05, 0.04], [0.012, -0.16, 0.045], [0.014, -0.178, 0.05]], 0.0046, { segments: 60 }), m.chrome),
    mesh(lathe([[0, 0], [0.011, 0.002, 0.008], [0.011, 0.02, 0.008], [0, 0.022]]), m.chrome, [0, -0.006, 0.002]),
    mesh(lathe([[0.0068, 0], [0.0078, 0.004, 0.002], [0.0078, 0.05, 0.002], [0.0068, 0.054]]), m.black, [0.0075, -0.118, 0.0425], [-0.03, 0, 0.07]),
  );
  wand.position.set(0.112, 0.272, 0.09);
  g.add(wand);
  return g;
}
