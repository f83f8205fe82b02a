import type { Product, Variant } from '../schema/manifest.js';

/** The shopper's choice so far: one value per option, in the options' order; undefined where nothing is chosen. */
export type Choice = readonly (string | undefined)[];

/** What to begin with: the variant asked for, or the first that can be had, or nothing where there are none. */
export function firstChoice({ options, variants }: Product, variantId?: string): Choice {
  const variant = variants.find(({ id }) => id === variantId) ?? variants.find(isAvailable) ?? variants[0];
  return options.map((option, i) => variant?.options[i] ?? (variants.length ? undefined : nameOf(option.values[0])));
}

/** The variant that a complete choice stands for. */
export function chosenVariant({ variants }: Product, choice: Choice): Variant | undefined {
  return variants.find(({ options }) => options.every((value, i) => value === choice[i]));
}

/** Whether a value of one option can be had together with what is chosen of the others. */
export function isPossible({ variants }: Product, choice: Choice, option: number, value: string): boolean {
  if (!variants.length) return true;
  return variants.some(
    (variant) =>
      isAvailable(variant) && variant.options.every((own, i) => own === (i === option ? value : (choice[i] ?? own))),
  );
}

export function isAvailable({ availability, stock }: Pick<Variant, 'availability' | 'stock'>): boolean {
  return availability !== 'out-of-stock' && stock !== 0;
}

export function nameOf(value: Product['options'][number]['values'][number] | undefined): string {
  return typeof value === 'object' ? value.value : (value ?? '');
}
