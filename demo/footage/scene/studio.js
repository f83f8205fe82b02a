// One product alone on a turntable before a cloth. Light and camera stand still while the product turns.
import * as THREE from 'three';
import { bake, lampLevel } from './bake.js';
import { backdrop } from './backdrop.js';
import { BULB } from './lamp.js';
import { bakeLight, keyLights, reflectionsOf, windowFrame } from './moods.js';

// How far each product is turned for its first picture, and how much wider than the product that is.
const TURN = { 'coffee-maker': -0.42, beans: -0.3, mug: -0.5, frother: -0.45, armchair: 0.5, sweater: 0.25, lamp: 0 };
const AIR = { sweater: 1.12, lamp: 1.16, beside: 1.2, worn: 1.42 };
const FOV = 24;

// The turntable with the product, and what lies with it: the chair under the sweater, a few beans.
export function makeSet({ id, product, props = [], turn = TURN[id] }) {
  const table = new THREE.Group();
  product.rotation.y = turn;
  product.updateMatrixWorld(true);
  const box = new THREE.Box3().setFromObject(product, true);
  const centre = box.getCenter(new THREE.Vector3());
  const extent = box.getSize(new THREE.Vector3());
  for (const object of [product, ...props]) {
    object.rotation.y = turn;
    object.position.sub({ x: centre.x, y: 0, z: centre.z });
    table.add(object);
  }
  table.position.set(centre.x, 0, centre.z);
  return { id, table, product, box, centre, extent, size: Math.max(extent.x, extent.y, extent.z * 0.8) };
}

export function turn({ table }, angle) {
  table.rotation.y = angle;
  table.updateMatrixWorld(true);
}

export function frontView({ id, centre, extent }) {
  const reach = Math.max(extent.x, extent.y) * (AIR[id] ?? 1.38);
  const distance = reach / (2 * Math.tan((FOV / 2) * Math.PI / 180));
  const tilt = id === 'mug' ? 0.34 : 0.2;
  const camera = new THREE.PerspectiveCamera(FOV, 1, 0.02, 40);
  camera.position.set(centre.x, centre.y + distance * Math.sin(tilt), centre.z + distance * Math.cos(tilt));
  camera.lookAt(centre.x, centre.y - extent.y * 0.03, centre.z);
  return { camera };
}

// From `away` metres in the direction `from`, `width` metres of the product around the point `at` (in its own frame).
// Only that distance is sharp, as through a real lens.
export function nearView({ product }, { at, from, width, blur = 0.012 }) {
  product.updateWorldMatrix(true, false);
  const focus = new THREE.Vector3(...at).applyMatrix4(product.matrixWorld);
  const away = width / (2 * Math.tan((FOV / 2) * Math.PI / 180));
  const camera = new THREE.PerspectiveCamera(FOV, 1, 0.01, 20);
  camera.position.set(...from).normalize().transformDirection(product.matrixWorld).multiplyScalar(away).add(focus);
  camera.lookAt(focus);
  return { camera, focus, aperture: away * blur };
}

// Everything but the camera: the light is baked for the way the product is turned now.
// `air` is what hangs over the product and is not solid: steam.
export function light(set, { mood, m, renderer, film, samples, rays, air }) {
  const scene = new THREE.Scene();
  scene.add(set.table, backdrop(m, set.size));
  // Shadows of the near faces too: with only the far ones, light leaks in under a foot.
  set.table.traverse((o) => {
    if (o.isMesh) o.material.shadowSide = THREE.DoubleSide;
  });
  m.backdrop.color.set(mood.backdrop);
  m.backdrop.userData.albedo.set(mood.backdrop);
  const bulb = set.id === 'lamp' ? BULB : null;
  const rebake = () => bake(scene, bakeLight(mood, bulb), rays);
  rebake();
  lampLevel.value = bulb ? mood.lamp : 0;
  scene.environment = reflectionsOf(mood, renderer);
  scene.environmentIntensity = mood.reflections;
  const lights = keyLights(mood, set, samples, bulb);
  for (const l of lights) scene.add(l, l.target);
  if (mood.window) scene.add(windowFrame(mood, set));
  if (air) scene.add(air);
  return {
    scene,
    rebake,
    take(view) {
      film.exposure.value = mood.exposure;
      film.vignette.value = mood.vignette;
      const look = lens(view);
      film.expose(scene, view.camera, samples, (k) => {
        lights.forEach((l, i) => { l.visible = i === k; });
        look(k, samples);
      });
    },
    dispose() {
      scene.remove(set.table);
      for (const l of lights) l.dispose();
    },
  };
}

// Each sample looks through another part of the lens.
function lens({ camera, focus, aperture }) {
  if (!aperture) return () => {};
  const middle = camera.position.clone();
  const right = new THREE.Vector3(1, 0, 0).applyQuaternion(camera.quaternion);
  const up = new THREE.Vector3(0, 1, 0).applyQuaternion(camera.quaternion);
  return (k, samples) => {
    const r = aperture * Math.sqrt((k + 0.5) / samples);
    const a = k * 2.399963 + 1;
    camera.position.copy(middle).addScaledVector(right, r * Math.cos(a)).addScaledVector(up, r * Math.sin(a));
    camera.lookAt(focus);
  };
}
