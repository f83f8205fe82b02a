// One product alone: a curved backdrop, a large soft key from the left, the same materials.
import * as THREE from 'three';
import { bake, lampLevel } from './bake.js';
import { environment } from './light.js';
import { mesh, smoothNormals } from './geometry.js';

let reflections = null;

function backdrop(m, size) {
  const rows = [];
  // Small faces near the product, for the contact shadow that is baked into them.
  for (let i = 50; i > 0; i--) rows.push([-2.5 * (i / 50) ** 2, 0]);
  for (let i = 0; i <= 40; i++) rows.push([0.7 * (i / 40) ** 1.6, 0]);
  for (let i = 1; i <= 30; i++) rows.push([0.7 + Math.sin((i / 30) * Math.PI / 2) * 0.8, 0.8 - Math.cos((i / 30) * Math.PI / 2) * 0.8]);
  for (let i = 1; i <= 30; i++) rows.push([1.5, 0.8 + (i / 30) * 3]);
  const g = new THREE.PlaneGeometry(1, 1, 280, rows.length - 1);
  const p = g.attributes.position;
  for (let i = 0; i < p.count; i++) {
    const [z, y] = rows[Math.floor(i / 281)];
    const x = p.getX(i) * 2;
    p.setXYZ(i, Math.sign(x) * Math.abs(x) ** 1.5 * 3.5 * size, y * size, -z * size);
  }
  smoothNormals(g);
  const cloth = mesh(g, m.backdrop);
  // The grid's winding depends on the direction of the rows; seen from both sides it does not matter.
  m.backdrop.side = THREE.DoubleSide;
  cloth.castShadow = false;
  return cloth;
}

export function studio({ id, make, m, renderer, film, samples, rays, chair, loose }) {
  const scene = new THREE.Scene();
  const product = make(m);
  const turns = { 'coffee-maker': -0.42, beans: -0.3, mug: -0.5, frother: -0.45, armchair: 0.5, sweater: 0.25, lamp: 0 };
  product.rotation.y = turns[id];
  scene.add(product);
  if (id === 'sweater') {
    // It keeps the shape it has on the chair, so the chair stays underneath.
    const under = chair(m);
    under.rotation.y = turns[id];
    scene.add(under);
  }
  if (id === 'beans') {
    const some = loose(m, 16, 0.03, 9);
    some.position.set(0.06, 0, 0.1);
    scene.add(some);
  }
  scene.updateMatrixWorld(true);
  const box = new THREE.Box3().setFromObject(product, true);
  const centre = box.getCenter(new THREE.Vector3());
  const extent = box.getSize(new THREE.Vector3());
  const size = Math.max(extent.x, extent.y, extent.z * 0.8);
  scene.add(backdrop(m, size));

  const toSun = new THREE.Vector3(-0.75, 0.95, 0.75).normalize();
  const sun = new THREE.Color(1, 0.9, 0.78).multiplyScalar(2.0);
  bake(scene, { sunVisible: () => true, sunDirection: toSun, sun, sky: new THREE.Color(0.5, 0.47, 0.43), lampAt: null, lamp: new THREE.Color(0, 0, 0) }, rays);
  lampLevel.value = id === 'lamp' ? 0.75 : 0;

  reflections ??= environment(renderer);
  scene.environment = reflections;
  scene.environmentIntensity = 0.95;
  const side = new THREE.Vector3(0, 1, 0).cross(toSun).normalize();
  const up = toSun.clone().cross(side);
  const suns = Array.from({ length: samples }, (_, i) => {
    const r = 0.16 * Math.sqrt((i + 0.5) / samples);
    const a = i * 2.399963;
    const light = new THREE.DirectionalLight(sun, 1);
    light.position.copy(toSun).addScaledVector(side, r * Math.cos(a)).addScaledVector(up, r * Math.sin(a)).multiplyScalar(size * 4).add(centre);
    light.target.position.copy(centre);
    light.castShadow = true;
    light.shadow.mapSize.set(1024, 1024);
    const s = size * 1.3;
    Object.assign(light.shadow.camera, { left: -s, right: s, top: s, bottom: -s, near: size, far: size * 9 });
    light.shadow.radius = 3;
    light.shadow.bias = -0.001;
    light.shadow.normalBias = size * 0.008;
    light.visible = false;
    scene.add(light, light.target);
    return light;
  });

  const camera = new THREE.PerspectiveCamera(24, 1, 0.02, 40);
  const reach = Math.max(extent.x, extent.y) * ({ sweater: 1.12, lamp: 1.16 }[id] ?? 1.38);
  const distance = reach / (2 * Math.tan(Math.PI / 15));
  const tilt = id === 'mug' ? 0.34 : 0.2;
  camera.position.set(centre.x, centre.y + distance * Math.sin(tilt), centre.z + distance * Math.cos(tilt));
  camera.lookAt(centre.x, centre.y - extent.y * 0.03, centre.z);
  film.exposure.value = 0.88;
  film.vignette.value = 0.12;
  film.expose(scene, camera, samples, (k) => suns.forEach((s, i) => { s.visible = i === k; }));
}
