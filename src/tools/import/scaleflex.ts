import { readAmount } from './amount.js';
import { sourceOf } from './media-type.js';
import { fractionOf } from './percent.js';
import { plainText } from './plain-text.js';
import {
  defined,
  type HotspotInput,
  ImportError,
  type ImportedFilm,
  type ImportOptions,
  isObject,
  type ListedProduct,
  objectsOf,
  readObject,
  type SegmentInput,
  tellUnread,
  textOf,
  type Warn,
} from './source.js';

type Json = Record<string, unknown>;

const CONFIG_KEYS = 'src sources poster alt hotspots chapters pauseOnInteract'.split(' ');
const HOTSPOT_KEYS = 'id x y startTime endTime label keyframes easing interpolation data chapterId markerStyle'.split(
  ' ',
);
const DATA_KEYS =
  'title price originalPrice description image images url rating reviewCount variants sku currency customFields ctaText'.split(
    ' ',
  );

const secondsOf = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** The configuration of Scaleflex's (Cloudimage's) video hotspots, or its list of hotspots alone, as JSON. */
export function readScaleflex(text: string, options: ImportOptions): ImportedFilm {
  const { warn } = options;
  const config = readObject(text.trimStart().startsWith('[') ? `{"hotspots":${text}}` : text, 'a configuration');
  if (!Array.isArray(config.hotspots))
    throw new ImportError('This file has no list `hotspots`: it is no configuration of video hotspots.');
  tellUnread(config, CONFIG_KEYS, 'the configuration', warn);
  const products = new Map<string, ListedProduct>();
  const hotspots = objectsOf(config.hotspots, 'hotspots', warn).flatMap(([place, item]) => {
    tellUnread(item, HOTSPOT_KEYS, place, warn);
    const data = isObject(item.data) ? item.data : {};
    const id = textOf(data.sku) ?? textOf(item.id);
    const hotspot = id && hotspotOf(item, id, place, warn);
    if (!id) warn(`${place}.id`, 'is missing; the hotspot is left out');
    if (!id || !hotspot) return [];
    if (!products.has(id)) products.set(id, productOf(id, data, textOf(item.label), `${place}.data`, options));
    return [hotspot];
  });
  return defined({
    title: textOf(config.alt),
    poster: textOf(config.poster),
    onOpen: config.pauseOnInteract === false ? 'play' : undefined,
    sources: sourcesOf(config, warn),
    products: [...products.values()],
    hotspots,
    segments: segmentsOf(config, warn),
  });
}

function sourcesOf({ src, sources }: Json, warn: Warn): ImportedFilm['sources'] {
  const listed = objectsOf(sources, 'sources', warn).map(([, source]) => textOf(source.src));
  return [textOf(src), ...listed].flatMap((address, index, all) => {
    if (!address || all.indexOf(address) < index) return [];
    const source = sourceOf(address);
    if (!source) warn('src', `is no media file by its name: ${address}; give one with --media`);
    return source ?? [];
  });
}

function hotspotOf(item: Json, product: string, place: string, warn: Warn): HotspotInput | undefined {
  const [start, end] = [secondsOf(item.startTime), secondsOf(item.endTime)];
  if (start === undefined || end === undefined) {
    warn(place, 'has no startTime or no endTime and is left out');
    return undefined;
  }
  const moved = objectsOf(item.keyframes, `${place}.keyframes`, warn).flatMap(([at, frame]) => {
    const t = secondsOf(frame.time);
    const [x, y] = [fractionOf(frame.x, `${at}.x`, warn), fractionOf(frame.y, `${at}.y`, warn)];
    return t === undefined || x === undefined || y === undefined ? [] : [{ t, x, y }];
  });
  const still = () => {
    const [x, y] = [fractionOf(item.x, `${place}.x`, warn), fractionOf(item.y, `${place}.y`, warn)];
    return x === undefined || y === undefined ? [] : [{ t: start, x, y }];
  };
  const keyframes = moved.length ? moved.sort((a, b) => a.t - b.t) : still();
  if (!keyframes.length) {
    warn(place, 'has no place in the picture and is left out');
    return undefined;
  }
  const eased = textOf(item.easing) && item.easing !== 'linear';
  if (eased && moved.length > 1) warn(`${place}.easing`, 'has no equal: it is eased through its key frames as a whole');
  const smooth = moved.length > 2 && (eased || item.interpolation === 'catmull-rom');
  return defined({
    id: textOf(item.id),
    product,
    label: textOf(item.label),
    start,
    end,
    keyframes,
    easing: smooth ? ('smooth' as const) : undefined,
  });
}

