// Late afternoon: low sun through two windows on the left (out of the picture), soft light from the room.
import * as THREE from 'three';
import { random } from './noise.js';

export const SUN = new THREE.Vector3(-1, 0.44, 0.64).normalize();
export const SUN_COLOUR = new THREE.Color(1.0, 0.74, 0.46).multiplyScalar(4.8);
export const SKY_COLOUR = new THREE.Color(1.0, 0.93, 0.84).multiplyScalar(0.62);
export const LAMP_COLOUR = new THREE.Color(1.0, 0.66, 0.34).multiplyScalar(2.4);
const WALL_X = -2.7;

// Panes [z0, z1, y0, y1] in the window wall.
const panes = [];
for (const z of [0.42, 1.02, 2.0, 2.6]) for (const y of [0.55, 1.3, 2.05]) panes.push([z, z + 0.55, y, y + 0.7]);

export function sunVisible(point) {
  const t = (point.x - WALL_X) / -SUN.x;
  const y = point.y + SUN.y * t;
  const z = point.z + SUN.z * t;
  return panes.some((p) => z > p[0] && z < p[1] && y > p[2] && y < p[3]);
}

// The window wall only throws a shadow; it is never in the picture.
export function windowWall() {
  const shape = new THREE.Shape([[-2, -1], [6, -1], [6, 6], [-2, 6]].map((p) => new THREE.Vector2(...p)));
  for (const [z0, z1, y0, y1] of panes) shape.holes.push(new THREE.Path([[z0, y0], [z1, y0], [z1, y1], [z0, y1]].map((p) => new THREE.Vector2(...p))));
  const material = new THREE.MeshBasicMaterial({ colorWrite: false, depthWrite: false, side: THREE.DoubleSide });
  const wall = new THREE.Mesh(new THREE.ShapeGeometry(shape), material);
  wall.rotation.y = -Math.PI / 2; // the shape's x becomes the room's z
  wall.position.x = WALL_X;
  wall.castShadow = true;
  wall.userData.noBake = true;
  return wall;
}

// three.js turns its few shadow samples by another angle in every pixel. In a film that is a grain that stands
// still while the room moves; more samples at fixed angles are smooth.
const SAMPLES = 11;
const chunk = THREE.ShaderChunk.shadowmap_pars_fragment;
const steady = chunk.replace(/float phi = interleavedGradientNoise[^;]*;\s*shadow = \([\s\S]*?\) \* 0\.2;/, `shadow = 0.0;
  for (int i = 0; i < ${SAMPLES}; i++) shadow += texture(shadowMap, vec3(shadowCoord.xy + vogelDiskSample(i, ${SAMPLES}, 0.7) * radius, shadowCoord.z));
  shadow /= ${SAMPLES}.0;`);
if (steady === chunk) throw new Error('three.js changed its shadow code');
THREE.ShaderChunk.shadowmap_pars_fragment = steady;

// One sun per sample of a frame, spread over a disc: together they give soft shadows.
export function suns(count, size) {
  const rng = random(3);
  const side = new THREE.Vector3(0, 1, 0).cross(SUN).normalize();
  const up = SUN.clone().cross(side);
  return Array.from({ length: count }, (_, i) => {
    const r = 0.016 * Math.sqrt((i + 0.5) / count);
    const a = i * 2.399963 + rng();
    const d = SUN.clone().addScaledVector(side, r * Math.cos(a)).addScaledVector(up, r * Math.sin(a));
    const light = new THREE.DirectionalLight(SUN_COLOUR, 1);
    light.position.copy(d).multiplyScalar(7).add(new THREE.Vector3(0.1, 0.9, 0.9));
    light.target.position.set(0.1, 0.9, 0.9);
    light.castShadow = true;
    light.shadow.mapSize.set(size, size);
    Object.assign(light.shadow.camera, { left: -2.9, right: 2.9, top: 2.2, bottom: -2.2, near: 0.5, far: 12 });
    light.shadow.radius = 4;
    light.shadow.bias = -0.0004;
    light.shadow.normalBias = 0.012;
    light.shadow.autoUpdate = false;
    light.shadow.needsUpdate = true;
    return light;
  });
}

// What the room reflects: the windows, a bright ceiling, warm walls, a dark floor. `walls`, `windows` and `curtain`
// tint them, for another time of day.
const WHITE = new THREE.Color(1, 1, 1);
export function environment(renderer, { walls = WHITE, windows = WHITE, curtain = WHITE } = {}) {
  const scene = new THREE.Scene();
  const box = (w, h, d, x, y, z, colour, k = 1, tint = walls) => {
    const m = new THREE.Mesh(new THREE.BoxGeometry(w, h, d), new THREE.MeshBasicMaterial({ color: new THREE.Color(colour).multiplyScalar(k).multiply(tint), side: THREE.DoubleSide }));
    m.position.set(x, y, z);
    scene.add(m);
  };
  box(9, 0.1, 8, 0, 1.9, 1, 0xf3e6d2, 0.85);
  box(9, 0.1, 8, 0, -1.3, 1, 0x7a5334, 0.5);
  box(9, 3.4, 0.1, 0, 0.3, -2.2, 0xcdb99e, 0.62);
  box(9, 3.4, 0.1, 0, 0.3, 4.6, 0xb39c7e, 0.42);
  box(0.1, 3.4, 8, 4.2, 0.3, 1, 0xc4a887, 0.5);
  box(0.1, 3.4, 8, -3.2, 0.3, 1, 0xcdb99e, 0.55);
  for (const [z0, z1, y0, y1] of panes) box(0.1, y1 - y0, z1 - z0, -3.1, (y0 + y1) / 2 - 1.0, (z0 + z1) / 2 + 0.2, 0xfff0dc, 9, windows);
  // A large pale curtain behind the camera: long soft highlights on steel and enamel.
  box(1.5, 2.2, 0.05, 1.7, 0.5, 4.4, 0xfff2e2, 3.2, curtain);
  box(0.5, 2.0, 0.05, -1.3, 0.5, 4.4, 0xfff2e2, 2.2, curtain);
  const pmrem = new THREE.PMREMGenerator(renderer);
  const texture = pmrem.fromScene(scene, 0.015, 0.1, 30).texture;
  pmrem.dispose();
  return texture;
}
