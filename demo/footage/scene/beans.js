// A bag of coffee beans: kraft paper, rolled and tied at the top, with a label. Origin: middle of its foot.
import * as THREE from 'three';
import { roundedBox, bend, mesh, group, plane, smoothNormals } from './geometry.js';
import { drawn } from './textures.js';
import { fbm, random } from './noise.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';

const W = 0.135;
const H = 0.235;
const D = 0.078;

// The paper is pressed together towards the top and bulges where the beans lie.
function press(v) {
  const t = (v.y + H / 2) / H;
  const flat = Math.max(0, (t - 0.6) / 0.4);
  const pinch = 1 - 0.86 * flat * flat * (3 - 2 * flat);
  const belly = 1 + 0.16 * Math.sin(Math.PI * Math.min(1, t * 1.25)) * (1 - flat);
  const u = v.x / W;
  const crumple = (fbm(u * 0.5 + 0.5, t, 4, 6, 4, 33) - 0.5) * (0.005 + 0.006 * flat);
  const side = Math.sign(v.z) * Math.min(1, Math.abs(v.z) / (D * 0.3));
  v.z = v.z * pinch * (belly + 0.1 * Math.cos(u * Math.PI)) + crumple * side;
  v.x *= 1 + 0.035 * flat - 0.02 * Math.sin(Math.PI * t) + 0.012 * Math.sin(t * 23) * flat;
  v.y += flat * 0.004 * Math.sin(u * 7);
}

function label() {
  return drawn(640, 820, (c, w, h) => {
    c.fillStyle = '#f1e8d6';
    c.fillRect(0, 0, w, h);
    c.strokeStyle = '#7b3b22';
    c.lineWidth = 6;
    c.strokeRect(28, 28, w - 56, h - 56);
    // Hills and a low sun.
    c.save();
    c.beginPath();
    c.rect(60, 60, w - 120, 330);
    c.clip();
    c.fillStyle = '#ead2a8';
    c.fillRect(60, 60, w - 120, 330);
    c.fillStyle = '#c8622f';
    c.beginPath();
    c.arc(w * 0.6, 215, 92, 0, 7);
    c.fill();
    [['#93583a', 260, 46, 0.2], ['#5d4a33', 305, 38, 1.6], ['#2f4a3d', 350, 28, 3.1]].forEach(([colour, y, a, p]) => {
      c.fillStyle = colour;
      c.beginPath();
      c.moveTo(0, h);
      for (let x = 0; x <= w; x += 8) c.lineTo(x, y - a * Math.sin(x / 110 + p));
      c.lineTo(w, h);
      c.fill();
    });
    c.restore();
    c.fillStyle = '#33241a';
    c.textAlign = 'center';
    c.font = '600 76px Georgia, "DejaVu Serif", serif';
    c.fillText('Hillside', w / 2, 490);
    c.font = '34px Georgia, "DejaVu Serif", serif';
    c.fillText('W H O L E   B E A N', w / 2, 552);
    c.fillStyle = '#7b3b22';
    c.fillRect(w / 2 - 60, 585, 120, 5);
    c.fillStyle = '#33241a';
    c.font = 'italic 36px Georgia, "DejaVu Serif", serif';
    c.fillText('cocoa, plum, toffee', w / 2, 652);
    c.font = '30px Georgia, "DejaVu Serif", serif';
    c.fillText('500 g', w / 2, 734);
  });
}

function backLabel() {
  return drawn(640, 496, (c, w, h) => {
    c.fillStyle = '#f1e8d6';
    c.fillRect(0, 0, w, h);
    c.strokeStyle = '#7b3b22';
    c.lineWidth = 5;
    c.strokeRect(24, 24, w - 48, h - 48);
    c.fillStyle = '#33241a';
    c.textAlign = 'center';
    c.font = '600 44px Georgia, "DejaVu Serif", serif';
    c.fillText('Huila, Colombia', w / 2, 112);
    c.font = '30px Georgia, "DejaVu Serif", serif';
    c.fillText('washed Arabica, 1,750 m', w / 2, 170);
    c.fillStyle = '#7b3b22';
    c.fillRect(w / 2 - 50, 204, 100, 4);
    c.fillStyle = '#33241a';
    c.font = 'italic 28px Georgia, "DejaVu Serif", serif';
    c.fillText('roasted on Tuesday, sent on Wednesday', w / 2, 262, w - 90);
    // How dark the roast is: four of five beans.
    for (let i = 0; i < 5; i++) {
      c.beginPath();
      c.ellipse(w / 2 + (i - 2) * 62, 360, 20, 28, 0.5, 0, 7);
      c.strokeStyle = '#5d3a22';
      c.lineWidth = 4;
      c.fillStyle = i < 4 ? '#5d3a22' : '#f1e8d6';
      c.fill();
      c.stroke();
    }
  });
}

