/** The English of the facade, apart from the rest: nothing else is loaded before the shopper acts. */
export const enFacade = {
  playVideo: 'Play video: {title}',
  products: { one: '{count} product', other: '{count} products' },
  loading: 'Loading',
  retry: 'Try again',
  failed: 'This video is not available right now.',
  failedNetwork: 'The video could not be loaded. Check your connection.',
  failedFormat: 'This browser can’t play this video.',
} as const;