function productOf(
  id: string,
  data: Json,
  label: string | undefined,
  place: string,
  options: ImportOptions,
): ListedProduct {
  const { warn } = options;
  tellUnread(data, DATA_KEYS, place, warn);
  const name = textOf(data.title) ?? label ?? id;
  const images = [textOf(data.image), ...(Array.isArray(data.images) ? data.images.map(textOf) : [])];
  const rating =
    typeof data.rating === 'number' ? { value: data.rating, count: Number(data.reviewCount) || 0 } : undefined;
  const facts = objectsOf(data.customFields, `${place}.customFields`, warn).flatMap(([, field]) => {
    const [key, value] = [textOf(field.label), textOf(field.value)];
    return key && value ? [{ name: key, value }] : [];
  });
  const price = priceOf(data, place, options);
  return defined({
    id,
    name,
    url: textOf(data.url),
    sku: textOf(data.sku),
    description: textOf(data.description) && plainText(textOf(data.description)!),
    price,
    media: [...new Set(images)].flatMap((src, index) =>
      src ? [{ role: index ? ('lifestyle' as const) : ('angle' as const), src, alt: name }] : [],
    ),
    rating: rating?.count ? rating : undefined,
    facts: facts.length ? facts : undefined,
    ...variantsOf(data, place, price, options),
  });
}

function priceOf(data: Json, place: string, { currency, warn }: ImportOptions): ListedProduct['price'] {
  if (!textOf(data.price)) return undefined;
  // Its own currency is a sign to show, and a code only sometimes.
  const stated = /^[A-Z]{3}$/.test(textOf(data.currency) ?? '') ? textOf(data.currency) : currency;
  const price = readAmount(textOf(data.price)!, stated);
  if (typeof price === 'string') {
    warn(`${place}.price`, price);
    return undefined;
  }
  const former = textOf(data.originalPrice) ? readAmount(textOf(data.originalPrice)!, stated) : undefined;
  const above = typeof former === 'object' && former.minor > price.minor;
  return above ? { ...price, compareAtMinor: former.minor } : price;
}

/** There a variant is one value of one kind; what two values together cost, and whether there are any, is not said. */
function variantsOf(
  data: Json,
  place: string,
  price: ListedProduct['price'],
  { warn }: ImportOptions,
): Pick<ListedProduct, 'options' | 'variants'> {
  const listed = objectsOf(data.variants, `${place}.variants`, warn).filter(
    ([, one]) => textOf(one.id) && textOf(one.label),
  );
  const kinds = [...new Set(listed.map(([, one]) => textOf(one.type) ?? 'Variant'))];
  if (!listed.length) return {};
  if (kinds.length > 1) {
    warn(
      `${place}.variants`,
      `has ${kinds.join(' and ')}, and not which of them there are together; the choice is left out`,
    );
    return {};
  }
  const labelled = (one: Json) => textOf(one.label)!;
  return {
    options: [
      {
        name: kinds[0]!,
        values: listed.map(([, one]) =>
          textOf(one.color) ? { value: labelled(one), swatch: textOf(one.color) } : labelled(one),
        ),
      },
    ],
    variants: listed.map(([at, one]) => {
      const own = textOf(one.price) ? readAmount(textOf(one.price)!, price?.currency) : undefined;
      if (typeof own === 'string') warn(`${at}.price`, own);
      return defined({
        id: textOf(one.id)!,
        options: [labelled(one)],
        price: typeof own === 'object' ? own : undefined,
        availability: one.available === false ? ('out-of-stock' as const) : undefined,
        media: textOf(one.image)
          ? [{ role: 'angle' as const, src: textOf(one.image)!, alt: labelled(one) }]
          : undefined,
      });
    }),
  };
}

function segmentsOf({ chapters }: Json, warn: Warn): SegmentInput[] {
  const listed = objectsOf(chapters, 'chapters', warn);
  return listed.flatMap(([place, chapter], index) => {
    const [id, label, start] = [textOf(chapter.id), textOf(chapter.title), secondsOf(chapter.startTime)];
    const end = secondsOf(chapter.endTime) ?? secondsOf(listed[index + 1]?.[1].startTime);
    if (id && label && start !== undefined && end !== undefined) return [{ id, label, start, end }];
    warn(place, 'has no id, title or start, or nothing says when it ends; it is left out');
    return [];
  });
}
