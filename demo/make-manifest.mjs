/**
 * Joins what the shop sells with where the film and the pictures show it: shop/products.json, media/coffee/hotspots.json
 * and media/coffee/products/dimensions.json become media/coffee/manifest.json. Run it after one of them has changed:
 * node demo/make-manifest.mjs
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readCatalogue } from './shop/catalogue.mjs';

const folder = new URL(process.argv[2] ? `file://${process.argv[2]}/` : 'media/coffee/', import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'));

/** Close to the camera a thing is larger than the picture; a hotspot's box ends where the picture does. */
const withinPicture = ({ w, h, ...frame }) => ({ ...frame, ...(w && { w: Math.min(w, 1), h: Math.min(h, 1) }) });

const lines = await read('products/dimensions.json');

/** A length that was measured in the product's picture says from where to where; a weight does not. */
const withLines = ({ dimensions = [], ...product }) => ({
  ...product,
  dimensions: dimensions.map((dimension) => {
    const line = lines[product.id]?.[dimension.name];
    return line ? { ...dimension, from: line.from, to: line.to } : dimension;
  }),
});

const manifest = {
  version: 1,
  id: 'coffee',
  title: 'The coffee corner',
  description: 'Half a minute of low sun over a sideboard, an espresso machine and the chair beside it.',
  lang: 'en',
  poster: 'poster.jpg',
  duration: 30,
  aspect: '16:9',
  media: {
    sources: [
      { src: 'coffee.m3u8', type: 'application/vnd.apple.mpegurl' },
      { src: 'coffee.mp4', type: 'video/mp4' },
    ],
    tracks: [
      { kind: 'captions', src: 'captions.en.vtt', lang: 'en', label: 'English' },
      { kind: 'captions', src: 'captions.de.vtt', lang: 'de', label: 'Deutsch' },
      { kind: 'chapters', src: 'chapters.en.vtt', lang: 'en', label: 'Chapters' },
      { kind: 'descriptions', src: 'descriptions.en.vtt', lang: 'en', label: 'English' },
    ],
    storyboard: 'storyboard.vtt',
  },
  products: (await readCatalogue()).map(withLines),
  hotspots: (await read('hotspots.json')).map((hotspot) => ({
    ...hotspot,
    keyframes: hotspot.keyframes.map(withinPicture),
  })),
  segments: [
    { id: 'corner', label: 'The corner', start: 0, end: 4.4 },
    { id: 'coffee', label: 'Coffee and beans', start: 4.4, end: 12.8 },
    { id: 'tray', label: 'Mug and frother', start: 12.8, end: 17.2 },
    { id: 'chair', label: 'Lamp, armchair, sweater', start: 17.2, end: 26.6 },
    { id: 'room', label: 'The whole room', start: 26.6, end: 30 },
  ],
  campaign: { id: 'slow-mornings', source: 'demo', medium: 'product-page' },
};

const file = new URL('manifest.json', folder);
const text = JSON.stringify(manifest, null, 2).replace(/\{\s+"t"[^}]+\}/g, (frame) => frame.replace(/\s+/g, ' '));
await writeFile(file, `${text}\n`);
console.log(`${manifest.products.length} products, ${manifest.hotspots.length} hotspots: ${file.pathname}`);
