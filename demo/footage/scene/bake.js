// Soft light costs too much per frame in a software renderer, but the room stands still:
// so the soft part is computed once, per vertex, by shooting rays through the scene.
// Per vertex: how much open sky it sees (ambient occlusion), the sunlight and sky light bounced
// off other surfaces, and the lamp's light that comes through its linen shade.
import * as THREE from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { random } from './noise.js';

export const lampLevel = { value: 0 };

// Makes a material use the baked values.
export function baked(material) {
  material.onBeforeCompile = (shader) => {
    shader.uniforms.lampLevel = lampLevel;
    // What shines on a very rough surface is nearly what lights it: one look-up less for most of the picture.
    if (material.roughness > 0.84 && !material.clearcoat) {
      shader.fragmentShader = shader.fragmentShader.replace('#include <lights_fragment_maps>', `
        iblIrradiance += getIBLIrradiance(geometryNormal);
        radiance += iblIrradiance * RECIPROCAL_PI;`);
    }
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nattribute vec4 bakeSky;\nattribute vec3 bakeLamp;\nvarying vec4 vBakeSky;\nvarying vec3 vBakeLamp;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvBakeSky = bakeSky;\nvBakeLamp = bakeLamp;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform float lampLevel;\nvarying vec4 vBakeSky;\nvarying vec3 vBakeLamp;')
      .replace('#include <aomap_fragment>', `
        float openSky = vBakeSky.a;
        float glossOcclusion = mix(smoothstep(0.0, 0.6, openSky), 1.0, 0.25);
        reflectedLight.indirectDiffuse *= openSky;
        reflectedLight.indirectDiffuse += (vBakeSky.rgb + vBakeLamp * lampLevel) * material.diffuseContribution;
        reflectedLight.indirectSpecular *= glossOcclusion;
        #ifdef USE_CLEARCOAT
          clearcoatSpecularIndirect *= glossOcclusion;
        #endif
        #ifdef USE_SHEEN
          sheenSpecularIndirect *= openSky;
        #endif`);
  };
  return material;
}

