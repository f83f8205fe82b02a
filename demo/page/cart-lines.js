import { el } from './dom.js';
import { money } from './money.js';
import { shop } from './shop.js';

const nameOf = ({ title, options }) => [title, ...options].join(', ');

async function set(line, quantity, note) {
  const [reply] = await shop.update([{ productId: line.productId, variantId: line.variantId, quantity }]);
  if (reply.message) note(reply.message);
}

function lineOf(line, note, key) {
  const step = (by, sign, what) =>
    el(
      'button',
      {
        class: 'icon-button',
        'data-focus': `${key} ${sign}`,
        'aria-label': what,
        onclick: () => set(line, line.quantity + by, note),
      },
      sign,
    );
  return el(
    'li',
    { class: 'line' },
    el('img', { src: `/media/coffee/products/${line.productId}.jpg`, alt: '', width: 84, height: 84 }),
    el('a', { class: 'line__name', href: line.url }, line.title),
    el('span', { class: 'line__sum' }, money(line.unitMinor * line.quantity)),
    el('span', { class: 'line__options' }, line.options.join(', ') || `${money(line.unitMinor)} each`),
    el(
      'div',
      { class: 'line__count', role: 'group', 'aria-label': `Quantity of ${nameOf(line)}` },
      step(-1, '−', 'One fewer'),
      el('output', {}, String(line.quantity)),
      step(1, '+', 'One more'),
      el(
        'button',
        { class: 'line__remove', 'aria-label': `Remove ${nameOf(line)}`, onclick: () => set(line, 0, note) },
        'Remove',
      ),
    ),
  );
}

/**
 * Keeps a place filled with the cart's lines.
 * @param {HTMLElement} place
 * @param {(cart: object) => void} [drawn] called after each change
 */
export function showCartLines(place, drawn) {
  const note = (message) => {
    place.querySelector('.line__note')?.remove();
    place.prepend(el('p', { class: 'line__note', role: 'alert' }, message));
  };
  shop.onCart((cart) => {
    const focused = place.contains(document.activeElement) && document.activeElement.dataset.focus;
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(
      cart.lines.length
        ? el('ul', {}, ...cart.lines.map((line) => lineOf(line, note, `${line.productId} ${line.variantId ?? ''}`)))
        : el(
            'div',
            { class: 'empty' },
            el('p', {}, 'Nothing in here yet.'),
            el('p', {}, 'Play the film and tap what you like.'),
          ),
    );
    if (hadFocus) (place.querySelector(`[data-focus="${focused}"]`) ?? place).focus();
    drawn?.(cart);
  });
  place.tabIndex = -1;
}
