// Takes one picture of one product. What is the same in the next one (shapes, textures) is kept.
import * as THREE from 'three';
import { makeMaterials } from './materials.js';
import { coffeeMaker } from './coffee-maker.js';
import { beans, looseBeans } from './beans.js';
import { mug } from './mug.js';
import { frother } from './frother.js';
import { lamp } from './lamp.js';
import { armchair } from './armchair.js';
import { sweater } from './sweater.js';
import { clips } from './clips.js';
import { makeFilm } from './film.js';
import { moods } from './moods.js';
import { shots } from './shots.js';
import { form } from './form.js';
import { flatSweater } from './sweater-flat.js';
import { wornSweater } from './sweater-worn.js';
import { measure } from './measures.js';
import { frontView, light, makeSet, nearView, turn } from './studio.js';

const makers = {
  'coffee-maker': coffeeMaker, beans, mug, frother, lamp, sweater,
  armchair: (m, cover) => armchair(m, cover?.(m.detail.cover)),
};

function props(id, m) {
  if (id === 'sweater') return [armchair(m)]; // it keeps the shape it has on the chair
  if (id !== 'beans') return [];
  const some = looseBeans(m, 16, 0.03, 9);
  some.position.set(0.06, 0, 0.1);
  return [some];
}

const kept = new Map();
function once(key, make) {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key);
}

const materialsOf = (detail = {}) => once(`materials ${JSON.stringify(detail)}`, () => makeMaterials(detail));

function setOf(id, colour, m) {
  return once(`${id} ${colour} ${JSON.stringify(m.detail)}`, () => makeSet({ id, product: makers[id](m, shots[id].colours?.[colour]), props: props(id, m) }));
}

// For the measures it is alone, and turned as suits them.
function measuredSet(id, m) {
  const make = id === 'sweater' ? flatSweater : makers[id];
  return makeSet({ id, product: make(m), turn: shots[id].turn });
}

// Beside others, to see how large it is.
function besideSet(id, m) {
  const all = new THREE.Group();
  for (const [one, x, z, turn] of [[id, 0, 0, shots[id].turn - 0.35], ...shots[id].beside]) {
    const object = makers[one](m);
    object.position.set(x, 0, z);
    object.rotation.y = turn;
    all.add(object);
  }
  return makeSet({ id: 'beside', product: all, turn: 0 });
}

const wornSet = (m) => makeSet({ id: 'worn', product: wornSweater(m), props: [form(m)], turn: 0.3 });

function setFor(id, kind, colour, m) {
  if (kind === 'scale') return measuredSet(id, m);
  if (kind === 'beside') return besideSet(id, m);
  return kind === 'worn' ? wornSet(m) : setOf(id, colour, m);
}

function cameraOf(size, makeRenderer, msaa) {
  return once(`camera ${size} ${msaa}`, () => {
    const renderer = makeRenderer(size, size);
    return { renderer, film: makeFilm(renderer, size, size, msaa) };
  });
}

// order: { id, kind: front | near | scale | beside | worn, colour, mood, angle in degrees, size, samples, rays }
export function photograph({ id, kind = 'front', colour = '', mood = 'studio', angle = 0, size, samples, rays }, makeRenderer) {
  const { renderer, film } = cameraOf(size, makeRenderer);
  const shot = shots[id];
  const m = materialsOf(kind === 'near' ? shot.near.detail : {});
  const set = setFor(id, kind, colour, m);
  turn(set, (angle * Math.PI) / 180);
  const { view, lines } = kind === 'scale' ? measure(set, shot) : { view: kind === 'near' ? nearView(set, shot.near) : frontView(set) };
  const lit = light(set, { mood: moods[mood], m, renderer, film, samples, rays });
  lit.take(view);
  lit.dispose();
  return { canvas: renderer.domElement, lines };
}

// The camera for the frames of a clip. What is lit once stays for all of them.
export function clip({ name, size, samples, rays }, makeRenderer) {
  const { renderer, film } = cameraOf(size, makeRenderer, 4);
  const { id, mood } = clips[name];
  const m = materialsOf();
  const set = setOf(id, '', m);
  turn(set, 0);
  const take = clips[name].start({ set, light: (air) => light(set, { mood: moods[mood], m, renderer, film, samples, rays, air }) });
  return (t) => {
    take(t);
    return renderer.domElement;
  };
}
