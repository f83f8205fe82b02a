/** `shoppable-video/fallback`: what a server sends for a player. Runs wherever there are `URL` and `Intl`. */
export { createFallback, type Fallback, type FallbackOptions, renderFallback } from './render.js';
