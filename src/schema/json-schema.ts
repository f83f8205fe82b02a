/** The manifest as JSON Schema, for editors and other programs. Made at build time; no browser loads this. */
import { type JSONSchema, toJSONSchema } from 'zod/v4/core';
import { Manifest, RATIO } from './manifest.js';

/** What an editor shows beside a key, by its place without list indexes. */
const TEXTS: Record<string, string> = {
  '': 'A shoppable video: what plays, what is sold in it, and where that is in the picture.',
  id: 'Names the video in beacons and insights. Keep it when the file moves.',
  aspect: 'Width to height of the picture, such as 16:9. Reserves the space before the media is known.',
  duration: 'Seconds.',
  onOpen: 'What the video does while a product is open.',
  next: 'Manifest of the video that follows this one.',
  custom: 'Anything of your own; the player does not read it.',
  'media.sources': 'In the order of preference; an MP4 last plays everywhere.',
  'media.storyboard':
    'WebVTT whose cues name pictures with #xywh, for previews on the time line and in place of the film.',
  'products.price.minor': 'In minor units: 1900 is 19.00 EUR.',
  'products.price.compareAtMinor': 'The former price, struck through. At least `minor`.',
  'products.dimensions.unit': 'mm, cm, m, in, ft, g, kg, oz, lb, ml, l, fl oz or gal; others are shown as they are.',
  'products.dimensions.from': 'One end of its line on the picture whose role is `scale`, with `to` the other.',
  'products.dimensions.from.x': 'As a fraction of the picture’s width.',
  'products.dimensions.from.y': 'As a fraction of the picture’s height.',
  'products.dimensions.to': 'The other end of the line.',
  'products.dimensions.to.x': 'As a fraction of the picture’s width.',
  'products.dimensions.to.y': 'As a fraction of the picture’s height.',
  'products.refresh': 'Answers with the current price and stock.',
  'products.variants.options': 'One value per option, in the order of the product’s options.',
  'products.complements': 'Ids of products that go with this one.',
  'products.alternates': 'Ids of products that can replace this one.',
  'hotspots.id': 'Names the hotspot in beacons. Made of the product and the index when missing.',
  'hotspots.product': 'Id of one of the products.',
  'hotspots.start': 'Seconds from the start of the media.',
  'hotspots.end': 'Seconds from the start of the media; after `start`.',
  'hotspots.keyframes': 'Where it is; held before the first and after the last.',
  'hotspots.keyframes.t': 'Seconds from the start of the media.',
  'hotspots.keyframes.x': 'Centre, as a fraction of the picture’s width.',
  'hotspots.keyframes.y': 'Centre, as a fraction of the picture’s height.',
  'hotspots.keyframes.w': 'Width of the box, as a fraction of the picture’s width.',
  'hotspots.keyframes.h': 'Height of the box, as a fraction of the picture’s height.',
  'hotspots.target': 'Seconds to seek to, or the URL to open.',
  'hotspots.aspects': 'Other key frames for an element whose box is nearer to that ratio, such as 9:16.',
};

const URLS = /(?:^|\.)(?:url|src|poster|next|storyboard|refresh)$/;

/**
 * @returns JSON Schema draft 7, which editors know best, of a manifest as authors write it: only what is required must
 *   be there. It is as strict as the player's own schema, apart from what refers to something else (ids, URLs, order).
 */
export function manifestJsonSchema(): JSONSchema.BaseSchema {
  const schema = toJSONSchema(Manifest, { io: 'input', target: 'draft-07' });
  // Places share the schema of their kind; as text each gets its own, which can be described by itself.
  return described(JSON.parse(JSON.stringify(schema)), []);
}

/** @param text empty for the items of a list, which the list's own text speaks of */
function described(
  schema: JSONSchema.BaseSchema,
  place: readonly string[],
  text = TEXTS[place.join('.')],
): JSONSchema.BaseSchema {
  const key = place.join('.');
  const { items, properties = {} } = schema;
  if (items) schema.items = described(items as JSONSchema.BaseSchema, place, '');
  for (const [name, inner] of Object.entries(properties)) {
    properties[name] = described(inner as JSONSchema.BaseSchema, [...place, name]);
  }
  const words = /^\^\(\?:(.*)\)\$$/.exec(schema.pattern ?? '')?.[1];
  if (words) {
    schema.enum = words.split('|');
    delete schema.pattern;
  }
  if (schema.type === 'number' && schema.minimum === schema.maximum && schema.minimum !== undefined) {
    schema.const = schema.minimum;
    delete schema.minimum;
    delete schema.maximum;
  }
  if (URLS.test(key) && schema.type === 'string') schema.format = 'uri-reference';
  if (key === 'hotspots.aspects') schema.propertyNames = { pattern: RATIO.source };
  return text ? { description: text, ...schema } : schema;
}
