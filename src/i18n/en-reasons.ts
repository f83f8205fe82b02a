/** Why a shop did not take what was asked for, where the card and the cart say the same. */
export const enReasons = {
  'out-of-stock': 'This product is sold out.',
  'insufficient-stock': 'There is not enough in stock.',
  'login-required': 'Please sign in first.',
  'invalid-variant': 'This combination is not available.',
  'limit-reached': 'You have reached the limit for this product.',
  network: 'The shop could not be reached. Please try again.',
} as const;
