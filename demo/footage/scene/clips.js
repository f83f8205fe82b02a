// Short clips of a product: `start` lights it and gives the function that takes the frame at t, 0 to 1.
import * as THREE from 'three';
import { frontView, nearView, turn } from './studio.js';
import { drift, steam } from './steam.js';

const STOPS = 12; // the soft light is baked so often in one turn; between, it is mixed
const SECONDS = 4;

// What bake() left in the shapes, and the mix of two of them.
function bakedOf(scene) {
  const list = [];
  scene.traverse((o) => {
    if (o.geometry?.attributes.bakeSky) list.push(o.geometry);
  });
  return list.flatMap((g) => ['bakeSky', 'bakeLamp'].map((name) => ({ g, name, values: g.attributes[name].array })));
}

function mix(from, to, k) {
  from.forEach(({ g, name, values }, n) => {
    const other = to[n].values;
    const width = name === 'bakeSky' ? 4 : 3;
    const attribute = g.attributes[name];
    if (attribute.mixed) {
      for (let i = 0; i < values.length; i++) attribute.array[i] = values[i] + (other[i] - values[i]) * k;
      attribute.needsUpdate = true;
      return;
    }
    g.setAttribute(name, Object.assign(new THREE.BufferAttribute(values.map((v, i) => v + (other[i] - v) * k), width), { mixed: true }));
  });
}

export const clips = {
  // Once around.
  turn: {
    id: 'coffee-maker', mood: 'studio',
    start({ set, light }) {
      const view = frontView(set);
      const lit = light();
      const stops = Array.from({ length: STOPS }, (_, k) => {
        turn(set, (k / STOPS) * Math.PI * 2);
        lit.rebake();
        return bakedOf(lit.scene);
      });
      return (t) => {
        turn(set, t * Math.PI * 2);
        const k = Math.floor(t * STOPS);
        mix(stops[k], stops[(k + 1) % STOPS], t * STOPS - k);
        lit.take(view);
      };
    },
  },
  // Hot coffee in the evening, from near.
  steam: {
    id: 'mug', mood: 'night',
    start({ set, light }) {
      const vapour = steam();
      vapour.position.set(0, 0.082, 0);
      const view = nearView(set, { at: [0.008, 0.096, 0], from: [0.35, 0.36, 1], width: 0.21, blur: 0.006 });
      const lit = light(vapour);
      return (t) => {
        drift(vapour, view.camera, 20 + t * SECONDS);
        lit.take(view);
      };
    },
  },
};
