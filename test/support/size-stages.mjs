import { staticClosure } from './static-closure.mjs';

const chunk = (name) => `dist/chunks/${name}.js`;

const ELEMENT = ['dist/shoppable-video.js'];
const PLAYING = [...ELEMENT, chunk('playback'), chunk('parse-manifest')];

/**
 * What is loaded at each stage of a page. Only the first file of a stage is named here; the rest is read from the
 * built files' own imports.
 */
export const stages = () => ({
  eager: staticClosure(ELEMENT),
  playing: staticClosure(PLAYING),
  playingWithBeacons: staticClosure([...PLAYING, chunk('start-beacons')]),
  loader: staticClosure(['dist/loader.js']),
  card: [chunk('card')],
});

/** A cart adapter as a page imports it from `dist/adapters`. */
export function adapter(name) {
  const all = staticClosure([`dist/adapters/${name}.js`]);
  return { own: all.slice(0, 1), all };
}
