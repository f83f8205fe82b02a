import { readAmount } from './amount.js';
import { plainText } from './plain-text.js';
import {
  type CatalogueEntry,
  defined,
  ImportError,
  type ImportOptions,
  isObject,
  objectsOf,
  type ProductInput,
  readObject,
  textOf,
} from './source.js';

type Json = Record<string, unknown>;
type Media = NonNullable<ProductInput['media']>;

/**
 * A shop's `products.json`, as `/products.json` of its own pages or its Admin API gives it. Variants keep Shopify's
 * numbers, which its cart wants; a product without a choice has one variant too.
 */
export function readShopify(text: string, options: ImportOptions): CatalogueEntry[] {
  const file = readObject(text, 'products.json');
  const listed = file.products ?? (isObject(file.product) ? [file.product] : undefined);
  if (!Array.isArray(listed)) throw new ImportError('This file has no list `products`: it is no products.json.');
  if (!options.currency)
    throw new ImportError('A products.json names no currency: say it with --currency, for example --currency EUR.');
  return objectsOf(listed, 'products', options.warn).flatMap(([place, item]) => productOf(item, place, options) ?? []);
}

function priceOf(variant: Json, place: string, { currency, warn }: ImportOptions): ProductInput['price'] | undefined {
  const price = readAmount(textOf(variant.price) ?? '', currency);
  if (typeof price === 'string') {
    warn(`${place}.price`, price);
    return undefined;
  }
  const former = textOf(variant.compare_at_price);
  const compareAt = former ? readAmount(former, currency) : undefined;
  const above = typeof compareAt === 'object' && compareAt.minor > price.minor;
  return above ? { ...price, compareAtMinor: compareAt.minor } : price;
}

/** The stock is told only to the Admin API, and counts only where the shop does not sell beyond it. */
function stockOf(variant: Json): { availability?: 'out-of-stock'; stock?: number } {
  const { available, inventory_quantity: quantity, inventory_policy: policy, inventory_management: counted } = variant;
  const limited = typeof quantity === 'number' && policy !== 'continue' && counted;
  if (available === false || (limited && quantity <= 0 && available !== true)) return { availability: 'out-of-stock' };
  return limited && quantity > 0 ? { stock: quantity } : {};
}

function productOf(item: Json, place: string, options: ImportOptions): CatalogueEntry | undefined {
  const { warn, shop } = options;
  const [id, name, handle] = [textOf(item.id), textOf(item.title), textOf(item.handle)];
  if (!id || !name || !handle) {
    warn(place, 'has no id, title or handle and is left out');
    return undefined;
  }
  const variants = objectsOf(item.variants, `${place}.variants`, warn).flatMap(([at, variant]) => {
    const price = priceOf(variant, at, options);
    const variantId = textOf(variant.id);
    return price && variantId ? [{ variant, variantId, price }] : [];
  });
  if (!variants.length) {
    warn(place, 'has no variant with a price and is left out');
    return undefined;
  }
  const axes = objectsOf(item.options, `${place}.options`, warn).flatMap(([, option]) => textOf(option.name) ?? []);
  const single = variants.length === 1 && textOf(variants[0]!.variant.title) === 'Default Title';
  const chosen = (variant: Json) => axes.map((_, index) => textOf(variant[`option${index + 1}`]) ?? '–');
  // The price that stands on the product is that of the first, as on the shop's own pages.
  const { price } = variants[0]!;
  const pictures = picturesOf(item, name, place, options);
  const product: ProductInput = defined({
    id,
    name,
    brand: textOf(item.vendor),
    url: new URL(`/products/${encodeURIComponent(handle)}`, shop ?? 'https://shop.invalid').href.replace(
      'https://shop.invalid',
      '',
    ),
    description: textOf(item.body_html) && plainText(textOf(item.body_html)!),
    price,
    media: pictures.filter(({ of }) => !of.length || single).map(({ media }) => media),
    options: single
      ? []
      : axes.map((axis, index) => ({
          name: axis,
          values: [...new Set(variants.map(({ variant }) => chosen(variant)[index]!))],
        })),
    variants: variants.map(({ variant, variantId, price: own }) =>
      defined({
        id: variantId,
        sku: textOf(variant.sku),
        options: single ? [] : chosen(variant),
        price: JSON.stringify(own) === JSON.stringify(price) ? undefined : own,
        ...stockOf(variant),
        media: single ? undefined : mediaFor(variantId, pictures),
      }),
    ),
  });
  const names = variants.flatMap(({ variant, variantId }) => [variantId, textOf(variant.sku) ?? []].flat());
  return { product, names: [id, handle, ...names] };
}

interface Picture {
  /** The variants that it shows; none means all. */
  readonly of: readonly string[];
  readonly media: Media[number];
}

const mediaFor = (variantId: string, pictures: readonly Picture[]): Media | undefined => {
  const own = pictures.filter(({ of }) => of.includes(variantId)).map(({ media }) => media);
  return own.length ? own : undefined;
};

function picturesOf(item: Json, name: string, place: string, { warn }: ImportOptions): Picture[] {
  let main = false;
  return objectsOf(item.images, `${place}.images`, warn).flatMap(([at, image]) => {
    const src = textOf(image.src);
    if (!src) return [];
    if (!textOf(image.alt)) warn(`${at}.alt`, 'is not there; the product’s name stands for it');
    const of = Array.isArray(image.variant_ids) ? image.variant_ids.flatMap((id) => textOf(id) ?? []) : [];
    // Several `angle` pictures would turn under the hand, and nobody knows that these are turns.
    const role = main && !of.length ? 'lifestyle' : 'angle';
    main ||= !of.length;
    return [{ of, media: { role, src: src.replace(/^\/\//, 'https://'), alt: textOf(image.alt) ?? name } }];
  });
}
