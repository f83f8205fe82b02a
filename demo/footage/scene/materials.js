// Every material of the room. `albedo` is the mean colour that the light bake uses for bounced light.
import * as THREE from 'three';
import { painted, ramp, mix } from './textures.js';
import { tile, fbm, random } from './noise.js';
import { baked } from './bake.js';

const N = (x, y = x) => new THREE.Vector2(x, y);

function standard(options, albedo) {
  const m = new THREE.MeshStandardMaterial(options);
  return finish(m, albedo);
}

function physical(options, albedo) {
  const m = new THREE.MeshPhysicalMaterial(options);
  return finish(m, albedo);
}

function finish(m, albedo) {
  m.userData.albedo = new THREE.Color(albedo ?? m.color.getHex());
  return baked(m);
}

// Grain runs along u.
function woodPaint(colours, { rings = 9, seed = 1, contrast = 1 } = {}) {
  return (u, v) => {
    const warp = fbm(u, v, 2, 5, 4, seed) * 1.2;
    const ring = 0.5 + 0.5 * Math.sin((v * rings + warp * 2.4) * Math.PI * 2);
    const fibre = fbm(u, v, 6, 160, 3, seed + 5);
    const pore = tile(u, v, 24, 360, seed + 9) > 0.83 ? 0.14 : 0;
    const t = 0.5 + contrast * (0.36 * (ring - 0.5) + 0.55 * (fibre - 0.5)) - pore;
    return { c: ramp(colours, t), h: fibre * 0.7 - pore * 3 };
  };
}

function planks() {
  const rows = 18;
  const rng = random(7);
  const list = Array.from({ length: rows }, () => {
    const cuts = [rng() * 0.4, 0.45 + rng() * 0.3];
    return cuts.map((c) => [c, rng(), rng()]);
  });
  const colours = [0x6f4a2c, 0x946640, 0xac7d52, 0xbd9167];
  const grain = woodPaint([[0, 0, 0], [255, 255, 255]], { rings: 26, seed: 31, contrast: 0.85 });
  return (u, v) => {
    const row = Math.floor(v * rows);
    const inRow = v * rows - row;
    const cuts = list[row];
    const board = u >= cuts[0][0] && u < cuts[1][0] ? cuts[0] : cuts[1];
    const g = grain((u + board[1]) % 1, (v + board[2] * 3) % 1);
    const end = Math.min(Math.abs(u - cuts[0][0]), Math.abs(u - cuts[1][0])) * 2.4;
    const side = Math.min(inRow, 1 - inRow) * (2.4 / rows);
    const gap = Math.min(1, Math.min(end, side) / 0.0028);
    const t = g.c[0] / 255 * 0.62 + (board[1] - 0.5) * 0.4 + 0.22;
    return { c: mix([48, 30, 18], ramp(colours, t), 0.35 + 0.65 * gap), h: gap * 1.4 + g.h * 0.16 };
  };
}

// Warp and weft: a plain weave of slightly uneven threads.
function weave(threads, colours, seed, slub = 0.3) {
  return (u, v) => {
    const x = u * threads;
    const y = v * threads;
    const over = (Math.floor(x) + Math.floor(y)) % 2 === 0;
    const a = Math.sin(Math.PI * (x % 1));
    const b = Math.sin(Math.PI * (y % 1));
    const uneven = fbm(u, v, over ? 8 : 64, over ? 64 : 8, 3, seed) - 0.5;
    const h = (over ? a * (0.6 + 0.4 * b) : b * (0.6 + 0.4 * a)) + uneven * slub;
    return { c: ramp(colours, 0.2 + h * 0.6 + uneven * slub), h };
  };
}

// Boucle: small round loops of wool, two layers of them.
function loops(colours) {
  const layer = (u, v, n, seed) => {
    let best = 0;
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) {
      const cx = Math.floor(u * n) + dx;
      const cy = Math.floor(v * n) + dy;
      const at = [(cx + 0.5) / n, (cy + 0.5) / n, n, n];
      const jx = tile(...at, seed);
      const jy = tile(...at, seed + 2);
      const x = (u * n - cx - jx) * (0.8 + 0.4 * jy);
      const y = v * n - cy - jy;
      // A loop dips into the cloth where it begins and ends.
      const up = 0.6 + 0.4 * Math.cos(Math.atan2(y, x) + (jx + jy) * 9);
      const strand = (Math.hypot(x, y) - 0.3 - 0.18 * jx) / 0.23;
      if (Math.abs(strand) < 1) best = Math.max(best, Math.sqrt(1 - strand * strand) * up * (0.7 + 0.3 * jy));
    }
    return best;
  };
  return (u, v) => {
    const h = Math.max(layer(u, v, 44, 41), 0.85 * layer(u, v, 54, 51));
    const fibre = fbm(u, v, 260, 260, 2, 7) - 0.5;
    return { c: ramp(colours, 0.02 + h * 0.72 + fbm(u, v, 4, 4, 3, 5) * 0.26 + fibre * 0.22), h: h * 2.6 + fibre * 0.5 };
  };
}

