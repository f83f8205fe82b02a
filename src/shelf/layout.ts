export type Layout = 'auto' | 'rail' | 'sheet' | 'list';

/** Narrower than this a player has no room for a rail beside its controls and hotspots. */
const RAIL_FROM_PX = 560;
/** From here on a page has room for all products at once. */
const LIST_FROM_PX = 720;

/**
 * What a shelf looks like.
 * @param inPlayer it lies over the picture
 * @param width its own, CSS pixels
 */
export function layoutFor(wanted: Layout | undefined, inPlayer: boolean, width: number): Exclude<Layout, 'auto'> {
  if (wanted === 'sheet' || (wanted === 'rail' && !(inPlayer && width < RAIL_FROM_PX))) return wanted;
  if (inPlayer) return width < RAIL_FROM_PX ? 'sheet' : 'rail';
  if (wanted === 'list') return wanted;
  return width < LIST_FROM_PX ? 'rail' : 'list';
}
