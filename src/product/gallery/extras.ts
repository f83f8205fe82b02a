/** What only some pictures need: clips, a closer look, sizes drawn on the picture. */
export { clip, clipButton } from './clip.js';
export { dimensionLines } from './lines.js';
export { keyPanned, panned, zoomAt } from './zoom.js';
export { zoomButton } from './zoom-button.js';
