// Renders the demo film and everything that goes with it into ../media/coffee.
//   node render.mjs                              all of it
//   node render.mjs --frames 0,100 --width 640   only some test frames, into build/test
//   node render.mjs --steps truth,words          only some steps
//   node render.mjs --steps products --only mug  the pictures of one product
import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPage } from './browser.mjs';
import { saveTruth } from './truth.mjs';
import { saveSound } from './sound.mjs';
import { encodeFilm } from './encode.mjs';
import { IDS, takeClips, takePictures } from './products.mjs';
import { saveStoryboard, savePoster } from './storyboard.mjs';
import { saveWords } from './words.mjs';

const { values: options } = parseArgs({
  options: {
    frames: { type: 'string' },
    width: { type: 'string', default: '1280' },
    samples: { type: 'string', default: '1' },
    rays: { type: 'string' },
    msaa: { type: 'string', default: '4' },
    only: { type: 'string' },
    steps: { type: 'string', default: 'truth,frames,products,clips,sound,film,storyboard,words' },
  },
});
const build = join(import.meta.dirname, 'build');
const out = join(import.meta.dirname, '..', 'media', 'coffee');
const frames = join(build, 'frames');
const steps = options.frames ? ['test'] : options.steps.split(',');
const samples = Number(options.samples);
const rays = Number(options.rays ?? 64);
const name = (n) => `${String(n).padStart(4, '0')}.png`;
for (const folder of [frames, join(build, 'test')]) await mkdir(folder, { recursive: true });

const needs = (...which) => which.some((s) => steps.includes(s));
const scene = needs('truth', 'frames', 'products', 'clips', 'test') ? await openPage() : null;
try {
  if (needs('frames', 'test', 'truth')) {
    const width = Number(options.width);
    const info = await scene.page.evaluate((o) => window.footage.setup(o), { width, height: Math.round((width * 9) / 16), samples, rays, msaa: Number(options.msaa), truthOnly: !needs('frames', 'test') });
    console.log(`scene: ${info.triangles} triangles, soft light baked in ${info.bakeSeconds.toFixed(1)} s`);
  }
  // The ground truth comes first: it fails when the camera is too fast, before hours are spent on pictures.
  if (needs('truth')) await saveTruth(await scene.page.evaluate(() => window.footage.truth()), out);
  if (needs('frames', 'test')) {
    const list = options.frames ? options.frames.split(',').map(Number) : Array.from({ length: 750 }, (_, n) => n);
    const folder = options.frames ? join(build, 'test') : frames;
    const start = Date.now();
    let done = 0;
    for (const n of list) {
      const file = join(folder, name(n));
      // A render that was stopped goes on where it was; remove build/frames to begin anew.
      if (!options.frames && existsSync(file)) continue;
      await scene.page.evaluate((k, url) => window.footage.frame(k, url), n, scene.to(file));
      done++;
      if (done % 25 === 0 || options.frames) console.log(`frame ${n}: ${((Date.now() - start) / 1000 / done).toFixed(2)} s each`);
    }
  }
  const quality = { ...(options.rays && { rays }), ...(samples > 1 && { samples }) };
  if (needs('products')) await takePictures(scene, options.only?.split(',') ?? IDS, build, out, quality);
  if (needs('clips')) await takeClips(scene, options.only?.split(',') ?? ['turn', 'steam'], build, out, quality);
} finally {
  await scene?.close();
}
if (needs('sound')) await saveSound(join(build, 'sound.wav'));
if (needs('film')) await encodeFilm(frames, join(build, 'sound.wav'), out);
if (needs('storyboard')) {
  await saveStoryboard(frames, out);
  await savePoster(frames, out);
}
if (needs('words')) await saveWords(out);
