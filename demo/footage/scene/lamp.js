// The floor lamp: marble foot, brass stem, linen shade. Origin: middle of its foot.
import * as THREE from 'three';
import { lathe, tube, mesh, group } from './geometry.js';
import { baked, lampLevel } from './bake.js';

export const BULB = new THREE.Vector3(0, 1.37, 0);
const BOTTOM = 1.22;
const TOP = 1.52;

export function lamp(m) {
  const g = group();
  g.name = 'lamp';
  g.add(mesh(lathe([[0, 0], [0.145, 0, 0.004], [0.145, 0.03, 0.008], [0, 0.032]], { segments: 96 }), m.stone));
  g.add(mesh(lathe([[0, 0.03], [0.03, 0.032], [0.03, 0.036, 0.002], [0.014, 0.044, 0.008], [0.0085, 0.06], [0.0085, 0.62], [0.012, 0.622, 0.002], [0.012, 0.65, 0.002], [0.0085, 0.652], [0.0085, 1.29], [0.017, 1.295, 0.003], [0.017, 1.345, 0.003], [0, 1.346]], { segments: 40, cell: 0.03 }), m.brass));
  const shade = m.linen.clone();
  shade.userData.albedo = new THREE.Color(0xe6dac2);
  baked(shade);
  // Lit from inside: brightest around the bulb. The glow multiplies the weave, so the linen stays linen.
  const withBake = shade.onBeforeCompile;
  shade.onBeforeCompile = (shader, renderer) => {
    withBake(shader, renderer);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vShade;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvShade = position;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vShade;')
      .replace('#include <emissivemap_fragment>', `
        float fromBulb = length(vec2(length(vShade.xz) * 0.6, vShade.y - ${BULB.y.toFixed(3)}));
        float glow = 0.36 + 0.9 * exp(-pow(fromBulb / 0.135, 2.0));
        totalEmissiveRadiance += diffuseColor.rgb * vec3(1.0, 0.69, 0.39) * glow * lampLevel * 1.75;`);
  };
  const cone = mesh(lathe([[0.205, BOTTOM], [0.15, TOP]], { segments: 96, cell: 0.012 }), shade);
  cone.userData.lampGlow = new THREE.Color(1.0, 0.69, 0.39).multiplyScalar(0.9);
  cone.name = 'shade';
  g.add(cone);
  // Bound edges and the ring that carries the shade.
  g.add(mesh(new THREE.TorusGeometry(0.205, 0.0035, 8, 96), m.trim, [0, BOTTOM, 0], [Math.PI / 2, 0, 0]));
  g.add(mesh(new THREE.TorusGeometry(0.15, 0.0035, 8, 96), m.trim, [0, TOP, 0], [Math.PI / 2, 0, 0]));
  for (let i = 0; i < 3; i++) {
    const a = (i / 3) * Math.PI * 2 + 0.4;
    const spoke = mesh(tube([[0, 1.5, 0], [Math.cos(a) * 0.152, TOP - 0.012, Math.sin(a) * 0.152]], 0.0025, { segments: 6, radial: 6 }), m.brass);
    g.add(spoke);
  }
  g.add(mesh(lathe([[0, 1.495], [0.008, 1.495], [0.008, 1.52, 0.003], [0.011, 1.53, 0.005], [0, 1.542]], { segments: 24 }), m.brass));
  // Pull chain.
  g.add(mesh(lathe([[0.0012, 1.13], [0.0012, 1.3]], { segments: 6 }), m.brass, [0.05, 0, 0.06]));
  g.add(mesh(lathe([[0, 1.112], [0.0065, 1.115, 0.004], [0.005, 1.132, 0.003], [0, 1.134]], { segments: 20 }), m.brass, [0.05, 0, 0.06]));
  const bulbGlass = new THREE.MeshBasicMaterial({ color: 0xffe0b0 });
  bulbGlass.onBeforeCompile = (shader) => {
    shader.uniforms.lampLevel = lampLevel;
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform float lampLevel;')
      .replace('#include <opaque_fragment>', 'outgoingLight *= 0.25 + 3.0 * lampLevel;\n#include <opaque_fragment>');
  };
  const bulb = mesh(new THREE.SphereGeometry(0.034, 24, 16), bulbGlass, BULB.toArray());
  bulb.castShadow = false;
  bulb.userData.noBake = true;
  g.add(bulb);
  return g;
}
