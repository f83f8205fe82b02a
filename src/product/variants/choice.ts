import { isAvailable } from '../../host/availability-of.js';
import type { Product, Variant } from '../../schema/manifest.js';

/** The shopper's choice so far: one value per option, in the options' order; undefined where nothing is chosen. */
export type Choice = readonly (string | undefined)[];

/** What to begin with: the variant asked for, or the first that can be had, or nothing where there are none. */
export function firstChoice({ options, variants }: Product, variantId?: string): Choice {
  const variant = variants.find(({ id }) => id === variantId) ?? firstAvailable({ variants }) ?? variants[0];
  return options.map((option, i) => variant?.options[i] ?? (variants.length ? undefined : nameOf(option.values[0])));
}

/** The variant that a complete choice stands for. */
export function chosenVariant({ options, variants }: Product, choice: Choice): Variant | undefined {
  return variants.find((variant) => options.every((_, i) => variant.options[i] === choice[i]));
}

export function firstAvailable({ variants }: Pick<Product, 'variants'>): Variant | undefined {
  return variants.find(isAvailable);
}

/** The same choice of a product that the shop has described anew: the same variant, else the same values. */
export function carryChoice(before: Product, after: Product, choice: Choice): Choice {
  const id = chosenVariant(before, choice)?.id;
  const variant = after.variants.find((one) => one.id === id);
  if (variant) return firstChoice(after, id);
  return after.options.map(({ name, values }) => {
    const own = choice[before.options.findIndex((option) => option.name === name)];
    return values.some((value) => nameOf(value) === own) ? own : undefined;
  });
}

/** Whether a product can be had in this variant; without variants, at all. */
export function isSoldOut(product: Product, variant: Variant | undefined): boolean {
  const item = product.variants.length ? variant : product;
  return !item || !isAvailable(item);
}

export function nameOf(value: Product['options'][number]['values'][number] | undefined): string {
  return typeof value === 'object' ? value.value : (value ?? '');
}
