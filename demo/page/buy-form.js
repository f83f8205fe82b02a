import { shop } from './shop.js';
import { chosenVariant } from './variants.js';

const words = {
  added: (_, { accepted }) => `In your cart: ${accepted} ${accepted === 1 ? 'item' : 'items'}.`,
  partial: (quantity, { accepted, message = '' }) => `Only ${accepted} of ${quantity} could be added. ${message}`,
  rejected: (_, { message }) => message ?? 'The shop could not add this.',
};

/** Puts what the form says into the shop's cart and writes the answer into its `<output>`. */
export function bindBuyForm(form, product) {
  const answer = form.querySelector('output');
  const say = (text, kind = '') => {
    answer.textContent = text;
    answer.className = kind;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const quantity = Number(form.elements.quantity.value);
    const variantId = chosenVariant(form, product)?.id;
    say('Adding…');
    try {
      const [reply] = await shop.add([{ productId: product.id, variantId, quantity }]);
      say(words[reply.status](quantity, reply), reply.status === 'added' ? 'good' : 'bad');
    } catch {
      say('The shop could not be reached. Please try again.', 'bad');
    }
  });
  form.addEventListener('change', () => say(''));
}
