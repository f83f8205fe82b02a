import { isAvailable } from '../../host/availability-of.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { type Choice, nameOf } from './choice.js';

/** How one value of an option stands beside what is chosen of the others. */
export interface Standing {
  /** It can be had with all that is chosen. */
  readonly free: boolean;
  /** Where it cannot: it is made like this and sold out, or where there is no `nearest`, made in some way. */
  readonly soldOut: boolean;
  /** The variant with this value that can be had and changes the fewest choices; none when there is none at all. */
  readonly nearest?: Variant;
}

interface Table {
  /** The index of a value, by option. */
  readonly indexes: readonly ReadonlyMap<string, number>[];
  /** The indexes of each variant's values, variant after variant. */
  readonly codes: Uint16Array;
}

const tables = new WeakMap<Product, Table>();
const NONE = 0xffff;

function tableOf(product: Product): Table {
  const known = tables.get(product);
  if (known) return known;
  const { options, variants } = product;
  const indexes = options.map(({ values }) => new Map(values.map((value, index) => [nameOf(value), index])));
  const codes = new Uint16Array(variants.length * options.length);
  let at = 0;
  for (const variant of variants) {
    for (let o = 0; o < options.length; o += 1) codes[at++] = indexes[o]!.get(variant.options[o]!) ?? NONE;
  }
  const table = { indexes, codes };
  tables.set(product, table);
  return table;
}

/**
 * How every value stands, in one pass over the variants: each looks at its own values only, so that thousands of
 * variants of dozens of options cost a shopper's press a few milliseconds.
 * @returns asks for one option's index and one of its values
 */
export function standingsOf(product: Product, choice: Choice): (option: number, value: string) => Standing {
  const { options, variants } = product;
  if (!variants.length) return () => ({ free: true, soldOut: false });
  const { indexes, codes } = tableOf(product);
  const wanted = options.map((_, o) => indexes[o]!.get(choice[o]!) ?? NONE);
  const nearest = options.map(({ values }) => new Int32Array(values.length).fill(-1));
  const changes = options.map(({ values }) => new Uint16Array(values.length).fill(NONE));
  /** 1 where all of a value are sold out or some are, 2 where that of this choice is. */
  const gone = options.map(({ values }) => new Uint8Array(values.length));

  variants.forEach((variant, v) => {
    const available = isAvailable(variant);
    const at = v * options.length;
    let misses = 0;
    for (let o = 0; o < options.length; o += 1) if (wanted[o] !== NONE && codes[at + o] !== wanted[o]) misses += 1;
    for (let o = 0; o < options.length; o += 1) {
      const value = codes[at + o]!;
      const others = wanted[o] !== NONE && value !== wanted[o] ? misses - 1 : misses;
      if (!available) {
        gone[o]![value] = Math.max(gone[o]![value]!, others ? 1 : 2);
      } else if (others < changes[o]![value]!) {
        changes[o]![value] = others;
        nearest[o]![value] = v;
      }
    }
  });

  return (option, value) => {
    const index = indexes[option]!.get(value)!;
    const other = variants[nearest[option]![index]!];
    return { free: changes[option]![index] === 0, soldOut: gone[option]![index]! > (other ? 1 : 0), nearest: other };
  };
}
