// The lights in which a product is photographed. `sun` comes from `from`; `soft` is how large it looks.
import * as THREE from 'three';
import { environment, LAMP_COLOUR } from './light.js';

const colour = (r, g, b, k = 1) => new THREE.Color(r, g, b).multiplyScalar(k);

export const moods = {
  // The shop's own: a large soft light from the left.
  studio: {
    from: [-0.75, 0.95, 0.75], soft: 0.16, sun: colour(1, 0.9, 0.78, 2), sky: colour(0.5, 0.47, 0.43),
    reflections: 0.95, backdrop: 0xe3d6c4, exposure: 0.88, vignette: 0.12, lamp: 0.75,
  },
  // A north window at noon.
  daylight: {
    from: [-1, 0.75, 0.5], soft: 0.2, sun: colour(0.9, 0.96, 1, 1.9), sky: colour(0.5, 0.54, 0.6),
    room: { walls: colour(0.98, 1.06, 1.2), windows: colour(0.9, 1.02, 1.2), curtain: colour(0.9, 1, 1.12) },
    reflections: 1.0, backdrop: 0xe9eaeb, exposure: 1.02, vignette: 0.06, lamp: 0,
  },
  // Low sun through a window with bars, which are also seen on the wall.
  evening: {
    from: [-1, 0.5, 0.55], soft: 0.035, sun: colour(1, 0.67, 0.38, 5.6), sky: colour(0.36, 0.3, 0.27), window: true,
    room: { walls: colour(0.66, 0.54, 0.47), windows: colour(1, 0.66, 0.36), curtain: colour(0.56, 0.45, 0.37) },
    reflections: 0.62, backdrop: 0xdccbb4, exposure: 0.84, vignette: 0.3, lamp: 0.3,
  },
  // Night, and one lamp near the product.
  night: {
    from: [0.75, 1.15, 0.8], soft: 0.07, sun: colour(1, 0.66, 0.36, 1.1), sky: colour(0.05, 0.06, 0.1), spot: 6.4,
    room: { walls: colour(0.1, 0.14, 0.24), windows: colour(0.1, 0.15, 0.28), curtain: colour(1.9, 1.2, 0.64) },
    reflections: 0.62, backdrop: 0xb9ab9a, exposure: 0.9, vignette: 0.45, lamp: 1,
  },
};

const made = new Map();
export function reflectionsOf(mood, renderer) {
  if (!made.has(renderer)) made.set(renderer, new Map());
  const own = made.get(renderer);
  if (!own.has(mood)) own.set(mood, environment(renderer, mood.room));
  return own.get(mood);
}

// What the bake needs to know of the light; `bulb` is the place of a lamp that is part of the product.
export function bakeLight(mood, bulb) {
  const direction = new THREE.Vector3(...mood.from).normalize();
  const own = bulb && mood.lamp > 0;
  return { sunVisible: () => !(own && mood.spot), sunDirection: direction, sun: mood.sun, sky: mood.sky, lampAt: own ? bulb : null, lamp: LAMP_COLOUR.clone().multiplyScalar(mood.spot ? 4.5 : 1) };
}

// One light per sample of the picture, each from another place of the sun or lamp: their mean is a soft shadow.
export function keyLights(mood, { centre, size }, samples, bulb) {
  const to = new THREE.Vector3(...mood.from).normalize();
  const side = new THREE.Vector3(0, 1, 0).cross(to).normalize();
  const up = to.clone().cross(side);
  const far = mood.spot ? 2.1 : 4;
  return Array.from({ length: samples }, (_, i) => {
    const r = mood.soft * Math.sqrt((i + 0.5) / samples);
    const a = i * 2.399963;
    const light = mood.spot ? spot(mood, size * far, bulb) : sun(mood, size);
    light.position.copy(to).addScaledVector(side, r * Math.cos(a)).addScaledVector(up, r * Math.sin(a)).multiplyScalar(size * far).add(centre);
    light.target.position.copy(centre);
    light.castShadow = true;
    light.shadow.radius = 3;
    light.shadow.normalBias = size * 0.007;
    light.visible = false;
    return light;
  });
}

function sun(mood, size) {
  const light = new THREE.DirectionalLight(mood.sun, 1);
  // The bars of the window are to be seen on all of the wall.
  const s = size * (mood.window ? 3.4 : 1.3);
  light.shadow.mapSize.setScalar(mood.window ? 2048 : 1024);
  Object.assign(light.shadow.camera, { left: -s, right: s, top: s, bottom: -s, near: size * 0.5, far: size * 9 });
  light.shadow.bias = -0.0005;
  return light;
}

function spot(mood, distance, bulb) {
  // Beside a product that is a lamp itself, only a little moonlight.
  const light = new THREE.SpotLight(bulb ? new THREE.Color(0.4, 0.55, 1) : mood.sun, mood.spot * distance ** 2 * (bulb ? 0.05 : 1), 0, 0.52, 1);
  light.shadow.mapSize.setScalar(1024);
  light.shadow.camera.near = distance * 0.4;
  light.shadow.camera.far = distance * 2.5;
  light.shadow.bias = -0.002;
  return light;
}

// A window between the sun and the product; it is seen only by its shadow.
export function windowFrame(mood, { centre, size }) {
  const shape = new THREE.Shape([[-6, -6], [6, -6], [6, 6], [-6, 6]].map(([x, y]) => new THREE.Vector2(x * size, y * size)));
  const [w, h, bar] = [0.86, 0.8, 0.075];
  for (let column = -1; column < 1; column++) for (let row = -1; row < 2; row++) {
    const x = (column * w + bar / 2 - 0.3) * size;
    const y = (row * h - h / 2 + bar / 2) * size;
    const [x1, y1] = [x + (w - bar) * size, y + (h - bar) * size];
    shape.holes.push(new THREE.Path([[x, y], [x1, y], [x1, y1], [x, y1]].map((p) => new THREE.Vector2(...p))));
  }
  const frame = new THREE.Mesh(new THREE.ShapeGeometry(shape), new THREE.MeshBasicMaterial({ colorWrite: false, depthWrite: false, side: THREE.DoubleSide }));
  const to = new THREE.Vector3(...mood.from).normalize();
  frame.position.copy(to).multiplyScalar(size * 2.6).add(centre);
  frame.lookAt(frame.position.clone().add(to));
  frame.castShadow = true;
  frame.userData.noBake = true;
  return frame;
}
