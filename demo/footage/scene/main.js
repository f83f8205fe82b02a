// What the command (render.mjs) can ask of the page: a frame, a product still, the ground truth.
import * as THREE from 'three';
import { makeMaterials } from './materials.js';
import * as room from './room.js';
import { coffeeMaker } from './coffee-maker.js';
import { beans, looseBeans } from './beans.js';
import { mug } from './mug.js';
import { frother } from './frother.js';
import { lamp, BULB } from './lamp.js';
import { armchair } from './armchair.js';
import { sweater } from './sweater.js';
import { steam, drift } from './steam.js';
import { bake, lampLevel } from './bake.js';
import * as light from './light.js';
import { makeCamera, pace, place, FPS, FRAMES } from './camera.js';
import { makeFilm } from './film.js';
import { measure } from './truth.js';
import { clip, photograph } from './photograph.js';

const PRODUCTS = ['coffee-maker', 'beans', 'mug', 'frother', 'lamp', 'armchair', 'sweater'];
const LAMP_X = 0.32;
const at = (object, x, y, z, turn = 0) => {
  object.position.set(x, y, z);
  object.rotation.y = turn;
  return object;
};

function furnish(m) {
  const scene = new THREE.Scene();
  const z = 0.25;
  const top = room.TABLE;
  const chair = at(armchair(m), 0.98, 0.012, 0.74, -0.34);
  const knit = at(sweater(m), 0.98, 0.012, 0.74, -0.34);
  scene.add(
    room.shell(m), room.rug(m), at(room.sideboard(m), -0.85, 0, z), room.pictures(m), room.shelf(m),
    at(room.bookPile(m), -1.56, top, z, 0.1), at(room.vase(m), -1.56, top + 0.07, z),
    at(coffeeMaker(m), -1.13, top, z - 0.01, 0.2), at(beans(m), -0.78, top, z - 0.02, 0.1), at(looseBeans(m, 17, 0.03, 6), -0.7, top, z + 0.11),
    at(room.tray(m), -0.34, top, z + 0.02), at(mug(m), -0.45, top + 0.0085, z + 0.06, -2.5), at(frother(m), -0.25, top + 0.0085, z - 0.01, -0.45),
    at(lamp(m), LAMP_X, 0, 0.34), chair, knit, at(room.rubberPlant(m), 1.68, 0, 0.34, 0.8),
  );
  return scene;
}

let stage; // renderer, film, scene, suns, ...

async function setup({ width, height, samples, rays, truthOnly, msaa }) {
  const m = makeMaterials();
  const scene = furnish(m);
  scene.updateMatrixWorld(true);
  const start = performance.now();
  const baked = bake(scene, {
    sunVisible: light.sunVisible, sunDirection: light.SUN, sun: light.SUN_COLOUR, sky: light.SKY_COLOUR,
    lampAt: new THREE.Vector3(LAMP_X, BULB.y, 0.34), lamp: light.LAMP_COLOUR,
  }, truthOnly ? 1 : rays);
  const camera = makeCamera();
  pace(camera, PRODUCTS.map((id) => new THREE.Box3().setFromObject(scene.getObjectByName(id), true).getCenter(new THREE.Vector3())));
  stage = { scene, baked, camera, samples, m };
  const info = { vertices: baked.vertices, triangles: baked.triangles, bakeSeconds: (performance.now() - start) / 1000 };
  if (truthOnly) return info;

  const renderer = makeRenderer(width, height);
  scene.environment = light.environment(renderer);
  scene.environmentIntensity = 0.8;
  const suns = light.suns(samples, 3072);
  for (const s of suns) scene.add(s, s.target);
  scene.add(light.windowWall());
  const vapour = at(steam(), -0.45, room.TABLE + 0.09, 0.31);
  scene.add(vapour);
  Object.assign(stage, { renderer, suns, film: makeFilm(renderer, width, height, msaa), vapour });
  stage.film.exposure.value = 0.92;
  return info;
}

function makeRenderer(width, height) {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: false, preserveDrawingBuffer: true });
  renderer.setSize(width, height, false);
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = THREE.PCFShadowMap;
  return renderer;
}

// The lamp is a candle's glow at first and comes up to reading light while the camera is on its way to the chair.
function lampAt(seconds) {
  const t = Math.min(1, Math.max(0, (seconds - 17.2) / 4));
  return 0.16 + 0.84 * t * t * (3 - 2 * t);
}

const png = (canvas) => new Promise((done) => canvas.toBlob(done, 'image/png'));

async function frame(n, url) {
  const { renderer, film, scene, camera, suns, vapour } = stage;
  place(camera, n);
  lampLevel.value = lampAt(n / FPS);
  drift(vapour, camera, n / FPS);
  film.expose(scene, camera, suns.length, (s) => suns.forEach((sun, i) => { sun.visible = i === s; }));
  await fetch(url, { method: 'POST', body: await png(renderer.domElement) });
}

// One picture of one product (shots.js says which there are); for the picture with the measures, where the lines go.
async function picture(order, url) {
  const { canvas, lines } = photograph(order, makeRenderer);
  await fetch(url, { method: 'POST', body: await png(canvas) });
  return lines;
}

let take;

function startClip(order) {
  take = clip(order, makeRenderer);
}

async function clipFrame(t, url) {
  await fetch(url, { method: 'POST', body: await png(take(t)) });
}

window.footage = {
  setup, frame, picture, startClip, clipFrame,
  truth: () => measure(stage.scene, stage.baked, stage.camera, PRODUCTS, FRAMES, FPS),
};
