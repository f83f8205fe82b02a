// A thrown stoneware mug: raw clay foot, running glaze, coffee inside. Origin: middle of its foot.
import * as THREE from 'three';
import { lathe, tube, mesh, group, bend } from './geometry.js';
import { painted, ramp, mix } from './textures.js';
import { fbm, tile } from './noise.js';
import { baked } from './bake.js';

const AROUND = 0.27;
const UP = 0.22;

// From where the glaze runs thin to where it stands thick; the lip, where it breaks to brown; the mean of all.
export const glazes = {
  tide: { thickness: [0x8aa3a0, 0x587f86, 0x3a6470, 0x2f5563], lip: [186, 150, 110], mean: 0x58757a },
  chalk: { thickness: [0xcfc0a6, 0xe0d6c3, 0xe9e2d4, 0xede7db], lip: [196, 160, 118], mean: 0xd9cfbd },
  ember: { thickness: [0x8c5a44, 0x6e3a2b, 0x552a22, 0x43211d], lip: [170, 96, 52], mean: 0x5e3228 },
  ochre: { thickness: [0xd2a45c, 0xc28a38, 0xae752a, 0x9c6524], lip: [120, 74, 38], mean: 0xb07f3c },
};

export function mug(m, { thickness, lip: brown, mean } = glazes.tide) {
  const skin = painted({
    width: 1024, detail: m.detail.glaze, metres: [AROUND, UP], relief: 2,
    paint: (u, v) => {
      // v runs along the profile: foot, outside wall, lip, inside wall.
      const y = v * UP;
      const drip = 0.058 + 0.013 * (fbm(u, 0.3, 7, 3, 3, 4) - 0.5) * 2;
      const glazed = Math.min(1, Math.max(0, (y - drip) / 0.0025));
      // Iron in the clay melts through: a few round specks of all sizes.
      const iron = Math.min(1, Math.max(0, (0.62 * tile(u, v, 190, 155, 12) + 0.38 * tile(u, v, 420, 342, 13) - 0.79) / 0.035));
      const grit = tile(u, v, 560, 456, 21) - 0.5;
      const cloud = fbm(u, v, 8, 6, 4, 8);
      const clay = ramp([0xa9825c, 0xbd9770, 0xc9a680], fbm(u, v, 10, 60, 3, 2));
      const run = Math.min(1, Math.max(0, (y - drip) / 0.05));
      let glaze = ramp(thickness, run * 0.9 + (cloud - 0.5) * 0.7);
      const lip = Math.exp(-(((y - 0.128) / 0.006) ** 2));
      glaze = mix(glaze, brown, lip * 0.8);
      let c = mix(clay, glaze, glazed);
      c = mix(c, [62, 42, 28], iron * (0.5 + 0.2 * (1 - glazed)));
      c = c.map((k) => k * (1 + grit * 0.16 * (1 - glazed)));
      // The glaze stands in a bead where it stopped.
      const bead = Math.exp(-(((y - drip - 0.0032) / 0.0016) ** 2));
      c = mix(c, ramp(thickness, 0.75), bead * 0.35);
      return { c, h: glazed * 1.6 + bead * 0.9 + fbm(u, v, 4, 46, 2, 6) * 0.8 + grit * 0.22 * (1 - glazed) };
    },
  });
  const material = new THREE.MeshPhysicalMaterial({ ...skin, roughness: 0.34, clearcoat: 0.65, clearcoatRoughness: 0.14 });
  material.normalScale.set(0.5, 0.5);
  material.userData.albedo = new THREE.Color(mean);
  baked(material);

  const g = group();
  g.name = 'mug';
  const body = lathe([
    [0, 0.004], [0.03, 0.004], [0.031, 0, 0.001], [0.034, 0, 0.002], [0.0435, 0.012, 0.008], [0.0445, 0.05, 0.02], [0.0425, 0.092, 0.01], [0.0425, 0.0955, 0.0025],
    [0.0395, 0.0955, 0.0025], [0.0405, 0.05, 0.02], [0.038, 0.014, 0.01], [0, 0.01],
  ], { segments: 96, cell: 0.004 });
  // uv.x was set for the widest girth; make it close after exactly one turn.
  const uv = body.attributes.uv;
  const girth = Math.max(...Array.from({ length: uv.count }, (_, i) => uv.getX(i)));
  for (let i = 0; i < uv.count; i++) uv.setX(i, (uv.getX(i) / girth) * AROUND);
  // Thrown by hand, so not perfectly round.
  bend(body, (v) => {
    const a = Math.atan2(v.z, v.x);
    const k = 1 + 0.008 * Math.sin(2 * a + v.y * 30) + 0.004 * Math.sin(v.y * 420) * (v.y > 0.012 && v.y < 0.09 ? 1 : 0);
    v.x *= k;
    v.z *= k;
  });
  const cup = mesh(body, material);
  cup.name = 'body';
  g.add(cup);

  const handle = tube([[0.04, 0.08, 0], [0.055, 0.083, 0], [0.07, 0.074, 0], [0.0745, 0.056, 0], [0.067, 0.036, 0], [0.052, 0.025, 0], [0.041, 0.024, 0]], 0.0056, { segments: 64, radial: 16 });
  bend(handle, (v) => { v.z *= 1.45; });
  const huv = handle.attributes.uv;
  for (let i = 0; i < huv.count; i++) huv.setXY(i, huv.getX(i) * 0.2, 0.085 + huv.getX(i) * 0.15);
  g.add(mesh(handle, material));

  const surface = painted({
    width: 256,
    paint: (u, v) => {
      const r = Math.hypot(u - 0.5, v - 0.5) * 2;
      const swirl = fbm(u, v, 6, 6, 4, 3);
      return { c: ramp([0x2a1409, 0x4d2a12, 0x8a5a2c, 0xb98a54], Math.max(0, (r - 0.72) * 3.2) + swirl * 0.55 - 0.12) };
    },
  });
  const coffee = new THREE.MeshPhysicalMaterial({ map: surface.map, roughness: 0.2, clearcoat: 0.6, clearcoatRoughness: 0.1 });
  coffee.userData.albedo = new THREE.Color(0x3a2010);
  g.add(mesh(new THREE.CircleGeometry(0.0402, 64), baked(coffee), [0, 0.079, 0], [-Math.PI / 2, 0, 0]));
  return g;
}
