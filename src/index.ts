/** The default entry: defines `<shoppable-video>`. */
import { ShoppableVideo } from './element/shoppable-video.js';
import { define } from './shared/define.js';

define('shoppable-video', ShoppableVideo);

export type * from './cart/contract.js';
export type { ShoppableError } from './errors.js';
export type * from './events/index.js';
export type { OwnStrings } from './i18n/strings.js';
export type { Manifest } from './schema/manifest.js';
export { ShoppableVideo };
