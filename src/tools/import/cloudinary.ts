import { sourceOf } from './media-type.js';
import { fractionOf } from './percent.js';
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
  tellUnread,
  textOf,
} from './source.js';

type Json = Record<string, unknown>;

/** How long a place is shown that the file knows at one moment only, in seconds. */
const MOMENT_S = 3;

const DELIVERY = 'https://res.cloudinary.com';
const PRODUCT_KEYS = 'productId productName startTime endTime title publicId hotspots onClick onHover'.split(' ');

/** `h:m:s`, `m:s` or seconds. */
function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 0 ? value : undefined;
  if (typeof value !== 'string' || !/^(?:\d+:){0,2}\d+(?:\.\d+)?$/.test(value)) return undefined;
  return value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The configuration itself, or the source or the player that it is a part of. */
function shoppableOf(file: Json): { shoppable: Json; source: Json } {
  const holders = [file, file.source, file.sourceOptions, file.video].filter(isObject);
  for (const source of holders)
    if (isObject(source.shoppable)) return { shoppable: source.shoppable, source: { ...file, ...source } };
  if (Array.isArray(file.products)) return { shoppable: file, source: file };
  throw new ImportError('This file has neither `shoppable` nor `products`: it is no configuration of shoppable video.');
}

/** The `shoppable` configuration of Cloudinary's video player, as JSON. */
export function readCloudinary(text: string, options: ImportOptions): ImportedFilm {
  const { warn } = options;
  const { shoppable, source } = shoppableOf(readObject(text, 'a configuration'));
  tellUnread(shoppable, ['products'], 'shoppable', warn);
  const cloud = textOf(source.cloudName) ?? textOf(source.cloud_name) ?? options.cloudName;
  const publicId = textOf(source.publicId);
  const info = isObject(source.info) ? source.info : {};
  const picture = (id: string | undefined) =>
    id && (/^https?:/.test(id) ? id : cloud && `${DELIVERY}/${cloud}/image/upload/${id}`);

  const products: ListedProduct[] = [];
  const hotspots: HotspotInput[] = [];
  for (const [place, item] of objectsOf(shoppable.products, 'shoppable.products', warn)) {
    const id = textOf(item.productId);
    if (!id) {
      warn(`${place}.productId`, 'is missing; the product is left out');
      continue;
    }
    tellUnread(item, PRODUCT_KEYS, place, warn);
    const name = textOf(item.productName) ?? textOf(item.title);
    const spots = objectsOf(item.hotspots, `${place}.hotspots`, warn);
    products.push(
      defined({ id, name, url: linkOf(item, spots), media: picturesOf(item, place, name ?? id, picture, options) }),
    );
    hotspots.push(...hotspotsOf(item, id, place, spots, options));
  }
  const video = cloud && publicId && `${DELIVERY}/${cloud}/video/upload`;
  return defined({
    id: publicId?.replace(/\W+/g, '-'),
    title: textOf(info.title),
    description: textOf(info.description),
    poster: video && `${video}/so_0/${publicId}.jpg`,
    sources: video
      ? [`${video}/sp_auto/${publicId}.m3u8`, `${video}/${publicId}.mp4`].flatMap((src) => sourceOf(src) ?? [])
      : [],
    products,
    hotspots,
    segments: [],
  });
}

function linkOf({ onClick }: Json, spots: readonly [string, Json][]): string | undefined {
  const goto = isObject(onClick) && onClick.action === 'goto' && isObject(onClick.args) ? onClick.args.url : undefined;
  return textOf(goto) ?? spots.flatMap(([, spot]) => textOf(spot.clickUrl) ?? [])[0];
}

function picturesOf(
  { publicId, onHover }: Json,
  place: string,
  alt: string,
  picture: (id: string | undefined) => string | undefined,
  { warn }: ImportOptions,
): ListedProduct['media'] {
  const other = isObject(onHover) && isObject(onHover.args) ? textOf(onHover.args.publicId) : undefined;
  if (isObject(onHover) && !other) warn(`${place}.onHover`, 'has no equal');
  const ids = [textOf(publicId), other];
  if (ids.some((id) => id && !picture(id)))
    warn(`${place}.publicId`, 'is no address: name the account with --cloud-name');
  return ids.flatMap((id, index) => {
    const src = picture(id);
    return src ? [{ role: index ? ('lifestyle' as const) : ('angle' as const), src, alt }] : [];
  });
}

/**
 * There a place belongs to one moment, and is shown when the film stands there. Here the moments that fall into the
 * product's own time are the key frames of one hotspot that is shown all that time; any other is shown for a while.
 */
function hotspotsOf(
  item: Json,
  product: string,
  place: string,
  spots: readonly [string, Json][],
  { warn }: ImportOptions,
): HotspotInput[] {
  const frames = spots.flatMap(([at, spot]) => {
    const [t, x, y] = [secondsOf(spot.time), fractionOf(spot.x, `${at}.x`, warn), fractionOf(spot.y, `${at}.y`, warn)];
    if (t === undefined) warn(`${at}.time`, `is no time: ${JSON.stringify(spot.time)}`);
    return t === undefined || x === undefined || y === undefined ? [] : [{ t, x, y }];
  });
  const [start, end] = [secondsOf(item.startTime), secondsOf(item.endTime)];
  const timed = start !== undefined && end !== undefined && end > start;
  if (timed && !spots.length) warn(place, `is in the film from ${start} to ${end} s, without a place in the picture`);
  const within = timed ? frames.filter(({ t }) => t >= start && t <= end) : [];
  if (within.length === 1)
    warn(`${place}.hotspots`, `tells one place for ${start} to ${end} s: see that it is right for all of it`);
  const alone = frames.filter((frame) => !within.includes(frame));
  for (const { t } of alone) warn(`${place}.hotspots`, `tells of a moment, ${t} s; it is shown for ${MOMENT_S} s`);
  return [
    ...(within.length ? [{ product, start: start!, end: end!, keyframes: within.sort((a, b) => a.t - b.t) }] : []),
    ...alone.map((frame) => ({ product, start: frame.t, end: frame.t + MOMENT_S, keyframes: [frame] })),
  ];
}
