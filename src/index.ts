/** The default entry: defines `<shoppable-video>`. */
import { ShoppableVideo } from './element/shoppable-video.js';
import { warnOnce } from './shared/warn.js';

const registry = globalThis.customElements;
if (registry?.get('shoppable-video')) {
  warnOnce('taken', '<shoppable-video> is defined already: load the script once.');
} else {
  registry?.define('shoppable-video', ShoppableVideo);
}

export type * from './cart/contract.js';
export type { ShoppableError } from './errors.js';
export type * from './events/index.js';
export type { Manifest } from './schema/manifest.js';
export { ShoppableVideo };
