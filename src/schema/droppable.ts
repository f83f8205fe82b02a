import type { Place } from './place.js';

/**
 * What can be left out while the rest still plays and nothing is sold wrongly: never what names or prices a product.
 * `#` stands for a list index.
 */
const DROPPABLE = new RegExp(
  `^(?:${[
    '(?!(?:version|id|title|media)$)[^.]+',
    'media\\.(?:tracks|storyboard|(?:sources|tracks)\\.#)',
    '(?:products|hotspots|segments)\\.#',
    'products\\.#\\.(?!(?:id|sku|name|url|price|options|variants)$)[^.]+',
    'products\\.#\\.(?:media|dimensions|facts|variants|complements|bundles|alternates)\\.#',
    'products\\.#\\.(?:variants\\.#\\.media(?:\\.#)?|dimensions\\.#\\.(?:from|to))',
    'products\\.#\\.(?:variants\\.#\\.)?price\\.compareAtMinor',
  ].join('|')})$`,
);

/** The innermost droppable thing that holds `place`; undefined when the manifest cannot play without it. */
export function droppable(place: Place): Place | undefined {
  const keys = place.map((key) => (typeof key === 'number' ? '#' : String(key)));
  for (let length = place.length; length; length -= 1) {
    if (DROPPABLE.test(keys.slice(0, length).join('.'))) return place.slice(0, length);
  }
  return undefined;
}
