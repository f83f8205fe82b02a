/** Defines `<shoppable-shelf>`, and the player that it belongs to. */
import './index.js';
import { define } from './shared/define.js';
import { ShoppableShelf } from './shelf/shoppable-shelf.js';

define('shoppable-shelf', ShoppableShelf);

export { ShoppableShelf };
