import { bindBuyForm } from './buy-form.js';
import { el } from './dom.js';
import { money } from './money.js';
import { choiceOf, chosenVariant, isGone, isPossible } from './variants.js';

const MOST = 6;

function optionGroup({ name, values }, index, first) {
  return el(
    'fieldset',
    {},
    el('legend', {}, name),
    ...values.map((entry) => {
      const { value, swatch } = typeof entry === 'string' ? { value: entry } : entry;
      const checked = value === first.options[index];
      const input = el('input', { type: 'radio', name: `option-${index}`, value, checked });
      return el('label', { class: 'choice' }, input, swatch && el('i', { style: `background:${swatch}` }), value);
    }),
  );
}

function showPrice(place, { minor, compareAtMinor, currency }) {
  place.replaceChildren(money(minor, currency));
  if (compareAtMinor)
    place.append(' ', el('s', {}, el('span', { class: 'sr' }, 'was '), money(compareAtMinor, currency)));
}

/** A form made from a product's data: its options, a quantity, and a price that follows the choice. */
export function createBuyForm(product) {
  const { options = [], variants = [] } = product;
  const first = variants.find((variant) => !isGone(variant)) ?? variants[0];
  const price = el('p', { class: 'price' });
  const button = el('button', { class: 'button', type: 'submit' });
  const quantities = Array.from({ length: MOST }, (_, index) => el('option', {}, String(index + 1)));
  const quantity = el('select', { name: 'quantity' }, ...quantities);
  const form = el(
    'form',
    {},
    price,
    ...options.map((option, index) => optionGroup(option, index, first)),
    el('div', { class: 'buy__row' }, el('label', {}, el('span', { class: 'sr' }, 'Quantity'), quantity), button),
    el('output'),
  );
  const draw = () => {
    const variant = chosenVariant(form, product);
    const gone = isGone(variant ?? product);
    showPrice(price, variant?.price ?? product.price);
    button.textContent = gone ? 'Sold out' : 'Add to cart';
    button.disabled = gone;
    for (const input of form.querySelectorAll('[type=radio]')) {
      const option = Number(input.name.split('-')[1]);
      const possible = isPossible(product, choiceOf(form, product), option, input.value);
      input.parentElement.classList.toggle('gone', !possible);
    }
  };
  form.addEventListener('change', draw);
  draw();
  bindBuyForm(form, product);
  return form;
}
