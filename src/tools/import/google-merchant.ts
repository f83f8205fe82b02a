import { readAmount } from './amount.js';
import { plainText } from './plain-text.js';
import {
  type CatalogueEntry,
  defined,
  ImportError,
  type ImportOptions,
  type ProductInput,
  type Warn,
} from './source.js';
import { rowsOf } from './tsv.js';
import { itemsOf } from './xml.js';

/** One item of the feed: its attributes by Google's names, and where it stands. */
interface Item {
  readonly place: string;
  get(name: string): string | undefined;
  all(name: string): readonly string[];
}

const AVAILABILITY: Record<string, NonNullable<ProductInput['availability']>> = {
  in_stock: 'in-stock',
  out_of_stock: 'out-of-stock',
  preorder: 'preorder',
  backorder: 'preorder',
};

/** By what the items of one group may differ, as the shopper reads it. */
const AXES = { color: 'Color', size: 'Size', material: 'Material', pattern: 'Pattern' } as const;
const SIZES = {
  product_width: 'Width',
  product_height: 'Height',
  product_length: 'Length',
  product_weight: 'Weight',
} as const;

const READ = [
  ...'id title description link image_link additional_image_link lifestyle_image_link price sale_price'.split(' '),
  ...'sale_price_effective_date availability brand item_group_id product_detail'.split(' '),
  ...Object.keys(AXES),
  ...Object.keys(SIZES),
];

/** A feed of Google Merchant Center in XML (RSS 2.0 or Atom) or as tab-separated text. */
export function readGoogleMerchant(text: string, options: ImportOptions): CatalogueEntry[] {
  const { warn } = options;
  const all = /^\s*</.test(text.replace(/^\uFEFF/, '')) ? itemsOf(text) : valuesOfText(text);
  const unread = new Set(all.flatMap((values) => [...values.keys()].filter((name) => !READ.includes(name))));
  if (unread.size) warn('the feed', `has no equal for ${[...unread].join(', ')}`);
  const items = all.map(
    (values, index): Item => ({
      place: `item ${index + 1}`,
      get: (name) => values.get(name)?.[0],
      all: (name) => values.get(name) ?? [],
    }),
  );
  const usable = items.filter((item) => {
    const missing = ['id', 'title', 'link', 'price'].filter((name) => !item.get(name));
    if (missing.length) warn(item.place, `has no ${missing.join(', no ')} and is left out`);
    return !missing.length;
  });
  if (!usable.length)
    throw new ImportError('No item of this file has an id, a title, a link and a price: it is no feed of products.');
  const groups = new Map<string, Item[]>();
  for (const item of usable) {
    // An id of its own may be another item's group: a sign that no name has keeps them apart.
    const group = item.get('item_group_id') ?? `\0${item.get('id')}`;
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) => productOf(group, options) ?? []);
}

/** The attributes of one item, by Google's names. */
type Values = Map<string, string[]>;

function valuesOfText(text: string): Values[] {
  const [head, ...rows] = rowsOf(text);
  const names = (head ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^g:|\s*\[.*$/g, '')
      .replace(/\s+/g, '_'),
  );
  if (!names.includes('id')) throw new ImportError('The first line names no column `id`: it is no feed of products.');
  return rows.map((row) => {
    const values: Values = new Map();
    names.forEach((name, column) => {
      const value = row[column]?.trim();
      if (!value) return;
      const several = name === 'additional_image_link' || name === 'product_detail';
      values.set(name, several ? value.split(/\s*,\s*/) : [value]);
    });
    return values;
  });
}

function priceOf(item: Item, { currency, now, warn }: ImportOptions): ProductInput['price'] | undefined {
  const full = readAmount(item.get('price')!, currency);
  if (typeof full === 'string') {
    warn(`${item.place}, price`, `${full}; the item is left out`);
    return undefined;
  }
  const reduced = item.get('sale_price');
  const [from, until] = (item.get('sale_price_effective_date') ?? '').split('/').map((date) => Date.parse(date));
  if (!reduced || (from && from > now) || (until && until < now)) return full;
  const sale = readAmount(reduced, currency);
  if (typeof sale === 'string' || sale.currency !== full.currency || sale.minor > full.minor) {
    warn(`${item.place}, sale_price`, typeof sale === 'string' ? sale : `is no reduction of ${item.get('price')}`);
    return full;
  }
  return { ...sale, compareAtMinor: full.minor };
}