export function bean(size = 1) {
  const g = new THREE.SphereGeometry(0.0055 * size, 18, 12);
  const p = g.attributes.position;
  for (let i = 0; i < p.count; i++) {
    const x = p.getX(i) * 0.72;
    let y = p.getY(i);
    const z = p.getZ(i);
    const s = 0.0055 * size;
    if (y > 0) y *= 0.62 - 0.42 * Math.exp(-((x / (0.13 * s)) ** 2));
    else y *= 0.62;
    p.setXYZ(i, x, y, z);
  }
  smoothNormals(g);
  return g;
}

export function looseBeans(m, count, spread, seed) {
  const rng = random(seed);
  const list = [];
  for (let i = 0; i < count; i++) {
    const g = bean(0.9 + rng() * 0.25);
    g.rotateX((rng() - 0.5) * 0.9 + (rng() > 0.6 ? Math.PI : 0));
    g.rotateY(rng() * 6.3);
    const a = rng() * 6.28;
    const r = spread * Math.sqrt(rng());
    g.translate(Math.cos(a) * r * 1.5, 0.0042, Math.sin(a) * r);
    list.push(g);
  }
  return mesh(mergeGeometries(list), m.bean);
}

// A label follows the paper; side 1 is the front, -1 the back.
function sticker(material, w, h, below, side) {
  const g = plane(w, h, 0.006);
  const uv = g.attributes.uv;
  for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) / w + 0.5, uv.getY(i) / h + 0.5);
  if (side < 0) g.rotateY(Math.PI);
  bend(g, (v) => {
    v.y -= below;
    v.z = (side * D) / 2;
    press(v);
    v.z += side * 0.0011;
  });
  return mesh(g, material, [0, H / 2, 0]);
}

export function beans(m) {
  const g = group();
  g.name = 'beans';
  const bag = roundedBox(W, H, D, 0.008, 0.0075);
  bend(bag, press);
  const paper = mesh(bag, m.kraft, [0, H / 2, 0]);
  paper.name = 'body';
  g.add(paper);
  g.add(sticker(m.label ??= labelMaterial(m, label()), 0.094, 0.12, 0.017, 1));
  g.add(sticker(m.backLabel ??= labelMaterial(m, backLabel()), 0.08, 0.062, 0.03, -1));
  // The rolled top and its tie.
  const roll = roundedBox(W * 1.05, 0.03, 0.02, 0.009, 0.006);
  bend(roll, (v) => {
    v.z += 0.0016 * Math.sin(v.x * 90) + 0.001;
    v.y += 0.0014 * Math.sin(v.x * 60 + 1);
  });
  g.add(mesh(roll, m.kraft, [0, H + 0.001, 0.004]));
  const tie = roundedBox(W * 1.12, 0.0075, 0.023, 0.003, 0.006);
  g.add(mesh(tie, m.black, [0, H + 0.003, 0.004]));
  for (const s of [-1, 1]) g.add(mesh(roundedBox(0.0035, 0.0075, 0.03, 0.0016, 0.006), m.black, [s * W * 0.545, H + 0.003, 0.0], [0, s * 0.25, 0]));
  return g;
}

function labelMaterial(m, print) {
  const material = m.paper.clone();
  material.onBeforeCompile = m.paper.onBeforeCompile;
  material.userData.albedo = new THREE.Color(0xd8c8ac);
  material.color.set(0xffffff);
  material.map = print;
  material.roughness = 0.7;
  return material;
}
