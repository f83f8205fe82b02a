// Where every product is in every frame, computed from the same camera that took the picture.
import * as THREE from 'three';
import { place } from './camera.js';
import { random } from './noise.js';

const LEAST_SEEN = 0.35; // a product with less of its surface in sight counts as hidden

function pointsOf(object) {
  const all = [];
  object.traverse((o) => {
    if (!o.isMesh || o.userData.noBake) return;
    const p = o.geometry.attributes.position;
    for (let i = 0; i < p.count; i++) all.push(new THREE.Vector3().fromBufferAttribute(p, i).applyMatrix4(o.matrixWorld));
  });
  return all;
}

// The share of a product that is in sight: for how many points of its surface the first thing hit is the product itself.
function share(camera, points, bvh, owner) {
  const ray = new THREE.Ray(camera.position);
  const inPicture = new THREE.Vector3();
  let seen = 0;
  let all = 0;
  for (const p of points) {
    inPicture.copy(p).project(camera);
    if (Math.abs(inPicture.x) > 1 || Math.abs(inPicture.y) > 1 || inPicture.z > 1) continue;
    all++;
    ray.direction.copy(p).sub(camera.position).normalize();
    const hit = bvh.raycastFirst(ray, THREE.DoubleSide);
    if (!hit || owner(hit.faceIndex)) seen++;
  }
  return all ? seen / all : 0;
}

export function measure(scene, { bvh, parts, partOf }, camera, ids, frames, fps) {
  const rng = random(17);
  const round = (x) => Math.round(x * 1e5) / 1e5;
  const result = { fps, frames, width: 1280, height: 720, products: {} };
  const things = ids.map((id) => {
    const object = scene.getObjectByName(id);
    const all = pointsOf(object);
    const own = new Set();
    object.traverse((o) => own.add(parts.indexOf(o)));
    const pick = (n) => Array.from({ length: n }, () => all[Math.floor(rng() * all.length)]);
    result.products[id] = [];
    return { id, centre: new THREE.Box3().setFromPoints(all).getCenter(new THREE.Vector3()), outline: all.length > 6000 ? pick(6000) : all, probe: pick(60), owner: (face) => own.has(partOf[face]) };
  });
  const v = new THREE.Vector3();
  for (let n = 0; n < frames; n++) {
    place(camera, n);
    for (const thing of things) {
      v.copy(thing.centre).applyMatrix4(camera.matrixWorldInverse);
      const behind = v.z > -0.05;
      v.copy(thing.centre).project(camera);
      const x = v.x * 0.5 + 0.5;
      const y = 0.5 - v.y * 0.5;
      if (behind || x < 0 || x > 1 || y < 0 || y > 1 || share(camera, thing.probe, bvh, thing.owner) < LEAST_SEEN) {
        result.products[thing.id].push(null);
        continue;
      }
      let [x0, x1, y0, y1] = [9, -9, 9, -9];
      for (const p of thing.outline) {
        v.copy(p).project(camera);
        x0 = Math.min(x0, v.x);
        x1 = Math.max(x1, v.x);
        y0 = Math.min(y0, v.y);
        y1 = Math.max(y1, v.y);
      }
      result.products[thing.id].push([x, y, (x1 - x0) / 2, (y1 - y0) / 2].map(round));
    }
  }
  return result;
}
