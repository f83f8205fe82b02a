// The pictures and clips of the products, each on its own before a cloth, into ../media/coffee/products.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogue } from '../shop/catalogue.mjs';
import { encodeClip, encodeStill } from './encode.mjs';

export const IDS = ['coffee-maker', 'beans', 'mug', 'frother', 'lamp', 'armchair', 'sweater'];
const COLOURS = { mug: ['chalk', 'ochre', 'ember'], armchair: ['moss-wool', 'oat-boucle'], sweater: ['spruce'] };
const KINDS = { mug: ['beside'], armchair: ['beside'], sweater: ['worn'] };
const CLIPS = [
  { name: 'turn', id: 'coffee-maker', file: 'turn.mp4' },
  { name: 'steam', id: 'mug', file: 'steam.mp4' },
];
const SIZE = 720;
const RAYS = { lamp: 96 }; // its light comes out of a small shade and must be found
const SLACK = 0.6; // centimetres between what is stated and what was modelled
const CLIP = { size: 480, seconds: 4, fps: 25, limit: 250_000 };
const TURNS = [45, 90, 135, 180, 225, 270, 315];

// Bytes by what is in the picture: a texture from near needs the most.
const picturesOf = (id) => [
  { name: 'front', file: `${id}.jpg`, size: 800, limit: 60_000 },
  ...TURNS.map((angle) => ({ name: `angle-${String(angle).padStart(3, '0')}`, angle, limit: 36_000 })),
  { name: 'closeup', kind: 'near', samples: 18, limit: 64_000 },
  ...['daylight', 'evening', 'night'].map((mood) => ({ name: mood, mood, samples: 14, limit: 38_000 })),
  { name: 'scale', kind: 'scale', limit: 34_000 },
  ...(KINDS[id] ?? []).map((kind) => ({ name: kind, kind, limit: 44_000 })),
  ...(COLOURS[id] ?? []).map((colour) => ({ name: colour, colour, limit: 38_000 })),
];

// A picture that is there is kept: a run that was stopped goes on. Remove build/products to begin anew.
export async function takePictures(scene, ids, build, out, quality) {
  const lengths = join(out, 'products', 'dimensions.json');
  for (const id of ids) {
    const folder = join(build, 'products', id);
    for (const path of [folder, join(out, 'products', id)]) await mkdir(path, { recursive: true });
    for (const { name, file, limit, ...order } of picturesOf(id)) {
      const png = join(folder, `${name}.png`);
      if (!existsSync(png)) {
        const start = Date.now();
        const lines = await scene.page.evaluate((o, url) => window.footage.picture(o, url), { id, size: SIZE, samples: 10, rays: RAYS[id] ?? 24, ...quality, ...order }, scene.to(png));
        if (lines) await saveLengths(lengths, id, lines);
        console.log(`${id} ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
      }
      await encodeStill(png, join(out, 'products', file ?? join(id, `${name}.jpg`)), limit);
    }
  }
}

// Where the lines of the lengths go in the picture, and how long they are, which is what the shop has to state.
async function saveLengths(file, id, lines) {
  const { dimensions } = (await readCatalogue()).find((product) => product.id === id);
  for (const [name, { metres }] of Object.entries(lines)) {
    const stated = dimensions.find((dimension) => dimension.name === name);
    if (!(Math.abs(stated?.value - metres * 100) <= SLACK)) throw new Error(`${id}: ${name} is ${(metres * 100).toFixed(1)} cm; the shop states ${stated?.value} ${stated?.unit}.`);
  }
  const all = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  all[id] = lines;
  const text = JSON.stringify(Object.fromEntries(IDS.filter((k) => all[k]).map((k) => [k, all[k]])), null, 2);
  await writeFile(file, `${text.replace(/\{\s+"x"[^}]+\}/g, (point) => point.replace(/\s+/g, ' '))}\n`);
}

export async function takeClips(scene, names, build, out, quality) {
  for (const { name, id, file } of CLIPS.filter((clip) => names.includes(clip.name))) {
    const folder = join(build, 'clips', name);
    await mkdir(folder, { recursive: true });
    const count = CLIP.seconds * CLIP.fps;
    const missing = Array.from({ length: count }, (_, n) => n).filter((n) => !existsSync(join(folder, `${String(n).padStart(4, '0')}.png`)));
    if (missing.length) await scene.page.evaluate((o) => window.footage.startClip(o), { name, size: CLIP.size, samples: 2, rays: 24, ...quality });
    for (const n of missing) await scene.page.evaluate((t, url) => window.footage.clipFrame(t, url), n / count, scene.to(join(folder, `${String(n).padStart(4, '0')}.png`)));
    await encodeClip(folder, CLIP, join(out, 'products', id, file));
  }
}
