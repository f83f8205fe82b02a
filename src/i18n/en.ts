import { enFacade } from './en-facade.js';

/** English, and the type that every other language completes. `{name}` is filled in. */
export const en = {
  ...enFacade,
  play: 'Play',
  pause: 'Pause',
  replay: 'Play again',
  seek: 'Seek',
  timeOf: '{time} of {duration}',
  mute: 'Mute',
  unmute: 'Unmute',
  volume: 'Volume',
  captions: 'Captions',
  fullscreen: 'Full screen',
  exitFullscreen: 'Exit full screen',
  inThisScene: 'Products in this scene',
  nothingInScene: 'No products in this moment of the video.',
  productDetails: 'Product details',
  close: 'Close',
  quantity: 'Quantity',
  fewer: 'One fewer',
  more: 'One more',
  addToCart: 'Add to cart',
  buyNow: 'Buy now',
  viewProduct: 'View product',
  priceWas: 'Was {price}',
  choose: 'Choose {option}',
  unavailable: 'Not available in this combination',
  adding: 'Adding to cart…',
  added: { one: 'Added to cart: {count} item', other: 'Added to cart: {count} items' },
  partial: 'Only {accepted} of {asked} could be added.',
  refused: 'Not added.',
  reasons: {
    'out-of-stock': 'This product is sold out.',
    'insufficient-stock': 'There is not enough in stock.',
    'login-required': 'Please sign in first.',
    'invalid-variant': 'This combination is not available.',
    'limit-reached': 'You have reached the limit for this product.',
    network: 'The shop could not be reached. Please try again.',
    timeout: 'The shop did not answer in time. Look into your cart before you try again.',
    custom: 'The shop could not add this.',
  },
} as const;

type Text<T> = T extends string ? string : { readonly [K in keyof T]: Text<T[K]> };
export type Strings = Text<typeof en>;