// light: { sunVisible(point), sunDirection, sun: Color, sky: Color, lampAt: Vector3|null, lamp: Color }
export function bake(root, light, rays) {
  root.updateMatrixWorld(true);
  const parts = [];
  root.traverse((o) => {
    if (o.isMesh && !o.userData.noBake) parts.push(o);
  });

  let vertices = 0;
  let triangles = 0;
  for (const o of parts) {
    vertices += o.geometry.attributes.position.count;
    triangles += (o.geometry.index ? o.geometry.index.count : o.geometry.attributes.position.count) / 3;
  }
  const position = new Float32Array(vertices * 3);
  const normal = new Float32Array(vertices * 3);
  const index = new Uint32Array(triangles * 3);
  const partOf = new Uint16Array(triangles);
  const v = new THREE.Vector3();
  let vo = 0;
  let to = 0;
  parts.forEach((o, k) => {
    const g = o.geometry;
    const count = g.attributes.position.count;
    const nm = new THREE.Matrix3().getNormalMatrix(o.matrixWorld);
    for (let i = 0; i < count; i++) {
      v.fromBufferAttribute(g.attributes.position, i).applyMatrix4(o.matrixWorld).toArray(position, (vo + i) * 3);
      v.fromBufferAttribute(g.attributes.normal, i).applyMatrix3(nm).normalize().toArray(normal, (vo + i) * 3);
    }
    const n = g.index ? g.index.count : count;
    for (let i = 0; i < n; i += 3) {
      for (let c = 0; c < 3; c++) index[to * 3 + c] = vo + (g.index ? g.index.getX(i + c) : i + c);
      partOf[to++] = k;
    }
    o.userData.bakeOffset = vo;
    vo += count;
  });

  const whole = new THREE.BufferGeometry();
  whole.setAttribute('position', new THREE.BufferAttribute(position, 3));
  whole.setIndex(new THREE.BufferAttribute(index, 1));
  const bvh = new MeshBVH(whole, { indirect: true, targetLeafSize: 6 });

  // Cosine-weighted directions, evenly spread; each vertex turns them by its own angle.
  const directions = [];
  for (let i = 0; i < rays; i++) {
    const r = Math.sqrt((i + 0.5) / rays);
    const a = i * 2.399963;
    directions.push([r * Math.cos(a), r * Math.sin(a), Math.sqrt(1 - r * r)]);
  }

  const bulbPoints = Array.from({ length: 8 }, (_, i) => new THREE.Vector3(Math.cos(i * 2.4), (i - 3.5) / 3.5, Math.sin(i * 2.4)).multiplyScalar(0.035));

  const sky = new Float32Array(vertices * 4);
  const lamp = new Float32Array(vertices * 3);
  const rng = random(99);
  const ray = new THREE.Ray();
  const shadow = new THREE.Ray();
  const hitPoint = new THREE.Vector3();
  const hitNormal = new THREE.Vector3();
  const n = new THREE.Vector3();
  const t = new THREE.Vector3();
  const b = new THREE.Vector3();
  const albedo = parts.map((o) => o.material.userData.albedo ?? o.material.color ?? new THREE.Color(0.5, 0.5, 0.5));
  const glow = parts.map((o) => o.userData.lampGlow ?? null);

  for (let i = 0; i < vertices; i++) {
    n.fromArray(normal, i * 3);
    if (Math.abs(n.y) < 0.9) t.set(0, 1, 0).cross(n).normalize();
    else t.set(1, 0, 0).cross(n).normalize();
    b.crossVectors(n, t);
    const turn = rng() * Math.PI * 2;
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    ray.origin.fromArray(position, i * 3).addScaledVector(n, 0.0015);
    // The lamp's own light, from a few points of the bulb: soft edges, and no light to compute per frame.
    if (light.lampAt) {
      for (const offset of bulbPoints) {
        shadow.direction.copy(light.lampAt).add(offset).sub(ray.origin);
        const distance = shadow.direction.length();
        shadow.direction.divideScalar(distance);
        const lit = n.dot(shadow.direction);
        if (lit <= 0 || distance < 0.06) continue;
        shadow.origin.copy(ray.origin);
        if (bvh.raycastFirst(shadow, THREE.DoubleSide, 0.001, distance)) continue;
        const e = (lit / Math.PI / (distance * distance)) * (rays / bulbPoints.length);
        lamp[i * 3] += light.lamp.r * e;
        lamp[i * 3 + 1] += light.lamp.g * e;
        lamp[i * 3 + 2] += light.lamp.b * e;
      }
    }
    let open = 0;
    for (const d of directions) {
      const x = d[0] * cos - d[1] * sin;
      const y = d[0] * sin + d[1] * cos;
      ray.direction.set(0, 0, 0).addScaledVector(t, x).addScaledVector(b, y).addScaledVector(n, d[2]);
      const hit = bvh.raycastFirst(ray, THREE.DoubleSide);
      if (!hit) {
        open++;
        continue;
      }
      const k = partOf[hit.faceIndex];
      const a = albedo[k];
      hitNormal.copy(hit.face.normal);
      if (hitNormal.dot(ray.direction) > 0) hitNormal.negate();
      hitPoint.copy(hit.point).addScaledVector(hitNormal, 0.002);
      let sunlight = 0;
      const facing = hitNormal.dot(light.sunDirection);
      if (facing > 0 && light.sunVisible(hitPoint)) {
        shadow.origin.copy(hitPoint);
        shadow.direction.copy(light.sunDirection);
        if (!bvh.raycastFirst(shadow, THREE.DoubleSide)) sunlight = facing / Math.PI;
      }
      // Further bounces are guessed: a surface that is near its neighbours is darker.
      const near = Math.min(1, 0.18 + hit.distance * 0.75);
      sky[i * 4] += a.r * (light.sun.r * sunlight + light.sky.r * 0.5 * near);
      sky[i * 4 + 1] += a.g * (light.sun.g * sunlight + light.sky.g * 0.5 * near);
      sky[i * 4 + 2] += a.b * (light.sun.b * sunlight + light.sky.b * 0.5 * near);
      if (glow[k]) {
        lamp[i * 3] += glow[k].r;
        lamp[i * 3 + 1] += glow[k].g;
        lamp[i * 3 + 2] += glow[k].b;
      } else if (light.lampAt) {
        shadow.direction.copy(light.lampAt).sub(hitPoint);
        const distance = shadow.direction.length();
        shadow.direction.divideScalar(distance);
        const lit = hitNormal.dot(shadow.direction);
        if (lit > 0) {
          shadow.origin.copy(hitPoint);
          const blocked = bvh.raycastFirst(shadow, THREE.DoubleSide, 0, distance - 0.03);
          if (!blocked) {
            const e = lit / Math.PI / (distance * distance);
            lamp[i * 3] += a.r * light.lamp.r * e;
            lamp[i * 3 + 1] += a.g * light.lamp.g * e;
            lamp[i * 3 + 2] += a.b * light.lamp.b * e;
          }
        }
      }
    }
    sky[i * 4 + 3] = open;
  }
  for (let i = 0; i < sky.length; i++) sky[i] /= rays;
  for (let i = 0; i < lamp.length; i++) lamp[i] /= rays;
  smooth(sky, 4, index, vertices, 2);
  smooth(lamp, 3, index, vertices, 3);

  for (const o of parts) {
    const at = o.userData.bakeOffset;
    const count = o.geometry.attributes.position.count;
    o.geometry.setAttribute('bakeSky', new THREE.BufferAttribute(sky.slice(at * 4, (at + count) * 4), 4));
    o.geometry.setAttribute('bakeLamp', new THREE.BufferAttribute(lamp.slice(at * 3, (at + count) * 3), 3));
  }
  return { bvh, parts, partOf, vertices, triangles };
}

// A few rays per vertex leave noise; averaging with the neighbours on the surface removes it.
function smooth(values, width, index, vertices, rounds) {
  const sums = new Float32Array(values.length);
  const weights = new Float32Array(vertices);
  for (let round = 0; round < rounds; round++) {
    sums.set(values);
    weights.fill(1);
    for (let i = 0; i < index.length; i += 3) {
      for (let c = 0; c < 3; c++) {
        const p = index[i + c];
        const q = index[i + ((c + 1) % 3)];
        for (let k = 0; k < width; k++) {
          sums[p * width + k] += values[q * width + k] * 0.5;
          sums[q * width + k] += values[p * width + k] * 0.5;
        }
        weights[p] += 0.5;
        weights[q] += 0.5;
      }
    }
    for (let i = 0; i < vertices; i++) for (let k = 0; k < width; k++) values[i * width + k] = sums[i * width + k] / weights[i];
  }
}
