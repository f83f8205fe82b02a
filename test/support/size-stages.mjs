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
