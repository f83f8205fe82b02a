import { enReasons } from './en-reasons.js';

/** The English of the mini-cart, which comes with it. */
export const enCart = {
  title: 'Your cart',
  reading: 'Looking into your cart…',
  empty: 'Your cart is empty.',
  unreadable: 'Your cart could not be read.',
  outOfDate: 'This may be out of date.',
  retry: 'Try again',
  items: { one: '{count} item', other: '{count} items' },
  quantityOf: 'Quantity of {name}',
  fewer: 'One fewer',
  more: 'One more',
  remove: 'Remove',
  removeWhat: 'Remove {name}',
  each: '{price} each',
  total: 'Total',
  checkout: 'Check out',
  open: 'Cart',
  close: 'Close',
  changing: 'Changing…',
  changed: '{name}: now {count}.',
  removed: '{name} was removed.',
  partial: 'Only {accepted} of {asked} can be had.',
  refused: 'Not changed.',
  inCart: { one: '{count} item in your cart.', other: '{count} items in your cart.' },
  reasons: {
    ...enReasons,
    timeout: 'The shop did not answer in time.',
    custom: 'The shop could not change this.',
  },
} as const;