const boucle = (colours, detail, sheenColor) => ({
  ...painted({ width: 1024, detail, metres: [0.3, 0.3], relief: 3.4, paint: loops(colours) }),
  normalScale: N(0.85), roughness: 0.95, sheen: 0.5, sheenRoughness: 0.6, sheenColor: new THREE.Color(sheenColor),
});

// What the armchair can be covered with.
export const covers = {
  rust: (detail) => physical(boucle([0x6b3522, 0x8f4f35, 0xa9674a, 0xb97a5c], detail, 0xd09a7c), 0x9b583c),
  oat: (detail) => physical(boucle([0xa3957c, 0xc9bba0, 0xded3bf, 0xebe3d3], detail, 0xf5eedf), 0xd6cab4),
  moss: (detail) => physical({
    ...painted({ width: 512, detail, metres: [0.12, 0.12], relief: 2.6, paint: weave(48, [0x3d4330, 0x5c6247, 0x73785a], 29, 0.5) }),
    normalScale: N(0.7), roughness: 0.95, sheen: 0.35, sheenRoughness: 0.7, sheenColor: new THREE.Color(0x9aa07f),
  }, 0x585e44),
};

// detail: how many times finer than for the film the textures of some products are painted, by name.
export function makeMaterials(detail = {}) {
  const m = { detail };

  m.wall = standard({
    ...painted({
      width: 1024, metres: [2.6, 2.6], relief: 3.2,
      paint: (u, v) => {
        const cloud = fbm(u, v, 3, 3, 5, 3);
        const brush = fbm(u + 0.05 * cloud, v, 26, 18, 4, 11);
        return { c: ramp([0xbfa98d, 0xcfbba1, 0xdccbb3], 0.5 + (cloud - 0.5) * 1.2 + (brush - 0.5) * 0.5), h: brush * 1.3 + cloud };
      },
    }),
    normalScale: N(0.5), roughness: 0.95,
  }, 0xcdb99e);

  m.floor = standard({
    ...painted({ width: 2048, metres: [2.4, 2.4], relief: 2, paint: planks() }),
    normalScale: N(0.6), roughness: 0.48,
  }, 0x96693f);

  m.trim = standard({ color: 0xe4d8c6, roughness: 0.6 });

  m.walnut = standard({
    ...painted({ width: 1024, detail: detail.walnut, metres: [1.1, 0.55], relief: 1.6, paint: woodPaint([0x33200f, 0x55351c, 0x74492a, 0x8a5c38], { rings: 7, seed: 4 }) }),
    normalScale: N(0.4), roughness: 0.42,
  }, 0x5d3b20);

  m.oak = standard({
    ...painted({ width: 1024, metres: [0.9, 0.45], relief: 1.6, paint: woodPaint([0x9a6e42, 0xb98a58, 0xcda06d, 0xd9b383], { rings: 9, seed: 14 }) }),
    normalScale: N(0.4), roughness: 0.5,
  }, 0xb98a5a);

  m.rust = covers.rust(detail.cover);

  m.linen = standard({
    ...painted({ width: 512, detail: detail.linen, metres: [0.16, 0.16], relief: 2, paint: weave(64, [0xcdbb9c, 0xeadfc9, 0xf6efe0], 9, 0.5) }),
    normalScale: N(0.5), roughness: 0.95, side: THREE.DoubleSide,
  }, 0xe6dac2);

  m.cushion = standard({
    ...painted({ width: 512, metres: [0.12, 0.12], relief: 3, paint: weave(40, [0x39463a, 0x566553, 0x6d7c66], 19, 0.4) }),
    normalScale: N(0.7), roughness: 0.95,
  }, 0x56654f);

  m.rug = standard({
    ...painted({
      width: 2048, height: 1408, metres: [2.2, 1.5], relief: 2.6,
      paint: (u, v) => {
        const tuft = tile(u, v, 330, 225, 3) * 0.6 + fbm(u, v, 90, 60, 3, 8) * 0.8;
        const x = (u - 0.5) * 2.2;
        const y = (v - 0.5) * 1.5;
        const wobble = (fbm(u, v, 40, 30, 2, 6) - 0.5) * 0.02;
        const cellX = ((((x + 0.275) % 0.55) + 0.55) % 0.55) - 0.275;
        const cellY = ((((y + 0.25) % 0.5) + 0.5) % 0.5) - 0.25;
        const diamond = Math.abs(Math.abs(cellX) / 0.275 + Math.abs(cellY) / 0.25 - 1 + wobble);
        const edge = Math.min(1.1 - Math.abs(x), 0.75 - Math.abs(y));
        const line = diamond < 0.045 || Math.abs(edge - 0.07 + wobble * 0.5) < 0.008;
        const base = ramp([0xb8a68a, 0xd6c7ad, 0xe6dac4], tuft);
        return { c: line ? mix(base, [96, 62, 44], 0.78) : base, h: tuft * 2.2 - (line ? 0.3 : 0) };
      },
    }),
    normalScale: N(0.9), roughness: 1,
  }, 0xd2c3a8);
  m.rug.map.offset.set(0.5, 0.5);
  m.rug.normalMap.offset.set(0.5, 0.5);

  // Metals: brushed() streaks run along u.
  const streaks = painted({ width: 512, height: 1024, metres: [0.2, 0.1], relief: 0.5, paint: (u, v) => ({ h: fbm(u, v, 4, 320, 2, 2) * 2 }) });
  m.steel = standard({ color: 0xcac6bf, metalness: 1, roughness: 0.3, normalMap: streaks.normalMap, normalScale: N(0.13) }, 0x8a8782);
  m.chrome = standard({ color: 0xdedad4, metalness: 1, roughness: 0.1 }, 0x8a8782);
  m.brass = standard({ color: 0xc79a52, metalness: 1, roughness: 0.27 }, 0x8a6a3a);
  m.darkMetal = standard({ color: 0x2a2724, metalness: 0.8, roughness: 0.45 }, 0x1c1a18);
  m.black = standard({ color: 0x1d1b1a, roughness: 0.55 }, 0x1d1b1a);
  m.blackGloss = physical({ color: 0x121110, roughness: 0.35, clearcoat: 0.6, clearcoatRoughness: 0.2 }, 0x121110);
  m.enamel = physical({ color: 0x27453c, roughness: 0.38, clearcoat: 1, clearcoatRoughness: 0.09 }, 0x27453c);
  m.porcelain = physical({ color: 0xeee6d8, roughness: 0.35, clearcoat: 0.7, clearcoatRoughness: 0.12 }, 0xeee6d8);

  m.kraft = standard({
    ...painted({
      width: 1024, detail: detail.kraft, metres: [0.3, 0.3], relief: 2.4,
      paint: (u, v) => {
        const fibre = fbm(u, v, 120, 90, 3, 8);
        const crease = Math.abs(fbm(u, v, 5, 5, 4, 21) - 0.5);
        const c = Math.max(0, 1 - crease * 26);
        return { c: ramp([0x8a6339, 0xa87d4e, 0xbd9262], 0.25 + fibre * 0.5 - c * 0.1), h: fibre * 0.5 + c * 0.8 };
      },
    }),
    normalScale: N(0.6), roughness: 0.8,
  }, 0xa87d4e);

  m.bean = standard({ color: 0x3a2012, roughness: 0.38 }, 0x3a2012);
  m.soil = standard({ color: 0x2b1d13, roughness: 1 });
  m.leaf = physical({ color: 0x3e5c34, roughness: 0.45, side: THREE.DoubleSide, clearcoat: 0.3, clearcoatRoughness: 0.35 }, 0x3e5c34);
  m.leafPale = standard({ color: 0x7f8f72, roughness: 0.7, side: THREE.DoubleSide });
  m.stem = standard({ color: 0x5a4630, roughness: 0.8 });
  m.clay = standard({
    ...painted({ width: 512, metres: [0.3, 0.3], relief: 1.4, paint: (u, v) => { const n = fbm(u, v, 6, 30, 4, 5); return { c: ramp([0x9c5a3a, 0xb46e49, 0xc48058], n), h: n }; } }),
    normalScale: N(0.5), roughness: 0.85,
  }, 0xb06a46);
  m.stone = standard({
    ...painted({ width: 512, metres: [0.3, 0.3], relief: 1.4, paint: (u, v) => { const n = fbm(u, v, 8, 8, 5, 15); const s = tile(u, v, 150, 150, 4) > 0.9 ? 40 : 0; return { c: ramp([0xb3a794, 0xcfc5b4, 0xded6c8], n).map((c) => c - s), h: n }; } }),
    normalScale: N(0.4), roughness: 0.85,
  }, 0xcbc1b0);
  m.paper = standard({ color: 0xe9e1d0, roughness: 0.9 });
  m.bookA = standard({ color: 0x8c3f26, roughness: 0.75 });
  m.bookB = standard({ color: 0x31473f, roughness: 0.75 });
  m.bookC = standard({ color: 0xc9a05c, roughness: 0.75 });
  m.backdrop = standard({ color: 0xe3d6c4, roughness: 0.9 });

  m.glass = new THREE.MeshPhysicalMaterial({ color: 0x1b1a18, roughness: 0.08, metalness: 0, transparent: true, opacity: 0.55, clearcoat: 1, clearcoatRoughness: 0.05 });
  return m;
}
