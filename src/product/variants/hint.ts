import { fill } from '../../i18n/format.js';
import type { CardStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import type { Choice } from './choice.js';
import type { Standing } from './matrix.js';

interface Blocking {
  readonly name: string;
  readonly own: string;
  readonly other: string;
}

/** The choices, apart from that of `option`, that another variant would change. */
export function blocking({ options }: Product, choice: Choice, option: number, variant: Variant): Blocking[] {
  return options.flatMap(({ name }, i) => {
    const [own, other] = [choice[i], variant.options[i]];
    return i !== option && own !== undefined && other !== undefined && own !== other ? [{ name, own, other }] : [];
  });
}

/** Why a value cannot be had with the rest of the choice, and which choice frees it; empty where it can. */
export function hintOf(
  product: Product,
  choice: Choice,
  option: number,
  { free, soldOut, nearest }: Standing,
  text: Pick<CardStrings, 'soldOut' | 'notMade' | 'soldOutIn' | 'notMadeIn'>,
  locale: string,
): string {
  if (free) return '';
  if (!nearest) return soldOut ? text.soldOut : text.notMade;
  const list = new Intl.ListFormat(locale);
  const inTheWay = blocking(product, choice, option, nearest);
  return fill(soldOut ? text.soldOutIn : text.notMadeIn, {
    own: list.format(inTheWay.map(({ own }) => own)),
    other: list.format(inTheWay.map(({ name, other }) => `${name} ${other}`)),
  });
}
