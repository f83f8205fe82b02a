export const isGone = ({ availability }) => availability === 'out-of-stock';

/** One value per option, as the form says. */
export const choiceOf = (form, { options = [] }) => options.map((_, index) => form.elements[`option-${index}`].value);

const isOf = (choice) => (variant) => variant.options.every((value, index) => value === choice[index]);

/** The variant that the form's choices stand for; undefined where the product has none. */
export const chosenVariant = (form, product) => (product.variants ?? []).find(isOf(choiceOf(form, product)));

/** Whether a value of one option can be had together with what is chosen of the others. */
export const isPossible = ({ variants }, choice, option, value) =>
  variants.some((variant) => !isGone(variant) && isOf(choice.with(option, value))(variant));
