import { el } from './dom.js';
import { money } from './money.js';

const fromPrice = ({ price, variants = [] }) => {
  const prices = variants.map((variant) => variant.price?.minor ?? price.minor);
  const least = Math.min(...prices, price.minor);
  return `${prices.some((minor) => minor !== least) ? 'from ' : ''}${money(least, price.currency)}`;
};

/** Products as pictures that lead to their pages. */
export function shelfOf(products, heading = 'h2') {
  return el(
    'ul',
    { class: 'shelf' },
    ...products.map((product) =>
      el(
        'li',
        {},
        el(
          'a',
          { href: product.url },
          el('img', { src: `/media/coffee/${product.media[0].src}`, alt: '', width: 800, height: 800 }),
          el(heading, {}, product.name),
          el('p', {}, fromPrice(product)),
        ),
      ),
    ),
  );
}
