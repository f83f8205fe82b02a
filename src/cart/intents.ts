/** What a shopper may ask of the page besides the cart. It comes with the first press. */
export { askWish } from './ask-wish.js';
export { share } from './share.js';