function mediaOf(item: Item): NonNullable<ProductInput['media']> {
  const alt = item.get('title')!;
  const [main, ...more] = [...item.all('image_link'), ...item.all('additional_image_link')];
  return [
    ...(main ? [{ role: 'angle' as const, src: main, alt }] : []),
    // Several `angle` pictures would turn under the hand, and nobody knows that these are turns.
    ...[...more, ...item.all('lifestyle_image_link')].map((src) => ({ role: 'lifestyle' as const, src, alt })),
  ];
}

function availabilityOf(item: Item, warn: Warn): ProductInput['availability'] {
  const said = item.get('availability');
  if (!said) return undefined;
  const known = AVAILABILITY[said.toLowerCase().replace(/[\s-]+/g, '_')];
  if (!known) warn(`${item.place}, availability`, `is no availability: ${JSON.stringify(said)}`);
  return known;
}

function dimensionsOf(item: Item, warn: Warn): ProductInput['dimensions'] {
  const found = Object.entries(SIZES).flatMap(([attribute, name]) => {
    const said = item.get(attribute);
    if (!said) return [];
    const [, value, unit] = /^([\d.]+)\s*([a-z]+)$/i.exec(said) ?? [];
    if (unit) return [{ name, value: Number(value), unit: unit.toLowerCase() }];
    warn(`${item.place}, ${attribute}`, `is no size: ${JSON.stringify(said)}`);
    return [];
  });
  return found.length ? found : undefined;
}

/** `Section:Name:Value`; the section is left out, because the card has one list. */
function factsOf(item: Item): ProductInput['facts'] {
  const facts = item.all('product_detail').flatMap((detail) => {
    const [name, ...value] = detail.split(':').slice(-2);
    return name?.trim() && value.length ? [{ name: name.trim(), value: value.join(':').trim() }] : [];
  });
  return facts.length ? facts : undefined;
}

/** One product of all the items of a group. */
function productOf(group: readonly Item[], options: ImportOptions): CatalogueEntry | undefined {
  const priced = group.flatMap((item) => {
    const price = priceOf(item, options);
    return price ? [{ item, price }] : [];
  });
  const [first] = priced;
  if (!first) return undefined;
  const { item, price } = first;
  const groupId = item.get('item_group_id');
  const product: ProductInput = defined({
    id: groupId ?? item.get('id')!,
    name: item.get('title')!,
    brand: item.get('brand'),
    url: item.get('link')!,
    description: item.get('description') && plainText(item.get('description')!),
    price,
    availability: groupId ? undefined : availabilityOf(item, options.warn),
    media: mediaOf(item),
    dimensions: dimensionsOf(item, options.warn),
    facts: factsOf(item),
  });
  const names = [product.id, ...priced.map((one) => one.item.get('id')!)];
  return { product: groupId ? { ...product, ...variantsOf(priced, options.warn) } : product, names };
}

function variantsOf(
  group: readonly { item: Item; price: ProductInput['price'] }[],
  warn: Warn,
): Pick<ProductInput, 'options' | 'variants'> {
  const axes = Object.entries(AXES).filter(([attribute]) => group.some(({ item }) => item.get(attribute)));
  // Items that differ by nothing that Google has a name for are told apart by their titles.
  const named: [attribute: string, name: string][] = axes.length ? axes : [['title', 'Variant']];
  const first = group[0]!;
  return {
    options: named.map(([attribute, name]) => ({
      name,
      values: [...new Set(group.map(({ item }) => item.get(attribute) ?? '–'))],
    })),
    variants: group.map(({ item, price }) =>
      defined({
        id: item.get('id')!,
        options: named.map(([attribute]) => item.get(attribute) ?? '–'),
        price: JSON.stringify(price) === JSON.stringify(first.price) ? undefined : price,
        availability: availabilityOf(item, warn),
        media: item.get('image_link') === first.item.get('image_link') ? undefined : mediaOf(item),
      }),
    ),
  };
}
